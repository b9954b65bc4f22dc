"""Writes articles that are full of what formats stumble over, in text, titles, addresses and file names.

    python tests/consumers/hostile_articles.py FOLDER

The articles are made by a program because editors and version control mend such characters.
"""

import json
import sys
from pathlib import Path

HOSTILE = (
    "\"Kings\" & <b>'q'</b> \\ \\u0027 --> ]]> \u2028 \u2029 \u0007\u001b \u200f\u202e \U0001f6a2 "
    "<script>alert(1)</script> ${x} {y} `z` %s =1+1 @en ^^"
)

STORY = (
    "Prosecutors charged Norman Pike with fraud on Monday. {hostile}\n\n"
    "Brenna & Sons Ltd criticised Norman Pike. The board denied that Norman Pike had been charged with murder. "
    "Norman Pike, chairman of Brenna Group, met Ada Flint on Tuesday. \"{hostile}\", said Ada Flint. "
    "Ada Flint criticised {long_word}. \u200fAda Flint\u200f said that Norman Pike might resign.\r\n"
    "Ada \U0001f6a2 Flint sued \u0007Norman Pike."
).format(hostile=HOSTILE, long_word="W" * 10_000)


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    record = {
        "title": HOSTILE,
        "publisher": f"The <Post> & {HOSTILE}",
        "url": f"https://news.example/a?x=1&y={HOSTILE}",
        "date": "2031-05-12",
        "text": STORY,
    }
    (folder / "a 'q\" <b> & \U0001f6a2.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    (folder / "]]> --> \u2028 \u202e.txt").write_text(f"{HOSTILE}\n\n{STORY}", encoding="utf-8", newline="")


main(Path(sys.argv[1]))
