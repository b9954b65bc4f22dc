"""Joins what newsgraph offers the scorer (`newsgraph scorer-rows`) with labels, for `scripts/train_scorer.py`.

Labels are JSON lines: `document`, `text` (one sentence) and `statements`, each with `relation`, `subject`, `object`, `trigger`
(`begin` and `end` in characters of the sentence, or null where unsaid), `polarity`, `asserted`, and `strength`: 2 is sure, 1 is
arguable and neither trained on nor counted. Sentences of one document stand together; a pair without a label states nothing.
The articles written for this project (`written_sentences.py`) are labelled alike, and never held out.
"""

import collections
import hashlib
import json
import subprocess

import written_sentences

FOLDS = 5
# The fold of what is never held out.
WRITTEN = FOLDS


def fold(document):
    """Whole documents are held out: 0 to 4."""
    return int(hashlib.md5(document.encode()).hexdigest(), 16) % FOLDS


def documents(sentences):
    """The labelled sentences of each document, in order."""
    found = collections.OrderedDict()
    for sentence in sentences:
        found.setdefault(sentence["document"], []).append(sentence)
    return found


def rows(binary, labels, written):
    """All sentences, of the labelled documents, of the written files and of the ontology's examples, with their labels by
    sides of pairs."""
    with open(labels, encoding="utf8") as lines:
        docs = documents(map(json.loads, lines))
    own = documents(sentence for path in written for sentence in written_sentences.sentences(path, print))
    docs.update(own)
    articles, places = [], {}
    for name, sentences in docs.items():
        text, places[name] = "", []
        for sentence in sentences:
            places[name].append((len(text), sentence["statements"]))
            text += sentence["text"] + "\n\n"
        articles.append(json.dumps({"text": text, "url": name, "title": ""}, ensure_ascii=False))
    run = lambda arguments, given: subprocess.run(
        [binary, "scorer-rows", *arguments], input=given, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    found, relations = [], None
    for line in run([], "\n".join(articles)):
        row = json.loads(line)
        relations = row["relations"]
        document = row["document"]
        found.append(labelled(row, places[document], WRITTEN if document in own else fold(document)))
    for line in run(["--examples"], ""):
        found.append(from_example(json.loads(line)))
    return found, relations


class Sides:
    """The sides of a sentence's pairs: 0 is the unsaid argument, n the n-th word that can be one."""

    def __init__(self, row):
        self.row = row
        self.at = {argument["token"]: place + 1 for place, argument in enumerate(row["arguments"])}

    def span(self, begin, end):
        """The tokens that the characters lie in, and the one that the others hang on."""
        row = self.row
        tokens = [i for i in range(len(row["words"])) if row["begins"][i] < end and row["ends"][i] > begin]
        if not tokens:
            return None, None
        outer = [i for i in tokens if row["heads"][i] not in tokens or row["heads"][i] == i] or tokens[-1:]
        known = [i for i in outer if i in self.at]
        return (known or outer)[-1], (tokens[0], tokens[-1] + 1)

    def side(self, begin, end):
        """The side of an argument with these characters, and its tokens; -1 where no side stands for it."""
        head, span = self.span(begin, end)
        if head in self.at:
            return self.at[head], span
        for place, argument in enumerate(self.row["arguments"]):
            first, last = argument["span"] or (0, 0)
            if head is not None and first <= head < last:
                return place + 1, span
        return -1, span


def sentence(row, document, fold_number):
    arguments = row["arguments"]
    sides = Sides(row)
    at = lambda token: 0 if token is None else sides.at.get(token, -1)
    return sides, {
        "document": document,
        "fold": fold_number,
        "words": row["words"],
        "tokens": [argument["token"] for argument in arguments],
        "spans": [argument["span"] or [argument["token"], argument["token"] + 1] for argument in arguments],
        "argument_features": [[int(h, 16) for h in argument["features"]] for argument in arguments],
        "unfit": [(argument["no_subject"], argument["no_object"]) for argument in arguments],
        "pairs": [(a, b, [int(h, 16) for h in hashes], bits) for a, b, hashes, bits in row["pairs"]],
        "matches": [(relation, at(subject), at(object)) for relation, subject, object in row["matches"]],
        "labels": [],
    }


def labelled(row, places, fold_number):
    """A sentence of a document with the labels that lie in it."""
    sides, result = sentence(row, row["document"], fold_number)
    begin, end = row["begins"][0], row["ends"][-1]
    for offset, statements in places:
        for statement in statements:
            spans = [statement[role] for role in ("subject", "object") if statement[role]]
            inside = lambda span: begin <= offset + span["begin"] and offset + span["end"] <= end
            if not spans or not all(map(inside, spans)):
                continue
            place = lambda span: (0, None) if not span else sides.side(offset + span["begin"], offset + span["end"])
            trigger = statement["trigger"]
            word = sides.span(offset + trigger["begin"], offset + trigger["end"])[0] if trigger and inside(trigger) else None
            subject, subject_span = place(statement["subject"])
            object, object_span = place(statement["object"])
            result["labels"].append({
                "relation": row["relations"].index(statement["relation"]), "subject": subject, "object": object,
                "spans": (subject_span, object_span), "trigger": word, "negative": statement["polarity"] == "negative",
                "asserted": statement["asserted"], "strength": statement["strength"],
            })
    return result


def from_example(row):
    """A sentence of the ontology with the one statement that it teaches, or that a counterexample forbids."""
    example = row["example"]
    sides, result = sentence(row, "", -1)
    place = lambda span: (0, None) if not span else sides.side(*span)
    (subject, subject_span), (object, object_span) = place(example["subject"]), place(example["object"])
    result["wanted"] = example["wanted"]
    result["labels"].append({
        "relation": row["relations"].index(example["relation"]), "subject": subject, "object": object,
        "spans": (subject_span, object_span), "trigger": None, "negative": False, "asserted": True, "strength": 2,
    })
    return result
