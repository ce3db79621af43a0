"""How opening a catalog, matching a machine and recommending grow with the catalog: medians, and ratios to today's. And
what one changed record costs on the wire.

Usage: catalog_bench.py PROGRAMS [--most N]   (PROGRAMS has catalog-compiler and catalog_bench)

The larger catalogs are today's with made-up products, three rules each; the last one also has 1,000 replacements. The
machine has 1,000 packages, of which the catalog knows 10 or 900. "First" is the first recommendation after opening,
which reads the replacements.
"""
import argparse
import copy
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

parser = argparse.ArgumentParser()
parser.add_argument("programs", type=pathlib.Path)
parser.add_argument("--most", type=int, default=100_000)
options = parser.parse_args()
root = pathlib.Path(__file__).resolve().parents[2]
source_link = {"url": "", "title": "Made up for a measurement", "verification": "inferred"}
per_file = 4_000


def made_up(number):
    chance = random.Random(number)
    word = "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=7))
    rule = {"shows": "product", "strength": "likely", "source": source_link}
    return {"id": f"made-up-{number}", "name": f"Made-up {word} {number}", "role": "other", "segment": "home",
            "platforms": ["windows", "linux"],
            "us": {"status": "unclear", "basis": "notNamed", "source": source_link}, "source": source_link,
            "signatures": [rule | {"kinds": ["package"], "ids": [f"made-up-{number}-*"]},
                           rule | {"kinds": ["program", "msiProduct"], "names": [f"made-up {word} {number}*"]},
                           rule | {"kinds": ["folder", "file"], "paths": [f"*/made-up {word}/{number}/*"]}]}


def catalog(folder, products, replacements):
    shutil.copytree(root / "resources/catalog", folder)
    have = sum(len(json.loads(file.read_text(encoding="utf-8"))["products"]) for file in folder.glob("products/*.json"))
    for start in range(0, products - have, per_file):
        family = f"made-up-{start}"
        entries = [made_up(number) for number in range(start, min(start + per_file, products - have))]
        folder.joinpath(f"products/{family}.json").write_text(json.dumps(
            {"$schema": "../schema/product.schema.json", "family": family, "vendor": "kaspersky", "products": entries}))
    models = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("replacements/*.json"))]
    for number in range(replacements - len(models) if replacements else 0):
        model = copy.deepcopy(models[number % len(models)])
        model.update(id=f"made-up-{number}", name=f"Made-up {number}", ownershipGroup=f"made-up-{number}")
        folder.joinpath(f"replacements/made-up-{number}.json").write_text(json.dumps(model))


def one_changed_record(scratch):
    """Two releases that differ in one sentence; what the second one is to somebody who has the first, in bytes."""
    subprocess.run(["minisign", "-G", "-W", "-p", scratch / "key.pub", "-s", scratch / "key"], check=True, capture_output=True)
    sources, out = scratch / "sources", scratch / "published"
    shutil.copytree(root / "resources/catalog", sources)
    for serial in (1, 2):
        timeline = json.loads((sources / "timeline.json").read_text(encoding="utf-8"))
        timeline["events"][0]["summary"] = f"This sentence was changed for release {serial}."
        (sources / "timeline.json").write_text(json.dumps(timeline, ensure_ascii=False, indent=2), encoding="utf-8")
        subprocess.run([sys.executable, root / "resources/packaging/catalog/release.py", options.programs / "catalog-compiler",
                        "--serial", str(serial), "--expires", "2099-01-01", "--key", scratch / "key", "--pub",
                        scratch / "key.pub", "--out", out, "--source", sources, "--unencrypted"], check=True,
                       stdout=subprocess.DEVNULL)
        time.sleep(1.1)   # every release is issued in a second of its own
    size = lambda name: (out / name).stat().st_size
    around = size("index.json") + size("index.json.minisig") + size("catalog-2.db.gz.minisig")
    changed, whole = size("catalog-1-2.delta.gz"), size("catalog-2.db.gz")
    print(f"one changed sentence: {changed:,} bytes beside {whole:,} for the whole file (1 to {whole / changed:.0f}); index and "
          f"signatures add {around:,} bytes either way (1 to {(whole + around) / (changed + around):.0f} in all)")


with tempfile.TemporaryDirectory() as scratch:
    one_changed_record(pathlib.Path(scratch))

with tempfile.TemporaryDirectory() as scratch:
    databases = []
    for products, replacements in ((0, 0), (1_000, 0), (10_000, 0), (100_000, 0), (100_000, 1_000)):
        if products > options.most:
            continue
        name = f"{products}-{replacements}"
        folder = pathlib.Path(scratch, name)
        catalog(folder, products, replacements)
        database = pathlib.Path(scratch, f"{name}.db")
        subprocess.run([options.programs / "catalog-compiler", folder, "--output", database], check=True,
                       stdout=subprocess.DEVNULL)
        shutil.rmtree(folder)
        databases.append(database)
    done = subprocess.run([options.programs / "catalog_bench", *databases], check=True, capture_output=True, text=True)
    lines = [[float(word) for word in line.split()] for line in done.stdout.splitlines()]
    print(f"{'products':>9} {'repl.':>6} {'MB':>6} {'open':>14} {'match 10':>14} {'match 900':>14} {'first':>14} {'recommend':>14}   (ms, ratio)")
    for line, database in zip(lines, databases):
        cells = [f"{value:8.2f} {value / first:5.1f}" for value, first in zip(line[2:7], lines[0][2:7])]
        print(f"{line[0]:>9,.0f} {line[1]:>6,.0f} {database.stat().st_size / 1e6:>6.1f} " + " ".join(cells))
    print("goals: open under 5 ms, recommend under 20 ms, both flat or logarithmic in the number of products")
