// Reads the Turtle, TriG and N-Quads of a built graph with N3.js and compares what it finds.
//
//     node tests/consumers/n3.mjs GRAPH
//
// GRAPH is a folder that `newsgraph build` wrote. Where the package n3 is not installed it says so and leaves the check out.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const folder = process.argv[2];
// NODE_PATH, which only `require` knows, may lead to packages installed elsewhere.
const require = createRequire(import.meta.url);
let n3;
try {
  n3 = require("n3");
} catch {
  console.log("left out: the package n3 is not installed");
  process.exit(0);
}

function quads(file, format) {
  return new n3.Parser({ format }).parse(readFileSync(join(folder, file), "utf8"));
}

/** A triple without its graph; blank nodes have other names in every file, so only that they are blank counts. */
function triple({ subject, predicate, object }) {
  const name = (term) => (term.termType === "BlankNode" ? "_" : `${term.termType} ${term.id}`);
  return [subject, predicate, object].map(name).join("\u0000");
}

const turtle = quads("graph.ttl", "text/turtle");
const trig = quads("graph.trig", "application/trig");
const nquads = quads("graph.nq", "application/n-quads");
const found = {
  trig: [trig.length, new Set(trig.map(triple)).size],
  nquads: [nquads.length, new Set(nquads.map(triple)).size],
};
if (String(found.trig) !== String(found.nquads)) {
  console.error(`N3.js finds other quads in TriG than in N-Quads: ${JSON.stringify(found)}`);
  process.exit(1);
}
const triples = new Set(turtle.map(triple)).size;
if (triples !== found.trig[1]) {
  console.error(`N3.js finds ${triples} different triples in Turtle and ${found.trig[1]} in TriG`);
  process.exit(1);
}
console.log(`N3.js: ${trig.length} quads, ${triples} different triples`);
