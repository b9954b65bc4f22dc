#!/usr/bin/env python3
"""How well relations are learned from 1, 3, 5, 20 and all examples, as a Markdown table.

  learning_curve.py NEWSGRAPH DATASET [COUNT…]

NEWSGRAPH is the binary, DATASET a folder with Text2KGBench's ontologies/, train/, test/ and ground_truth/ and beside
them run.py, which turns training sentences into examples of an ontology (`--examples COUNT` a relation), reads the test
sentences with `newsgraph extract` and scores the statements. The benchmark's data are other people's and stay out of
this repository.
"""
import os
import re
import subprocess
import sys

COUNTS = ["1", "3", "5", "20", "80"]
SUMMARY = re.compile(r"^ALL official F1 (\S+) \| strict micro P (\S+) R (\S+) F1 (\S+)", re.MULTILINE)


def measure(newsgraph, dataset, count):
    """Official F1, and strict precision, recall and F1, over all ontologies."""
    command = [sys.executable, os.path.join(dataset, "run.py"), newsgraph, dataset, "--examples", count]
    done = subprocess.run(command, capture_output=True, text=True)
    found = SUMMARY.search(done.stdout)
    if not found:
        sys.exit(f"{' '.join(command)} gave no summary:\n{done.stdout}{done.stderr}")
    return found.groups()


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__.strip())
    newsgraph, dataset, *counts = sys.argv[1:]
    print("| examples a relation | official F1 | strict P | strict R | strict F1 |")
    print("| --- | --- | --- | --- | --- |")
    for count in counts or COUNTS:
        print(f"| {count} | " + " | ".join(measure(newsgraph, dataset, count)) + " |", flush=True)


if __name__ == "__main__":
    main()
