//! What subject and object make of each other: for every relation a bilinear form, which is the product of the two with a square
//! matrix between them.
//!
//! Every sum has one order, whatever the processor; what it adds side by side are sums of their own.

use std::borrow::Cow;

use crate::vector_unit::vectorised;
use crate::weights::Weights;

/// Numbers of a side, which the layers before bring the vectors of arguments to.
pub const LOW: usize = 64;
/// Objects whose products with a subject are summed side by side.
const LANES: usize = 16;

/// A row of a matrix, or a side.
type Row = [f32; LOW];
/// The same number of several objects.
type Lanes = [f32; LANES];

/// For each relation a square matrix.
#[derive(Debug)]
pub struct Bilinear {
    matrices: Cow<'static, [Row]>,
}

impl Bilinear {
    pub fn load(weights: &Weights, name: &str) -> Self {
        Self { matrices: weights.rows(name) }
    }

    /// Adds the products of all subjects with all objects, given by their numbers one side after the other, to the log-odds
    /// of each relation for each pair.
    pub fn add(&self, subjects: &[f32], objects: &[f32], log_odds: &mut [f32]) {
        let subjects: &[Row] = subjects.as_chunks().0;
        let objects: &[Row] = objects.as_chunks().0;
        let blocks: Vec<[Lanes; LOW]> = objects.chunks(LANES).map(side_by_side).collect();
        add_products(&self.matrices, subjects, &blocks, log_odds);
    }
}

fn side_by_side(objects: &[Row]) -> [Lanes; LOW] {
    let mut block = [[0.0; LANES]; LOW];
    for (lane, object) in objects.iter().enumerate() {
        for (lanes, &number) in block.iter_mut().zip(object) {
            lanes[lane] = number;
        }
    }
    block
}

vectorised! {
    fn add_products(matrices: &[Row], subjects: &[Row], blocks: &[[Lanes; LOW]], log_odds: &mut [f32]) {
        let (sides, relations) = (subjects.len(), matrices.len() / LOW);
        for (relation, matrix) in matrices.chunks_exact(LOW).enumerate() {
            for (subject, row) in subjects.iter().enumerate() {
                let turned = turned(row, matrix);
                for (number, block) in blocks.iter().enumerate() {
                    let products = products(&turned, block);
                    let first = number * LANES;
                    for (lane, product) in products.iter().enumerate().take(sides - first) {
                        log_odds[(subject * sides + first + lane) * relations + relation] += product;
                    }
                }
            }
        }
    }
}

/// A subject times the matrix of a relation.
#[inline(always)]
fn turned(subject: &Row, matrix: &[Row]) -> Row {
    let mut sums = [0.0; LOW];
    for (number, weights) in subject.iter().zip(matrix) {
        for (sum, weight) in sums.iter_mut().zip(weights) {
            *sum += number * weight;
        }
    }
    sums
}

/// The products of a subject with a block of objects.
#[inline(always)]
fn products(turned: &Row, block: &[Lanes; LOW]) -> Lanes {
    let mut sums = [0.0; LANES];
    for (number, lanes) in turned.iter().zip(block) {
        for (sum, other) in sums.iter_mut().zip(lanes) {
            *sum += number * other;
        }
    }
    sums
}
