#!/usr/bin/env python3
"""Many clients at once on `newsgraph serve`, one expensive query in ten: is anything lost, how long does it take, how much memory?

    scripts/serve_load.py NEWSGRAPH GRAPH-FOLDER [CLIENTS [SECONDS]]

Starts a server of its own on this machine, asks it for so long, prints figures as one line of JSON, and ends it. Only Python's own
library is needed. Each client keeps its connection and asks again as soon as it is answered.
"""

import asyncio
import json
import random
import subprocess
import sys
import time
from urllib.parse import quote

CHEAP = [
    "SELECT ?l { ?s a ng:Person ; rdfs:label ?l } LIMIT 20",
    "SELECT ?p ?o { ?s rdfs:label 'fraud' ; ?p ?o } LIMIT 50",
    "ASK { ?s ng:charged_with ?o }",
    "SELECT ?s ?w { ?s a ng:Statement ; ng:relation 'charged_with' ; ng:subjectMention/nif:anchorOf ?w } LIMIT 20",
]
EXPENSIVE = "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY DESC(?n)"


async def client(port, end, outcomes, number):
    chance = random.Random(number)
    reader = writer = None
    while time.monotonic() < end:
        expensive = chance.random() < 0.1
        query = EXPENSIVE if expensive else chance.choice(CHEAP)
        begun = time.monotonic()
        try:
            if writer is None:
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(
                f"GET /sparql?query={quote(query)} HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv\r\n\r\n".encode()
            )
            head = await reader.readuntil(b"\r\n\r\n")
            status = int(head.split(b" ", 2)[1])
            length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
            await reader.readexactly(length)
        except (OSError, asyncio.IncompleteReadError, ValueError, IndexError) as error:
            status, writer = type(error).__name__, None
        outcomes.append((expensive, status, time.monotonic() - begun))
    if writer is not None:
        writer.close()


def memory(process, name):
    with open(f"/proc/{process.pid}/status") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith(name))


def percentile(times, share):
    return round(1000 * sorted(times)[min(len(times) - 1, int(len(times) * share))]) if times else None


async def ask(port, clients, seconds):
    outcomes, end = [], time.monotonic() + seconds
    await asyncio.gather(*(client(port, end, outcomes, number) for number in range(clients)))
    return outcomes


def main():
    program, folder, *numbers = sys.argv[1:]
    clients, seconds = [int(number) for number in numbers] + [200, 60][len(numbers):]
    server = subprocess.Popen(
        [program, "serve", "--graph", folder, "--bind", "127.0.0.1:0"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )
    try:
        port = int(server.stdout.readline().split("127.0.0.1:")[1].split("/")[0])
        outcomes = asyncio.run(ask(port, clients, seconds))
        figures = {"clients": clients, "seconds": seconds, "answered": sum(s == 200 for _, s, _ in outcomes)}
        figures["not answered"] = {str(s): sum(o[1] == s for o in outcomes) for s in {o[1] for o in outcomes} if s != 200}
        for name, wanted in (("cheap", False), ("expensive", True)):
            times = [took for expensive, _, took in outcomes if expensive == wanted]
            figures[f"{name}: median, p99, longest (ms)"] = [percentile(times, share) for share in (0.5, 0.99, 1)]
        figures["memory (MB): most, in the end"] = [memory(server, "VmHWM"), memory(server, "VmRSS")]
        print(json.dumps(figures))
    finally:
        server.terminate()
        server.wait(10)


main()
