"""Writes an osquery result log of a made-up fleet to standard output; the same arguments give the same bytes.

Usage: fleet_log.py INVENTORIES BYTES

INVENTORIES is a file of JSON lines, each what `offramp-cli inventory --json` said of a recorded machine. Every computer is
one of them, with some programs left out, its own name, dates and people. One in twenty has a Kaspersky product.
"""
import json
import pathlib
import random
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import fleet_formats  # noqa: E402

people = ("ana", "bo", "chris", "dana", "emre", "fatima", "george", "hana", "ivan", "june", "kim", "lena")


def pool(path):
    """(lines of clean computers, lines of others): each a list of (table, columns as JSON)."""
    clean, found = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        inventory = json.loads(line)
        rows = [(table, json.dumps(row, ensure_ascii=False, separators=(",", ":")))
                for table, entries in fleet_formats.rows_of(inventory).items() for row in entries]
        (clean if inventory["expected"] == "clean" else found).append(rows)
    return clean, found


def main():
    clean, found = pool(pathlib.Path(sys.argv[1]))
    # Real fleets' computers are full ones; a fragment of a machine is filled up with the programs of others.
    common = [row for rows in clean for row in rows if row[0] in ("programs", "services", "drivers")]
    wanted = int(float(sys.argv[2]))
    chance = random.Random(8)
    written = host = 0
    out = sys.stdout.buffer
    while written < wanted:
        base = chance.choice(found) if host % 20 == 0 else chance.choice(clean)
        rows = list(base[:400])
        if not rows or rows[0][0] in ("programs", "services", "drivers"):
            rows = rows + chance.sample(common, min(len(common), 220))
        rows.sort(key=lambda row: row[0])   # a query's result stands together
        name, person = f"desk-{host:06}.example.org", chance.choice(people)
        head = f'"hostIdentifier":"{name}","calendarTime":"Mon Nov 23 10:00:00 2026 UTC","unixTime":{1795428000 + host}'
        rest = ('"epoch":0,"counter":0,"numerics":false,"decorations":{"host_uuid":"%032x","username":"%s"},"columns":'
                % (chance.getrandbits(128), person))
        date = f'"install_date":"20{chance.randrange(18, 27)}{chance.randrange(1, 13):02}{chance.randrange(1, 29):02}"'
        part = "".join(f'{{"name":"pack/it/{table}",{head},{rest}{columns},"action":"added"}}\n' for table, columns in rows)
        part = part.replace('"install_date":""', date).replace("\\\\Users\\\\user", f"\\\\Users\\\\{person}").encode()
        out.write(part)
        written += len(part)
        host += 1


main()
