"""A published catalog as docs/data-formats.md describes it, for tests that also publish it wrongly."""
import datetime
import gzip
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "resources/packaging/catalog"))
from catalog_delta import delta  # noqa: E402,F401

now = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
issued = now - datetime.timedelta(days=2)
expires = now + datetime.timedelta(days=365)


def issued_of(serial):
    """Every catalog is issued at a moment of its own, a later one later."""
    return issued + datetime.timedelta(minutes=serial)


def stamp(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def day(moment):
    return moment.strftime("%Y-%m-%d")


def sha256(data):
    return hashlib.sha256(data).hexdigest()


class Key:
    """A minisign key pair without a password, made for one test run."""

    def __init__(self, folder, name):
        self.public, self.secret = folder / f"{name}.pub", folder / f"{name}.key"
        subprocess.run(["minisign", "-G", "-W", "-p", self.public, "-s", self.secret], check=True, capture_output=True)

    def sign(self, file, comment, legacy=False):
        signature = pathlib.Path(f"{file}.minisig")
        options = ["-l"] if legacy else []
        subprocess.run(["minisign", "-S", "-W", *options, "-s", self.secret, "-m", file, "-x", signature, "-t", comment],
                       check=True, capture_output=True)
        return signature


class Compiler:
    """Catalogs of any serial, from the sources of this tree."""

    def __init__(self, program, tree, scratch):
        self.program, self.folder, self.scratch = program, scratch / "sources", scratch
        shutil.copytree(tree / "resources/catalog", self.folder)

    def database(self, serial, issued_at=None, expires_at=expires, change=None):
        issued_at = issued_at or issued_of(serial)
        head = self.folder / "catalog.json"
        value = json.loads(head.read_text())
        value.update(serial=serial, issued=stamp(issued_at), expires=stamp(expires_at), factsAsOf=day(issued_at))
        head.write_text(json.dumps(value))
        undo = []
        if change:
            file, old, new = change
            file = self.folder / file
            text = file.read_text(encoding="utf-8")
            assert text.count(old) == 1, f"{file} holds {text.count(old)} times {old!r}"
            file.write_text(text.replace(old, new), encoding="utf-8")
            undo.append((file, text))
        output = self.scratch / f"compiled-{serial}.db"
        subprocess.run([self.program, self.folder, "--output", output], check=True, capture_output=True)
        for file, text in undo:
            file.write_text(text, encoding="utf-8")
        return output.read_bytes()


def index_of(serial, database, packed, issued_at, expires_at, schema=1):
    return {"format": "offramp.catalogIndex/1", "serial": serial, "schemaVersion": schema,
            "issuedAt": stamp(issued_at), "expiresAt": stamp(expires_at),
            "file": {"name": f"catalog-{serial}.db.gz", "size": len(packed), "sha256": sha256(packed)},
            "database": {"size": len(database), "sha256": sha256(database)}, "deltas": []}


def index_comment(serial, expires_at=expires):
    return f"offramp-index serial:{serial} expires:{day(expires_at)} file:index.json"


def catalog_comment(serial, database, expires_at=expires):
    return (f"offramp-catalog serial:{serial} expires:{day(expires_at)} file:catalog-{serial}.db.gz "
            f"database:{sha256(database)}")


def publish(folder, key, serial, database, issued_at=None, expires_at=expires, old=None, packed=None, change_index=None,
            claimed=None):
    """Writes a whole server folder. `old` is (serial, database) of a catalog to offer a delta from; `packed` replaces
    the compressed file; `change_index` changes the index before it is signed; `claimed` is what the signed comment
    calls the database."""
    issued_at = issued_at or issued_of(serial)
    folder.mkdir(parents=True, exist_ok=True)
    packed = gzip.compress(database, 9, mtime=0) if packed is None else packed
    file = folder / f"catalog-{serial}.db.gz"
    file.write_bytes(packed)
    key.sign(file, catalog_comment(serial, database if claimed is None else claimed, expires_at))
    page = index_of(serial, database, packed, issued_at, expires_at)
    if old:
        name = f"catalog-{old[0]}-{serial}.delta.gz"
        folder.joinpath(name).write_bytes(gzip.compress(delta(old[1], database), 9, mtime=0))
        data = folder.joinpath(name).read_bytes()
        page["deltas"].append({"from": old[0], "fromSha256": sha256(old[1]), "name": name, "size": len(data),
                               "sha256": sha256(data)})
    if change_index:
        change_index(page)
    write_index(folder, key, page, expires_at)
    for entry in folder.iterdir():
        os.utime(entry, (issued_at.timestamp(), issued_at.timestamp()))
    return folder


def write_index(folder, key, page, expires_at=expires, comment=None):
    index = folder / "index.json"
    index.write_text(json.dumps(page, indent=2) + "\n")
    key.sign(index, comment or index_comment(page["serial"], expires_at))
