"""Writes the model files that newsgraph embeds: named sections of numbers and strings; `src/weights.rs` reads them.

Format (little endian): 16 bytes `newsgraph-model\\n`; u32 number of sections; for each section 40 bytes of
NUL-padded name, u32 kind, u32 byte offset, u32 byte length; then the sections' bytes, each aligned to 64.
Kinds: 0 = f32, 1 = u32, 2 = u64, 3 = strings (u32 count, count+1 u32 offsets into the UTF-8 bytes that follow), 4 = i8.
"""

import struct
from pathlib import Path

import numpy

MAGIC = b"newsgraph-model\n"
FLOATS, INTEGERS, HASHES, STRINGS, BYTES = range(5)


class Sections:
    """Collects the sections in order and writes the file."""

    def __init__(self):
        self.items = []

    def add(self, name, kind, data):
        assert len(name) < 40 and all(name != other for other, _, _ in self.items), name
        self.items.append((name, kind, data))

    def floats(self, name, array):
        self.add(name, FLOATS, numpy.ascontiguousarray(array, dtype="<f4").tobytes())

    def integers(self, name, values):
        self.add(name, INTEGERS, numpy.asarray(list(values), dtype="<u4").tobytes())

    def hashes(self, name, values):
        self.add(name, HASHES, numpy.asarray(list(values), dtype="<u8").tobytes())

    def bytes(self, name, array):
        assert array.dtype == numpy.int8
        self.add(name, BYTES, numpy.ascontiguousarray(array).tobytes())

    def strings(self, name, values):
        encoded = [value.encode("utf8") for value in values]
        offsets = [0]
        for value in encoded:
            offsets.append(offsets[-1] + len(value))
        head = struct.pack(f"<I{len(offsets)}I", len(encoded), *offsets)
        self.add(name, STRINGS, head + b"".join(encoded))

    def write(self, path):
        position = len(MAGIC) + 4 + len(self.items) * 52
        table, body = b"", b""
        for name, kind, data in self.items:
            padding = -(position + len(body)) % 64
            body += b"\0" * padding
            table += struct.pack("<40sIII", name.encode(), kind, position + len(body), len(data))
            body += data
        Path(path).write_bytes(MAGIC + struct.pack("<I", len(self.items)) + table + body)
