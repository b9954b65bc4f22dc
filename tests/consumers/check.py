"""Reads every export of a built graph with the programs that people will read it with, and compares what they find.

    python tests/consumers/check.py PROGRAM GRAPH [SHAPES]

PROGRAM is the newsgraph to test, GRAPH a folder that `newsgraph build` wrote, SHAPES a SHACL file. Each consumer that
is not installed (rdflib, pyoxigraph, networkx, followthemoney, pyshacl, pandas) is named and left out.
"""

import csv
import importlib
import io
import json
import subprocess
import sys
from pathlib import Path

PROGRAM, FOLDER = sys.argv[1], Path(sys.argv[2])
SHAPES = sys.argv[3] if len(sys.argv) > 3 else None
TRIPLES = {"turtle": "turtle", "ntriples": "nt", "rdfxml": "xml"}
QUADS = {"trig": "trig", "nquads": "nquads", "jsonld": "json-ld"}


def export(name):
    command = [PROGRAM, "export", "--graph", str(FOLDER), "--format", name]
    return subprocess.run(command, check=True, capture_output=True).stdout


def statements():
    lines = (FOLDER / "statements.jsonl").read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line]


def is_fact(statement):
    return statement["polarity"] == "positive" and statement["asserted"]


def same(what, found):
    """Fails unless all values of a dictionary are equal; says what they are."""
    if len(set(map(str, found.values()))) != 1:
        sys.exit(f"{what}: {found}")
    print(f"{what}: {next(iter(found.values()))} in {', '.join(found)}")


def rdflib_reads_every_syntax(rdflib):
    triples = {name: set(rdflib.Graph().parse(export(name), format=key)) for name, key in TRIPLES.items()}
    same("rdflib, triples", {name: len(found) for name, found in triples.items()})
    assert all(found == triples["turtle"] for found in triples.values()), "rdflib: graphs differ"
    quads = {}
    for name, key in QUADS.items():
        dataset = rdflib.Dataset()
        dataset.parse(data=export(name), format=key)
        quads[name] = set(dataset.quads())
    same("rdflib, quads", {name: len(found) for name, found in quads.items()})
    assert all(found == quads["trig"] for found in quads.values()), "rdflib: datasets differ"


def pyoxigraph_reads_every_syntax(pyoxigraph):
    formats = pyoxigraph.RdfFormat
    known = {
        "turtle": formats.TURTLE, "ntriples": formats.N_TRIPLES, "rdfxml": formats.RDF_XML,
        "trig": formats.TRIG, "nquads": formats.N_QUADS, "jsonld": formats.JSON_LD,
    }
    read = {name: set(pyoxigraph.parse(export(name), key)) for name, key in known.items()}
    for group in (TRIPLES, QUADS):
        same("pyoxigraph", {name: len(read[name]) for name in group})
        assert len({frozenset(read[name]) for name in group}) == 1, "pyoxigraph: graphs differ"
    reifiers = [quad for quad in pyoxigraph.parse(export("turtle12"), formats.TURTLE)
                if quad.predicate.value.endswith("#reifies")]
    whole = [statement for statement in statements() if statement["subject"] and statement["object"]]
    same("reifiers", {"RDF 1.2": len(reifiers), "statements.jsonl": len(whole)})


def networkx_reads_graphs(networkx):
    graphml = networkx.parse_graphml(export("graphml").decode(), force_multigraph=True)
    gexf = networkx.read_gexf(io.BytesIO(export("gexf")))
    edges = sum(1 for _ in statements())
    same("networkx, edges", {
        "graphml": graphml.number_of_edges(), "gexf": gexf.number_of_edges(), "statements.jsonl": edges})
    same("networkx, nodes", {"graphml": graphml.number_of_nodes(), "gexf": gexf.number_of_nodes()})
    for graph in (graphml, gexf):
        for *_, data in graph.edges(data=True):
            assert {"relation", "polarity", "asserted", "articles", "sentence", "article"} <= data.keys(), data
            assert isinstance(data["asserted"], bool) and isinstance(data["articles"], int), data
        assert all("label" in data for _, data in graph.nodes(data=True))


def followthemoney_validates(followthemoney):
    found = 0
    # Not splitlines(), which also breaks at U+2028.
    for line in filter(None, export("ftm").decode().split("\n")):
        entity = json.loads(line)
        schema = followthemoney.model.get(entity["schema"])
        assert schema, entity["schema"]
        schema.validate(entity)
        proxy = followthemoney.model.get_proxy(entity)
        for name, values in entity["properties"].items():
            assert len(proxy.get(name)) == len(set(values)), f"{name} of {entity['id']} loses {values}"
        found += schema.edge
    facts = [s for s in statements() if is_fact(s) and s["subject"] and s["object"] and "id" in s["object"]]
    assert found <= len(facts), f"{found} links, but {len(facts)} facts"
    print(f"followthemoney: {found} links")


def tables_are_whole(pandas):
    edges = list(csv.DictReader(io.StringIO(export("csv").decode(), newline="")))
    same("rows", {
        "csv": len(edges),
        "pandas": len(pandas.read_csv(io.BytesIO(export("csv")))),
        "pandas, jsonl": len(pandas.read_json(FOLDER / "statements.jsonl", lines=True)),
        "statements.jsonl": len(statements()),
    })
    nodes = {row["id"] for row in csv.DictReader(io.StringIO(export("csv-nodes").decode(), newline=""))}
    for edge in edges:
        assert {edge["subject_iri"], edge["object_iri"]} - {""} <= nodes, edge


def shapes_hold(pyshacl):
    conforms, _, report = pyshacl.validate((FOLDER / "graph.ttl").read_bytes(), shacl_graph=SHAPES,
                                           data_graph_format="turtle", shacl_graph_format="turtle")
    assert conforms, report[:4000]
    print("pyshacl: conforms")


CHECKS = {
    "rdflib": rdflib_reads_every_syntax,
    "pyoxigraph": pyoxigraph_reads_every_syntax,
    "networkx": networkx_reads_graphs,
    "followthemoney": followthemoney_validates,
    "pandas": tables_are_whole,
} | ({"pyshacl": shapes_hold} if SHAPES else {})

for package, check in CHECKS.items():
    try:
        module = importlib.import_module(package)
    except ImportError:
        print(f"left out, {package} is not installed")
        continue
    check(module)
