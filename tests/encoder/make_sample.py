"""Makes the small encoder of `tests/encoder.rs`, with what the original libraries make of sentences.

    venv/bin/pip install numpy torch safetensors tokenizers transformers
    venv/bin/python tests/encoder/make_sample.py

The weights are random numbers, the vocabulary and the sentences invented. `sample.bin` is what `scripts/convert_encoder.py`
writes; each line of `sentences.jsonl` has words, their pieces, the last piece of each word, and the vectors of some pieces.
"""

import json
import string
import sys
import tempfile
from pathlib import Path

import torch
from tokenizers.implementations import BertWordPieceTokenizer
from transformers import BertConfig, BertModel

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent.parent / "scripts"))
import convert_encoder  # noqa: E402

LETTERS = string.ascii_lowercase + string.digits
WORDS = """the a harbour master minister court charged denied left un fair cafe naive strasse don t ##s ##ing ##ed ##our ##able
##fair 中 ᄀ ##ᅡ ##ᆨ ½ – ’""".split()
PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *LETTERS, *("##" + letter for letter in LETTERS), *string.punctuation, *WORDS]
SENTENCES = [
    "The harbour master denied it .",
    "The Minister charged 3 courts , unfairly .",
    "CAFÉ Naïve Straße n't U.S. $3.5bn harbour-master don’t 10½ –",
    "中国 각 가 \u0e33 É\u0301 a\u00a0b so\u00adft \u200b \x07 \ufffd İ Σ 🙂 --",
    "x" * 100,
    "x" * 101 + " court",
    "qué? ¿qué",
    "left " * 150,
    "unfair " * 61 + "mastering " * 9,
    "",
]
# Vectors are compared for these sentences, and for so many of their pieces.
WITH_VECTORS = [0, 1, 2, 8]
PIECES_WITH_VECTORS = 6


def network():
    torch.manual_seed(1)
    config = BertConfig(vocab_size=len(PIECES), hidden_size=64, num_hidden_layers=2, num_attention_heads=2, intermediate_size=96,
                        max_position_embeddings=convert_encoder.POSITIONS, hidden_act="gelu", initializer_range=0.2)
    return BertModel(config).eval()


def example(tokenizer, model, number, words):
    encoded = tokenizer.encode(words, is_pretokenized=True)
    last = {word: place for place, word in enumerate(encoded.word_ids) if word is not None}
    line = {"words": words, "ids": encoded.ids, "last": [last.get(word) for word in range(len(words))], "vectors": []}
    if number in WITH_VECTORS:
        with torch.no_grad():
            rows = model(input_ids=torch.tensor([encoded.ids])).last_hidden_state[0]
        line["vectors"] = [[round(value, 3) for value in row.tolist()] for row in rows[-PIECES_WITH_VECTORS:]]
    return json.dumps(line, ensure_ascii=False)


def main():
    torch.set_num_threads(1)
    tokenizer = BertWordPieceTokenizer({piece: number for number, piece in enumerate(PIECES)}, lowercase=True)
    tokenizer.enable_truncation(convert_encoder.POSITIONS)
    model = network()
    with tempfile.TemporaryDirectory() as folder:
        state, rules = Path(folder, "state.pt"), Path(folder, "tokenizer.json")
        torch.save(model.state_dict(), state)
        tokenizer.save(str(rules))
        convert_encoder.convert(state, rules, HERE / "sample.bin")
    lines = [example(tokenizer, model, number, text.split(" ")) for number, text in enumerate(SENTENCES)]
    (HERE / "sentences.jsonl").write_text("\n".join(lines) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
