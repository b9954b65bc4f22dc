"""Makes the fonts beside this file: `python3 subset.py FOLDER`, where FOLDER holds Liberation Sans 2.1.5
(https://github.com/liberationfonts). Needs fonttools. Kept are Latin, Greek and Cyrillic letters, punctuation,
currency signs and arrows; dropped are hinting and layout tables, so that a text's width is the sum of its advances.
The licence reserves the name Liberation for the unchanged fonts, hence the new name."""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "Newsgraph Sans"
RANGES = [(0x20, 0x24F), (0x370, 0x4FF), (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x20A0, 0x20BF), (0x2190, 0x2193)]
SINGLE = {0x2116, 0x2122, 0x2212, 0x25CF, 0xFFFD}

for style in ["Regular", "Bold"]:
    font = TTFont(Path(sys.argv[1]) / f"LiberationSans-{style}.ttf", recalcTimestamp=False)
    options = subset.Options(hinting=False, layout_features=[], name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14])
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "kern", "FFTM"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=SINGLE.union(*(range(first, last + 1) for first, last in RANGES)))
    subsetter.subset(font)
    names = {1: FAMILY, 3: f"{FAMILY} {style} (subset)", 4: f"{FAMILY} {style}", 6: f"NewsgraphSans-{style}"}
    font["name"].names = [record for record in font["name"].names if record.platformID == 3]
    for record in font["name"].names:
        record.string = names.get(record.nameID, record.string)
    font["head"].created = font["head"].modified = 0
    font.save(Path(__file__).parent / f"NewsgraphSans-{style}.ttf")
