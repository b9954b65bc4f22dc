"""Compiles Python regular expressions into the instructions that `src/language/expression.rs` runs.

The tokenizer's expressions use look-behind and Python's own character classes; taking Python's parse tree and
its own idea of every class keeps the split points equal to spaCy's. An instruction is three u32: code, a, b.
"""

import functools
import re
import sys
from re import _constants as sre, _parser

MATCH, CHARACTER, CLASS, SPLIT, JUMP, BEGIN, END, AHEAD, BEHIND = range(9)


def ranges(accepts):
    """The inclusive ranges of code points (surrogates left out) that `accepts` holds for."""
    found, start = [], None
    for code in range(sys.maxunicode + 2):
        inside = code <= sys.maxunicode and not 0xD800 <= code <= 0xDFFF and accepts(code)
        if inside and start is None:
            start = code
        elif not inside and start is not None:
            found.append((start, code - 1))
            start = None
    return found


CATEGORIES = {
    sre.CATEGORY_DIGIT: r"\d",
    sre.CATEGORY_NOT_DIGIT: r"\D",
    sre.CATEGORY_SPACE: r"\s",
    sre.CATEGORY_NOT_SPACE: r"\S",
    sre.CATEGORY_WORD: r"\w",
    sre.CATEGORY_NOT_WORD: r"\W",
}


class Compiler:
    """Compiles several expressions that share one table of character classes."""

    def __init__(self):
        self.classes = []
        self.known = {}

    def compile(self, expression):
        assert expression.flags & ~re.UNICODE == 0, "only case-sensitive Unicode expressions"
        self.code = []
        self.sequence(list(_parser.parse(expression.pattern)))
        self.emit(MATCH)
        return [word for instruction in self.code for word in instruction]

    def bounds(self):
        return [bound for pairs in self.classes for pair in pairs for bound in pair]

    def ends(self):
        ends = []
        for pairs in self.classes:
            ends.append((ends[-1] if ends else 0) + len(pairs))
        return ends

    def emit(self, code, a=0, b=0):
        self.code.append((code, a, b))
        return len(self.code) - 1

    def sequence(self, nodes):
        for node in nodes:
            self.node(*node)

    def node(self, kind, value):
        if kind in (sre.LITERAL, sre.IN, sre.NOT_LITERAL):
            self.characters([(kind, value)])
        elif kind is sre.SUBPATTERN:
            self.sequence(list(value[3]))
        elif kind is sre.BRANCH:
            self.branch([list(branch) for branch in value[1]])
        elif kind is sre.MAX_REPEAT:
            self.repeat(*value)
        elif kind is sre.AT:
            assert value in (sre.AT_BEGINNING, sre.AT_END), value
            self.emit(BEGIN if value is sre.AT_BEGINNING else END)
        elif kind in (sre.ASSERT, sre.ASSERT_NOT):
            self.look(*value, negated=kind is sre.ASSERT_NOT)
        else:
            raise NotImplementedError(kind)

    def look(self, direction, pattern, negated):
        if direction > 0:
            at = self.emit(AHEAD)
            width = 0
        else:
            at = self.emit(BEHIND)
            low, width = pattern.getwidth()
            assert low == width
        self.sequence(list(pattern))
        self.emit(MATCH)
        self.code[at] = (self.code[at][0], len(self.code), width * 2 + negated)

    def repeat(self, low, high, body):
        body = list(body)
        for _ in range(low):
            self.sequence(body)
        if high is sre.MAXREPEAT:
            split = self.emit(SPLIT)
            self.sequence(body)
            self.emit(JUMP, split)
            self.code[split] = (SPLIT, split + 1, len(self.code))
        else:
            splits = []
            for _ in range(high - low):
                splits.append(self.emit(SPLIT))
                self.sequence(body)
            for split in splits:
                self.code[split] = (SPLIT, split + 1, len(self.code))

    def branch(self, branches):
        ends = all(branch and branch[-1] == (sre.AT, sre.AT_END) for branch in branches)
        if ends:
            branches = [branch[:-1] for branch in branches]
        jumps = []
        groups = merged(branches)
        for number, group in enumerate(groups):
            last = number + 1 == len(groups)
            split = None if last else self.emit(SPLIT)
            if isinstance(group, tuple):
                self.characters(group[0])
            else:
                self.sequence(group)
            if not last:
                jumps.append(self.emit(JUMP))
                self.code[split] = (SPLIT, split + 1, len(self.code))
        for jump in jumps:
            self.code[jump] = (JUMP, len(self.code), 0)
        if ends:
            self.emit(END)

    def characters(self, nodes):
        if len(nodes) == 1 and nodes[0][0] is sre.LITERAL:
            self.emit(CHARACTER, nodes[0][1])
            return
        key = repr(nodes)
        if key not in self.known:
            pairs = union(pair for kind, value in nodes for pair in accepted(kind, value))
            if pairs not in self.classes:
                self.classes.append(pairs)
            self.known[key] = self.classes.index(pairs)
        self.emit(CLASS, self.known[key])


def merged(branches):
    """Neighbouring branches of one character each become one class: `([nodes],)`; others stay lists."""
    groups = []
    for branch in branches:
        if len(branch) == 1 and branch[0][0] in (sre.LITERAL, sre.IN):
            if groups and isinstance(groups[-1], tuple):
                groups[-1][0].append(branch[0])
            else:
                groups.append(([branch[0]],))
        else:
            groups.append(branch)
    return groups


def accepted(kind, value):
    """The ranges of code points that one single-character node of Python's parse tree accepts."""
    if kind is sre.LITERAL:
        return [(value, value)]
    if kind is sre.NOT_LITERAL:
        return complement([(value, value)])
    if kind is sre.RANGE:
        return [value]
    if kind is sre.CATEGORY:
        return category(value)
    assert kind is sre.IN, kind
    negated = value[0][0] is sre.NEGATE
    listed = value[1:] if negated else value
    pairs = union(pair for item in listed for pair in accepted(*item))
    return complement(pairs) if negated else pairs


@functools.cache
def category(value):
    matches = re.compile(CATEGORIES[value]).match
    return ranges(lambda code: matches(chr(code)) is not None)


def union(pairs):
    """Sorted ranges without overlap or neighbours."""
    joined = []
    for low, high in sorted(pairs):
        if joined and low <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], high))
        else:
            joined.append((low, high))
    return joined


def complement(pairs):
    gaps, start = [], 0
    for low, high in union(pairs):
        if low > start:
            gaps.append((start, low - 1))
        start = high + 1
    return gaps + [(start, sys.maxunicode)]


def words(pattern):
    """All words that an expression between `^` and `$` matches; it must have no endless repetition."""
    found = [""]
    first, *nodes, last = list(_parser.parse(pattern))
    assert first == (sre.AT, sre.AT_BEGINNING) and last == (sre.AT, sre.AT_END)
    for kind, value in nodes:
        low, high = 1, 1
        if kind is sre.MAX_REPEAT:
            low, high, body = value
            ((kind, value),) = list(body)
        characters = [chr(code) for first, last in accepted(kind, value) for code in range(first, last + 1)]
        for repeats in range(low, high):
            found += [word + character for word in found for character in characters]
        if low == 1:
            found = [word + character for word in found for character in characters]
    return found
