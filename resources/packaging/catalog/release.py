"""Publishes the catalog: builds it, signs it with minisign and writes what any static web server can serve.

Usage: release.py COMPILER --serial N --expires DAY --key FILE --out DIR [--pub FILE] [--cli PROGRAM]

COMPILER is catalog-compiler. DIR is the published folder; what it holds already is kept and offered deltas from. Formats:
docs/data-formats.md, "Published catalog". How to keep the key, and what serving costs: docs/publishing.md.
"""
import argparse
import datetime
import gzip
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from catalog_delta import apply, delta

root = pathlib.Path(__file__).resolve().parents[3]
parser = argparse.ArgumentParser(prog="./dev catalog release")
parser.add_argument("compiler", type=pathlib.Path)
parser.add_argument("--serial", type=int, required=True, help="higher than every catalog published before")
parser.add_argument("--expires", required=True, help="the last day it is good for, as 2027-11-23")
parser.add_argument("--key", type=pathlib.Path, required=True, help="the secret key, as minisign -G writes it")
parser.add_argument("--pub", type=pathlib.Path, default=root / "resources/trust/catalog.pub", help="its public half")
parser.add_argument("--out", type=pathlib.Path, required=True, help="the published folder")
parser.add_argument("--source", type=pathlib.Path, default=root / "resources/catalog", help="the catalog's JSON files")
parser.add_argument("--cli", type=pathlib.Path, help="offramp-cli: also import the result, as a person would")
parser.add_argument("--unencrypted", action="store_true", help="the key has no password (tests only)")
options = parser.parse_args()

most_deltas = 8   # people who waited longer take the whole file, which is small
largest_for_deltas = 16 << 20


def stop(message):
    sys.exit(f"catalog release: {message}")


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def moment(text):
    return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=datetime.timezone.utc)


def stamp(when):
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


def verify(file):
    """The trusted comment, after minisign has checked the signature."""
    done = subprocess.run(["minisign", "-V", "-Q", "-p", options.pub, "-m", file], capture_output=True, text=True)
    return done.stdout.strip() if done.returncode == 0 else None


def sign(file, comment):
    """minisign asks for the key's password at the terminal."""
    command = ["minisign", "-S", *(["-W"] if options.unencrypted else []), "-s", options.key, "-m", file, "-x",
               f"{file}.minisig", "-t", comment]
    if subprocess.run(command, stdout=subprocess.DEVNULL).returncode != 0:
        stop(f"minisign did not sign {file.name}")
    if verify(file) != comment:
        stop(f"the signature of {file.name} does not fit {options.pub}: is this the right key?")


def published():
    """The newest catalog of the folder: its index, or None when it holds none."""
    index = options.out / "index.json"
    if not index.exists():
        return None
    if verify(index) is None:
        stop(f"{index} is not signed with {options.pub}; nothing is published over it")
    return json.loads(index.read_text(encoding="utf-8"))


def compiled(scratch, issued, expires):
    """The database, from a copy of the sources with the head of this release."""
    folder = scratch / "catalog"
    shutil.copytree(options.source, folder)
    head = folder / "catalog.json"
    value = json.loads(head.read_text(encoding="utf-8"))
    value.update(serial=options.serial, issued=stamp(issued), expires=stamp(expires))
    head.write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")
    output = scratch / "catalog.db"
    done = subprocess.run([options.compiler, folder, "--output", output], stdout=subprocess.DEVNULL)
    if done.returncode != 0:
        stop("the catalog is not in order; nothing was published")
    return output.read_bytes(), value["schemaVersion"]


def import_with_program(file):
    """What a person gets who carries the file on a stick. Only keys the program was built with can pass."""
    trusted = {path.read_text().split()[-1] for path in root.joinpath("resources/trust").glob("*.pub")}
    if options.pub.read_text().split()[-1] not in trusted:
        print("This key is not one the program trusts, so the import was not tried.")
        return
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"HOME": home, "XDG_DATA_HOME": f"{home}/data"}
        done = subprocess.run([options.cli, "catalog", "import", file], env=environment, capture_output=True, text=True)
        if done.returncode != 0:
            stop(f"offramp-cli does not take it: {done.stderr.strip()}")


try:
    expires = datetime.datetime.strptime(options.expires, "%Y-%m-%d").replace(tzinfo=datetime.timezone.utc)
except ValueError:
    stop(f"--expires {options.expires} is not a day such as 2027-11-23")
issued = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
if expires <= issued:
    stop("it would be expired when it is published")
before = published()
if before and options.serial <= before["serial"]:
    stop(f"{options.out} already holds catalog {before['serial']}; a serial only ever rises")
if before and issued <= moment(before["issuedAt"]):
    stop(f"the catalog of {before['issuedAt']} is not older than now; is the clock right?")

with tempfile.TemporaryDirectory() as scratch_folder:
    scratch = pathlib.Path(scratch_folder)
    database, schema = compiled(scratch, issued, expires)
    stage = scratch / "stage"
    stage.mkdir()
    file = stage / f"catalog-{options.serial}.db.gz"
    file.write_bytes(gzip.compress(database, 9, mtime=0))
    comment = f"serial:{options.serial} expires:{expires:%Y-%m-%d} file:"
    sign(file, f"offramp-catalog {comment}{file.name} database:{sha256(database)}")
    index = {"format": "offramp.catalogIndex/1", "serial": options.serial, "schemaVersion": schema,
             "issuedAt": stamp(issued), "expiresAt": stamp(expires),
             "file": {"name": file.name, "size": file.stat().st_size, "sha256": sha256(file.read_bytes())},
             "database": {"size": len(database), "sha256": sha256(database)}, "deltas": []}

    olds = sorted(options.out.glob("catalog-*.db.gz"), key=lambda path: -int(path.name.split("-")[1].split(".")[0]))
    for old in olds[:most_deltas]:
        if verify(old) is None or len(database) > largest_for_deltas:
            continue
        old_database = gzip.decompress(old.read_bytes())
        changes = delta(old_database, database)
        if apply(old_database, changes) != database:
            stop(f"the delta from {old.name} does not make the new catalog")
        packed = gzip.compress(changes, 9, mtime=0)
        if len(packed) < index["file"]["size"]:
            serial = int(old.name.split("-")[1].split(".")[0])
            name = f"catalog-{serial}-{options.serial}.delta.gz"
            (stage / name).write_bytes(packed)
            index["deltas"].append({"from": serial, "fromSha256": sha256(old_database), "name": name,
                                    "size": len(packed), "sha256": sha256(packed)})
    page = stage / "index.json"
    page.write_text(json.dumps(index, indent=2) + "\n", encoding="utf-8")
    sign(page, f"offramp-index {comment}index.json")
    if options.cli:
        import_with_program(file)

    # Big files first, the index last: whoever asks in between finds everything the index names.
    options.out.mkdir(parents=True, exist_ok=True)
    names = sorted((entry.name for entry in stage.iterdir()), key=lambda name: (name.startswith("index"), name == "index.json",
                                                                                name.endswith(".minisig"), name))
    for name in names:
        os.utime(stage / name, (issued.timestamp(), issued.timestamp()))
        shutil.copy2(stage / name, options.out / f".{name}.new")
        os.replace(options.out / f".{name}.new", options.out / name)
    for old in options.out.glob("catalog-*-*.delta.gz"):
        if old.name not in {entry["name"] for entry in index["deltas"]}:
            old.unlink()

print(f"Catalog {options.serial} is in {options.out}: {index['file']['size']:,} bytes to download, "
      f"{index['database']['size']:,} unpacked, good until {options.expires}.")
for entry in index["deltas"]:
    print(f"  from catalog {entry['from']}: {entry['size']:,} bytes")
