"""Reads the labelled articles that were written for this project (`training/*.txt`) and says what is wrong with them.

Run as `python scripts/written_sentences.py training/*.txt` it prints faults with file and line, and counts. `scorer_data.py`
reads them through `sentences`. The format, by example (`training/README.md` tells how they are labelled):

    # 3 county paper, hospital strike
    S Nurses walked out on Thursday after their union rejected an offer.
    rejected | their union | an offer | rejected | unasserted

A line `# ` begins an article, a line `S ` is a sentence, and the lines under it are its statements: relation, subject, object,
trigger, flags (`neg`, `unasserted`, `weak`). Arguments are words of the sentence, `-` is unsaid, `words~2` the second place where
they stand.
"""

import collections
import re
import sys
from pathlib import Path

FLAGS = {"neg", "unasserted", "weak"}


class Fault(Exception):
    """What is wrong with a line."""


def place(sentence, words):
    """Where the words stand: `begin` and `end` in characters; `None` for `-`."""
    if words in ("", "-"):
        return None
    numbered = re.fullmatch(r"(.+)~(\d+)", words)
    words, count = (numbered[1], int(numbered[2])) if numbered else (words, 1)
    begin = -1
    for _ in range(count):
        begin = sentence.find(words, begin + 1)
        if begin < 0:
            raise Fault(f"“{words}” does not stand {count} times in: {sentence[:60]}")
    return {"begin": begin, "end": begin + len(words)}


def statement(sentence, line):
    """A labelled statement as `scorer_data.py` has it."""
    fields = [field.strip() for field in line.split("|")]
    if len(fields) not in (4, 5):
        raise Fault("write: relation | subject | object | trigger, and flags after a fifth bar")
    relation, subject, object, trigger, flags = (fields + [""])[:5]
    flags = {flag.strip() for flag in flags.split(",") if flag.strip()}
    if flags - FLAGS:
        raise Fault(f"no such flag: {', '.join(sorted(flags - FLAGS))}")
    subject, object = place(sentence, subject), place(sentence, object)
    if not subject and not object:
        raise Fault("neither subject nor object")
    return {
        "relation": relation, "subject": subject, "object": object, "trigger": place(sentence, trigger),
        "polarity": "negative" if "neg" in flags else "positive", "asserted": "unasserted" not in flags,
        "strength": 1 if "weak" in flags else 2,
    }


def sentences(path, on_fault):
    """The sentences of a file in order, each with its `document`, `text` and `statements`."""
    path = Path(path)
    found, document = [], path.stem
    for number, line in enumerate(path.read_text(encoding="utf8").split("\n"), 1):
        line = line.strip()
        if line.startswith("# "):
            document = f"{path.stem}: {line[2:]}"
        elif line.startswith("S "):
            found.append({"document": document, "text": line[2:].strip(), "statements": []})
        elif line:
            try:
                if not found:
                    raise Fault("a statement before the first sentence")
                found[-1]["statements"].append(statement(found[-1]["text"], line))
            except Fault as fault:
                on_fault(f"{path}:{number}: {fault}")
    return found


def main():
    read = [sentence for path in sys.argv[1:] for sentence in sentences(path, print)]
    statements = [statement for sentence in read for statement in sentence["statements"]]
    articles = {sentence["document"] for sentence in read}
    print(f"{len(articles)} articles, {len(read)} sentences, {len(statements)} statements")
    for relation, count in collections.Counter(statement["relation"] for statement in statements).most_common():
        print(f"{count:5} {relation}")


if __name__ == "__main__":
    main()
