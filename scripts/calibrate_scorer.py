"""How often the scorer is right at which log-odds, from the `judged.tsv` that `train_scorer.py --hold-out` leaves.

    python scripts/calibrate_scorer.py FOLDER/judged.tsv

Prints the three curves of `src/extract/calibration.rs` (rising, by pool-adjacent-violators over the points of a fixed grid), the table
of `docs/calibration.md`, and how much of what gets a confidence of .9 or more is right. `judged.tsv` has log-odds, relation, whether
a pattern found it, how many arguments it has, and whether it is right. What accuses somebody (`ng:leastConfidence` in the ontology) and
was found by no pattern has a curve of its own: its words are plainer than those of attitudes.
"""

import sys
from pathlib import Path

POINTS = {
    "OF_PATTERNS": (-5.0, -3.5, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 7.0),
    "WITHOUT_PATTERN": (-2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 7.0),
    "OF_ACCUSATIONS": (-1.0, 0.5, 2.0, 3.5, 5.0),
}
RELATIONS = Path(__file__).parent.parent / "ontology/relations"
EDGES = (-99, 0, 1, 2, 3, 4, 5, 6, 99)


def rising(shares, weights):
    """The closest rising row of shares."""
    pools = []
    for share, weight in zip(shares, weights):
        pools.append([share, weight, 1])
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (one, first, many), (other, second, more) = pools[-2:]
            pools[-2:] = [[(one * first + other * second) / (first + second), first + second, many + more]]
    return [share for share, _, count in pools for _ in range(count)]


def curve(rows, points):
    """The share that is right around each point: the nearer a statement, the more it counts."""
    shares, weights = [], []
    for place, point in enumerate(points):
        before = point - points[place - 1] if place else 1.5
        after = points[place + 1] - point if place + 1 < len(points) else 99
        near = lambda odds: max(0, 1 - (point - odds) / before) if odds < point else max(0, 1 - (odds - point) / after)
        counted = [(near(odds), right) for odds, right in rows if near(odds) > 0]
        weight = sum(one for one, _ in counted)
        # One right and one wrong that nobody saw keep a few lucky ones from being certain.
        shares.append((sum(one for one, right in counted if right) + 0.5) / (weight + 1))
        weights.append(weight + 1)
    return rising(shares, weights)


def at(curve, points, odds):
    after = next((place for place, point in enumerate(points) if odds < point), None)
    if after is None or after == 0:
        return curve[-1 if after is None else 0]
    share = (odds - points[after - 1]) / (points[after] - points[after - 1])
    return curve[after - 1] + (curve[after] - curve[after - 1]) * share


def main():
    read = [line.split("\t") for line in open(sys.argv[1], encoding="utf8")]
    # The relations have numbers in the order of their names.
    accusing = ["ng:leastConfidence" in path.read_text(encoding="utf8") for path in sorted(RELATIONS.glob("*.ttl"))]

    def kind(relation, matched):
        return "OF_PATTERNS" if matched == "1" else "OF_ACCUSATIONS" if accusing[int(relation)] else "WITHOUT_PATTERN"

    read = [(float(odds), kind(relation, matched), right.strip() == "1") for odds, relation, matched, _, right in read]
    sure = []
    for name, points in POINTS.items():
        rows = [(odds, right) for odds, kind, right in read if kind == name]
        values = curve(rows, points)
        print(name, ", ".join(f"({point}, {value:.2f})" for point, value in zip(points, values)))
        for low, high in zip(EDGES, EDGES[1:]):
            inside = [right for odds, right in rows if low <= odds < high]
            print(f"  {low} to {high}: {len(inside)}, {sum(inside) / max(1, len(inside)):.2f}")
        sure += [right for odds, right in rows if at(values, points, odds) >= 0.895]
    print(f"confidence .9 or more: {len(sure)}, right {sum(sure) / max(1, len(sure)):.3f}")


if __name__ == "__main__":
    main()
