//! What was learned, as bytes: learning takes seconds, reading them back a fraction of one.
//!
//! The bytes hold only for the examples and the version that they were made of, which their header tells, and damage
//! shows in a checksum; so whoever reads them gets the very model that learning again would give, or none. All numbers
//! are little-endian; the content behind the header is compressed with zlib.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::ontology::{Ontology, RelationId};

use super::bytes::{Reader, Writer};
use super::corpus::learned_relations;
use super::features::Vocabulary;
use super::model::{KnownObjects, Model, RelationModel};

/// The first bytes of every such file.
const SIGNATURE: &[u8] = b"newsgraph learned relations\n";
/// To be raised with every change of the bytes, the features or the training within a version of the program.
const REVISION: u32 = 2;
const DIGEST: usize = 32;

/// Why bytes give no model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Unusable {
    #[error("is damaged")]
    Damaged,
    #[error("was made from other examples or by another version of newsgraph")]
    OutOfDate,
}

/// The model as bytes: the signature, the digest of what it was learned from, that of all that follows, the content.
pub fn to_bytes(model: &Model, ontology: &Ontology) -> std::io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(&content(model))?;
    let content = encoder.finish()?;
    Ok([SIGNATURE, &origin(ontology), &Sha256::digest(&content), &content].concat())
}

/// The model that [`to_bytes`] wrote, if it is what learning from this ontology would give.
///
/// # Errors
/// Bytes that are none of this program's or damaged, and those of other examples or another version.
pub fn from_bytes(bytes: &[u8], ontology: &Ontology) -> Result<Model, Unusable> {
    let rest = bytes.strip_prefix(SIGNATURE).ok_or(Unusable::Damaged)?;
    let (told_origin, rest) = rest.split_at_checked(DIGEST).ok_or(Unusable::Damaged)?;
    let (checksum, content) = rest.split_at_checked(DIGEST).ok_or(Unusable::Damaged)?;
    if Sha256::digest(content)[..] != *checksum {
        return Err(Unusable::Damaged);
    }
    if origin(ontology) != *told_origin {
        return Err(Unusable::OutOfDate);
    }
    let mut inflated = Vec::new();
    ZlibDecoder::new(content).read_to_end(&mut inflated).map_err(|_| Unusable::Damaged)?;
    model(&mut Reader::new(&inflated)).filter(|model| is_sound(model, ontology)).ok_or(Unusable::Damaged)
}

/// The digest of all that learning depends on: the program, and the relations with their examples.
fn origin(ontology: &Ontology) -> [u8; DIGEST] {
    let mut told = Writer::default();
    told.text(env!("CARGO_PKG_VERSION"));
    told.number(REVISION);
    for id in learned_relations(ontology) {
        let relation = ontology.relation(id);
        told.count(id.0);
        told.text(&relation.iri);
        told.count(relation.examples.len());
        for example in &relation.examples {
            told.text(&example.marked);
        }
    }
    Sha256::digest(told.into_bytes()).into()
}

fn content(model: &Model) -> Vec<u8> {
    let mut content = Writer::default();
    for vocabulary in [&model.span_vocabulary, &model.pair_vocabulary] {
        content.hashes(&vocabulary.hashes());
    }
    content.weights(&model.subjects);
    content.weights(&model.objects);
    content.count(model.relations.len());
    for relation in &model.relations {
        content.count(relation.relation.0);
        content.weights(&[relation.typical, relation.threshold]);
        content.number(u32::from(relation.names_subjects));
        content.weights(&relation.weights);
    }
    let mut known: Vec<_> = model.known.counts.iter().collect();
    known.sort();
    content.count(known.len());
    for (key, counts) in known {
        content.text(key);
        content.count(counts.len());
        for (&relation, &count) in counts {
            content.count(relation.0);
            content.count(count);
        }
    }
    content.into_bytes()
}

/// The model behind [`content`]; `None` where the bytes end too early or too late.
fn model(content: &mut Reader<'_>) -> Option<Model> {
    let span_vocabulary = Vocabulary::from_hashes(&content.hashes()?);
    let pair_vocabulary = Vocabulary::from_hashes(&content.hashes()?);
    let (subjects, objects) = (content.weights()?, content.weights()?);
    let relations = (0..content.count()?).map(|_| relation(content)).collect::<Option<_>>()?;
    let mut known = KnownObjects::default();
    for _ in 0..content.count()? {
        let key = content.text()?;
        let counts = (0..content.count()?).map(|_| Some((RelationId(content.count()?), content.count()?)));
        known.counts.insert(key, counts.collect::<Option<_>>()?);
    }
    let model = Model { span_vocabulary, pair_vocabulary, subjects, objects, relations, known };
    content.is_at_end().then_some(model)
}

fn relation(content: &mut Reader<'_>) -> Option<RelationModel> {
    let relation = RelationId(content.count()?);
    let [typical, threshold] = content.weights()?[..] else { return None };
    let names_subjects = content.number()? != 0;
    Some(RelationModel { relation, weights: content.weights()?, typical, threshold, names_subjects })
}

/// Whether every feature has its weights, and every relation is one of the ontology's.
fn is_sound(model: &Model, ontology: &Ontology) -> bool {
    let spans = model.span_vocabulary.len();
    let size = 2 * spans + model.pair_vocabulary.len();
    let fits = |one: &RelationModel| one.weights.len() == size && one.relation.0 < ontology.relations.len();
    model.subjects.len() == spans && model.objects.len() == spans && model.relations.iter().all(fits)
}
