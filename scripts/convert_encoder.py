"""Turns a fine-tuned BERT encoder and its tokenizer into the one file that newsgraph embeds.

Run by hand, never by the build:

    python -m venv venv
    venv/bin/pip install numpy torch safetensors tokenizers
    venv/bin/python scripts/convert_encoder.py STATE TOKENIZER models/reader-encoder.bin

STATE is the state dict of a `transformers` BertModel (`.pt` or `.safetensors`), TOKENIZER its `tokenizer.json`. The
output does not depend on time or machine: the same input gives the same bytes. `model_file.py` documents the format of
the file; its sections are:

    shape                       layers, width, numbers inside a feed-forward step
    vocabulary.{starts,continuations}.{pieces,ids}
                                pieces sorted by bytes, those after "##" apart and without it, and their numbers
    vocabulary.special          numbers of [UNK], [CLS] and [SEP]
    characters.{removed,ideographs,punctuation}
                                inclusive ranges of code points: first, last, first, last …
    characters.{changed,changes}
                                all other characters that the tokenizer's normalizer changes, and what they become
    embeddings.words{,.scales}  a row of i8 for every piece, and its scale
    embeddings.positions        rows of f32, the embedding of token type 0 added
    embeddings.norm             a layer normalisation: `.scale` and `.shift`
    layer.N.attention.{in,out}  dense layers; `in` has the outputs of query, key and value one after the other
    layer.N.attention.norm
    layer.N.feed.{in,out}
    layer.N.feed.norm

A dense layer has `.weights` (i8), `.scales` (f32, one for each output: weight = scale × i8), `.sums` (f32, the sum of each
output's i8) and `.bias`. Its weights lie as the processor multiplies them: for each 16 outputs, for each 4 inputs, the
4 numbers of the first output, then those of the second …
"""

import json
import sys
from pathlib import Path

import numpy
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer

import regex_program
from model_file import Sections

POSITIONS = 128
HEAD_WIDTH = 32
PANEL = 16
GROUP = 4
CONTINUATION = "##"


def read_state(path):
    state = load_file(path) if str(path).endswith(".safetensors") else torch.load(path, map_location="cpu", weights_only=True)
    return {name: tensor.float().numpy() for name, tensor in state.items() if tensor.is_floating_point()}


def quantised(rows):
    """Each row in whole numbers from -127 to 127, and its scale."""
    scales = numpy.abs(rows).max(axis=1) / numpy.float32(127)
    scales = numpy.where(scales == 0, numpy.float32(1), scales)
    return numpy.rint(rows / scales[:, None]).astype(numpy.int8), scales


def dense(sections, name, weights, bias):
    numbers, scales = quantised(weights)
    outputs, inputs = numbers.shape
    assert outputs % PANEL == 0 and inputs % GROUP == 0, name
    panels = numbers.reshape(outputs // PANEL, PANEL, inputs // GROUP, GROUP).transpose(0, 2, 1, 3)
    sections.bytes(f"{name}.weights", panels)
    sections.floats(f"{name}.scales", scales)
    sections.floats(f"{name}.sums", numbers.sum(axis=1, dtype=numpy.int32))
    sections.floats(f"{name}.bias", bias)


class State:
    """The parts of a state dict as sections."""

    def __init__(self, sections, tensors):
        self.sections = sections
        self.tensors = tensors

    def dense(self, name, *parts):
        weights, biases = ([self.tensors[f"{part}.{kind}"] for part in parts] for kind in ("weight", "bias"))
        dense(self.sections, name, numpy.concatenate(weights), numpy.concatenate(biases))

    def norm(self, name, part):
        self.sections.floats(f"{name}.scale", self.tensors[f"{part}.weight"])
        self.sections.floats(f"{name}.shift", self.tensors[f"{part}.bias"])

    def embeddings(self):
        numbers, scales = quantised(self.tensors["embeddings.word_embeddings.weight"])
        self.sections.bytes("embeddings.words", numbers)
        self.sections.floats("embeddings.words.scales", scales)
        positions = self.tensors["embeddings.position_embeddings.weight"][:POSITIONS]
        self.sections.floats("embeddings.positions", positions + self.tensors["embeddings.token_type_embeddings.weight"][0])
        self.norm("embeddings.norm", "embeddings.LayerNorm")

    def layer(self, number):
        source, target = f"encoder.layer.{number}", f"layer.{number}"
        attention = f"{source}.attention.self"
        self.dense(f"{target}.attention.in", f"{attention}.query", f"{attention}.key", f"{attention}.value")
        self.dense(f"{target}.attention.out", f"{source}.attention.output.dense")
        self.norm(f"{target}.attention.norm", f"{source}.attention.output.LayerNorm")
        self.dense(f"{target}.feed.in", f"{source}.intermediate.dense")
        self.dense(f"{target}.feed.out", f"{source}.output.dense")
        self.norm(f"{target}.feed.norm", f"{source}.output.LayerNorm")

    def network(self):
        layers = 1 + max(int(name.split(".")[2]) for name in self.tensors if name.startswith("encoder.layer."))
        inner, width = self.tensors["encoder.layer.0.intermediate.dense.weight"].shape
        assert width % HEAD_WIDTH == 0 and self.tensors["embeddings.position_embeddings.weight"].shape[0] >= POSITIONS
        self.sections.integers("shape", [layers, width, inner])
        self.embeddings()
        for number in range(layers):
            self.layer(number)


def vocabulary(sections, tokenizer):
    pieces = tokenizer.get_vocab()
    special = [pieces[name] for name in ("[UNK]", "[CLS]", "[SEP]")]
    starts = {piece: number for piece, number in pieces.items() if not piece.startswith(CONTINUATION)}
    continuations = {piece[len(CONTINUATION):]: number for piece, number in pieces.items() if piece.startswith(CONTINUATION)}
    for name, part in [("starts", starts), ("continuations", continuations)]:
        ordered = sorted(part, key=lambda piece: piece.encode("utf8"))
        sections.strings(f"vocabulary.{name}.pieces", ordered)
        sections.integers(f"vocabulary.{name}.ids", [part[piece] for piece in ordered])
    sections.integers("vocabulary.special", special)


def is_hangul(code):
    """Syllables that take themselves apart by rule, the same in Unicode and in the program."""
    return 0xAC00 <= code <= 0xD7A3


def characters(sections, tokenizer):
    """What the normalizer makes of every character by itself: it looks at no neighbours."""
    normalise = tokenizer.normalizer.normalize_str
    codes = [code for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF]
    changed = {code: text for code in codes if (text := normalise(chr(code))) != chr(code)}
    removed = {code for code, text in changed.items() if text == ""}
    ideographs = {code for code, text in changed.items() if text == f" {chr(code)} "}
    others = sorted(code for code in changed.keys() - removed - ideographs if not is_hangul(code))
    split = tokenizer.pre_tokenizer.pre_tokenize_str
    punctuation = {code for code in codes if code not in removed and len(split(f"a{chr(code)}a")) == 3}

    def ranges(name, members):
        bounds = regex_program.ranges(members.__contains__)
        sections.integers(f"characters.{name}", [bound for pair in bounds for bound in pair])

    ranges("removed", removed)
    ranges("ideographs", ideographs)
    ranges("punctuation", punctuation)
    sections.integers("characters.changed", others)
    sections.strings("characters.changes", [changed[code] for code in others])


def check(settings):
    """What `src/encoder/wordpiece.rs` takes for given."""
    model = settings["model"]
    expected = {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": CONTINUATION, "max_input_chars_per_word": 100}
    assert all(model[key] == value for key, value in expected.items())
    assert settings["pre_tokenizer"] == {"type": "BertPreTokenizer"} and settings["normalizer"]["type"] == "BertNormalizer"


def convert(state, tokenizer, output):
    check(json.loads(Path(tokenizer).read_text(encoding="utf8")))
    rules = Tokenizer.from_file(str(tokenizer))
    sections = Sections()
    vocabulary(sections, rules)
    characters(sections, rules)
    State(sections, read_state(state)).network()
    sections.write(output)
    print(f"{output}: {Path(output).stat().st_size} bytes, {len(sections.items)} sections")


def main():
    torch.set_num_threads(1)
    convert(*sys.argv[1:])


if __name__ == "__main__":
    main()
