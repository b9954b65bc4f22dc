"""The encoder and the network over pairs, as `scripts/train_scorer.py` trains them and `src/relations/scored/` runs them."""

import numpy
import torch
import torch.nn as nn
import torch.nn.functional as F

WIDTH, HEADS, INNER, LAYERS = 384, 12, 1536, 6
HIDDEN, LOW, FEATURES, POINTER = 256, 64, 48, 128
FARTHEST = 16
BITS = 7
# Shares of words and of pair features that a step of training does not see, so that it learns none by heart.
UNSEEN_WORDS, UNSEEN_FEATURES = 0.08, 0.3


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.first_norm, self.second_norm = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, rows, mask):
        sentences, pieces, _ = rows.shape
        split = lambda x: x.view(sentences, pieces, HEADS, WIDTH // HEADS).transpose(1, 2)
        drop = 0.1 if self.training else 0.0
        query, key, value = split(self.query(rows)), split(self.key(rows)), split(self.value(rows))
        mixed = F.scaled_dot_product_attention(query, key, value, attn_mask=mask, dropout_p=drop)
        mixed = mixed.transpose(1, 2).reshape(sentences, pieces, WIDTH)
        rows = self.first_norm(rows + self.drop(self.output(mixed)))
        return self.second_norm(rows + self.drop(self.down(F.gelu(self.up(rows)))))


class Encoder(nn.Module):
    """BERT's encoder; the lowest `frozen` layers stay as they came."""

    PARTS = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "output": "attention.output.dense", "up": "intermediate.dense", "down": "output.dense",
        "first_norm": "attention.output.LayerNorm", "second_norm": "output.LayerNorm",
    }

    def __init__(self, state, frozen):
        super().__init__()
        self.frozen, self.state = frozen, state
        self.words = nn.Embedding.from_pretrained(
            state["embeddings.word_embeddings.weight"] + state["embeddings.token_type_embeddings.weight"][0]
        )
        self.positions = nn.Embedding.from_pretrained(state["embeddings.position_embeddings.weight"])
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.norm.weight.data.copy_(state["embeddings.LayerNorm.weight"])
        self.norm.bias.data.copy_(state["embeddings.LayerNorm.bias"])
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        for number, layer in enumerate(self.layers):
            for own, name in self.PARTS.items():
                for kind in ("weight", "bias"):
                    getattr(getattr(layer, own), kind).data.copy_(state[f"encoder.layer.{number}.{name}.{kind}"])
        for module in [self.words, self.positions, self.norm, *self.layers[:frozen]]:
            module.requires_grad_(False)

    def lower(self, ids, mask):
        rows = self.norm(self.words(ids) + self.positions(torch.arange(ids.shape[1])))
        for layer in self.layers[:self.frozen]:
            rows = layer(rows, mask)
        return rows

    def upper(self, rows, mask):
        for layer in self.layers[self.frozen:]:
            rows = layer(rows, mask)
        return rows

    def trained_state(self):
        """Under the names of `transformers`' BertModel."""
        state = dict(self.state)
        for number, layer in enumerate(self.layers):
            for own, name in self.PARTS.items():
                for kind in ("weight", "bias"):
                    state[f"encoder.layer.{number}.{name}.{kind}"] = getattr(getattr(layer, own), kind).detach().clone()
        return state


def bag(lists, unseen):
    """Lists of numbers as `EmbeddingBag` wants them, without a random share of them."""
    if unseen:
        lists = [one[numpy.random.rand(len(one)) >= unseen] for one in lists]
    return (
        torch.from_numpy(numpy.concatenate(lists)),
        torch.from_numpy(numpy.cumsum([0] + [len(one) for one in lists])[:-1]),
    )


class Scorer(nn.Module):
    def __init__(self, encoder, relations, argument_features, pair_features):
        super().__init__()
        self.encoder, self.relations, self.drop = encoder, relations, nn.Dropout(0.2)
        self.unsaid = nn.Parameter(torch.randn(2, WIDTH) * 0.05)
        self.subject, self.object, self.between = (nn.Linear(WIDTH, HIDDEN) for _ in range(3))
        self.distance = nn.Embedding(2 * FARTHEST + 1, HIDDEN)
        self.argument_table = nn.EmbeddingBag(argument_features, FEATURES, mode="sum")
        self.pair_table = nn.EmbeddingBag(pair_features, FEATURES, mode="sum")
        self.pair_scores = nn.EmbeddingBag(pair_features, relations, mode="sum")
        nn.init.normal_(self.argument_table.weight, std=0.1)
        nn.init.normal_(self.pair_table.weight, std=0.1)
        nn.init.zeros_(self.pair_scores.weight)
        self.argument_subject, self.argument_object, self.pair = (nn.Linear(FEATURES, HIDDEN, bias=False) for _ in range(3))
        self.left, self.right = nn.Linear(WIDTH, LOW), nn.Linear(WIDTH, LOW)
        self.bilinear = nn.Parameter(torch.randn(relations, LOW, LOW) * 0.02)
        self.output = nn.Linear(HIDDEN, relations)
        nn.init.constant_(self.output.bias, -4.0)
        # Training is too short to move these far, so they begin where the patterns' own precision puts them.
        sets = torch.arange(1 << BITS)
        self.bits = nn.Parameter(4.5 * (sets & 1) - 0.5 * (sets >> 3 & 1) + 0.5 * (sets >> 4 & 1) + 0.7 * (sets >> 5 & 1))
        self.relation_bits = nn.Parameter(torch.zeros(BITS, relations))
        self.unfit_subject, self.unfit_object = nn.Parameter(torch.ones(relations)), nn.Parameter(torch.ones(relations))
        self.asserted, self.negative = nn.Linear(HIDDEN, relations), nn.Linear(HIDDEN, relations)
        self.trigger_subject, self.trigger_object = nn.Linear(WIDTH, POINTER), nn.Linear(WIDTH, POINTER)
        self.trigger_relation, self.trigger_word = nn.Embedding(relations, POINTER), nn.Linear(WIDTH, POINTER)

    def quick(self):
        """Weights that stand for counts, and learn faster than the rest."""
        return [self.bits, self.relation_bits, self.unfit_subject, self.unfit_object, self.pair_scores.weight]

    def forward(self, batch):
        count, sides = len(batch), max(s["sides"] for s in batch)
        rows, mask = self.pieces(batch)
        unseen = UNSEEN_FEATURES if self.training else 0
        if self.training:
            rows = rows * (torch.rand(*rows.shape[:2], 1) >= UNSEEN_WORDS)
        rows = self.drop(self.encoder.upper(rows, mask))
        places = torch.zeros(count, sides, dtype=torch.long)
        unfit = torch.zeros(2, count, sides, self.relations)
        nothing = numpy.zeros(0, dtype=numpy.int64)
        pairs, arguments, evidence = [], [], []
        for number, s in enumerate(batch):
            n = s["sides"]
            places[number, :n] = torch.from_numpy(s["places"])
            unfit[:, number, :n] = torch.from_numpy(s["unfit_table"])
            for side in range(sides):
                arguments.append(s["argument_rows"][side - 1] if 0 < side < n else nothing)
                pairs += (s["pair_rows"][side * n:(side + 1) * n] + [nothing] * (sides - n)) if side < n else [nothing] * sides
            bits = s["evidence"]
            if len(bits):
                pair = (number * sides + bits[:, 0]) * sides + bits[:, 1]
                evidence.append(numpy.stack([pair * self.relations + bits[:, 2], bits[:, 2], bits[:, 3]], 1))
        pair_bags = bag(pairs, unseen)
        of_arguments = self.argument_table(*bag(arguments, unseen)).view(count, sides, -1)
        of_pairs = self.pair(self.pair_table(*pair_bags)).view(count, sides, sides, -1)
        heads = torch.gather(rows, 1, places[:, 1:, None].expand(-1, -1, WIDTH))
        subject, object = (torch.cat([self.unsaid[r:r + 1].expand(count, 1, WIDTH), heads], 1) for r in (0, 1))
        first, second = places[:, :, None].expand(count, sides, sides), places[:, None].expand(count, sides, sides)
        hidden = torch.relu(
            (self.subject(subject) + self.argument_subject(of_arguments))[:, :, None]
            + (self.object(object) + self.argument_object(of_arguments))[:, None]
            + self.mean_between(rows, first, second)
            + self.distance((second - first).clamp(-FARTHEST, FARTHEST) + FARTHEST)
            + of_pairs
        )
        turned = torch.einsum("zia,rab->zirb", self.left(subject), self.bilinear)
        scores = self.output(self.drop(hidden)) + torch.einsum("zirb,zjb->zijr", turned, self.right(object))
        scores = scores + self.pair_scores(*pair_bags).view(count, sides, sides, self.relations)
        if evidence:
            places, relations, bits = torch.from_numpy(numpy.concatenate(evidence)).unbind(1)
            single = (bits[:, None] >> torch.arange(BITS) & 1).float()
            counted = self.bits[bits] + (single * self.relation_bits.t()[relations]).sum(1)
            scores = scores.reshape(-1).index_add(0, places, counted).view(count, sides, sides, self.relations)
        scores = scores - unfit[0][:, :, None] * self.unfit_subject - unfit[1][:, None] * self.unfit_object
        return scores, hidden, rows, (subject, object)

    def pieces(self, batch):
        """What the frozen layers give, cached in the sentences, and which pieces are real."""
        longest = max(len(s["ids"]) for s in batch)
        rows, mask = torch.zeros(len(batch), longest, WIDTH), torch.zeros(len(batch), 1, 1, longest, dtype=torch.bool)
        for number, s in enumerate(batch):
            rows[number, :len(s["ids"])] = s["lower"]
            mask[number, ..., :len(s["ids"])] = True
        return rows, mask

    def mean_between(self, rows, first, second):
        count, sides, _ = first.shape
        sums = (rows @ self.between.weight.t()).cumsum(1)
        sums = torch.cat([sums.new_zeros(count, 1, HIDDEN), sums], 1)
        at = lambda index: torch.gather(sums, 1, index.reshape(count, -1, 1).expand(-1, -1, HIDDEN)).view(count, sides, sides, -1)
        low, high = torch.minimum(first, second), torch.maximum(first, second)
        return (at(high + 1) - at(low)) / (high - low + 1)[..., None] + self.between.bias

    def trigger_scores(self, rows, sides, sentence, subject, object, relation):
        """For each statement, how well each piece of its sentence states it."""
        asked = self.trigger_subject(sides[0][sentence, subject]) + self.trigger_object(sides[1][sentence, object])
        asked = torch.tanh(asked + self.trigger_relation(relation))
        return torch.einsum("pd,ptd->pt", asked, self.trigger_word(rows)[sentence])
