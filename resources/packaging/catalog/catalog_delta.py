"""What changed from one catalog to the next, as the program reads it. Format: docs/data-formats.md, "Deltas"."""
import struct

magic = b"OFFRDLT1"


def delta(old, new, piece=16):
    """Copies and literals that make `new` from `old`: the same place first, then any place that begins the same."""
    places = {}
    for offset in range(0, len(old) - piece + 1, 4):
        places.setdefault(old[offset:offset + piece], offset)
    out, literal, position = [magic], bytearray(), 0

    def flush():
        if literal:
            out.append(b"D" + struct.pack("<I", len(literal)) + bytes(literal))
            literal.clear()

    while position < len(new):
        wanted = new[position:position + piece]
        start = position if old[position:position + piece] == wanted else places.get(wanted)
        if start is None or len(wanted) < piece:
            literal.append(new[position])
            position += 1
            continue
        length = 0
        for step in (4096, 256, piece, 1):
            while (len(same := new[position + length:position + length + step]) == step
                   and old[start + length:start + length + step] == same):
                length += step
        flush()
        out.append(b"C" + struct.pack("<II", start, length))
        position += length
    flush()
    return b"".join(out)


def apply(old, changes):
    """What the program makes of a delta."""
    new, at = bytearray(), len(magic)
    while at < len(changes):
        if changes[at:at + 1] == b"C":
            start, length = struct.unpack_from("<II", changes, at + 1)
            new += old[start:start + length]
            at += 9
        else:
            length = struct.unpack_from("<I", changes, at + 1)[0]
            new += changes[at + 5:at + 5 + length]
            at += 5 + length
    return bytes(new)
