"""How fast `assess` reads the log of a made-up fleet, beside jq, DuckDB and ripgrep doing the comparable filter; and what
it keeps in memory, and what more signatures cost.

Usage: fleet.py PROGRAMS [--bytes 1e9] [--shape 4e9] [--duckdb FOLDER]

PROGRAMS has offramp-cli and catalog-compiler. The log is generated (fleet_log.py) into a scratch folder that is removed
afterwards. jq is timed on the log's first tenth, because it takes that long. DuckDB is run when FOLDER holds
node_modules/@duckdb/node-api (npm install @duckdb/node-api), otherwise it is said to be missing. The programs take turns, so
that whatever else the computer does meets all of them alike; medians of five rounds.
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

parser = argparse.ArgumentParser()
parser.add_argument("programs", type=pathlib.Path)
parser.add_argument("--bytes", type=float, default=1e9)
parser.add_argument("--shape", type=float, default=0, help="a second, larger log for memory and time")
parser.add_argument("--duckdb", type=pathlib.Path)
parser.add_argument("--rounds", type=int, default=5)
parser.add_argument("--signatures", type=int, default=50_000)
options, _ = parser.parse_known_args()
root = pathlib.Path(__file__).resolve().parents[2]
cli = options.programs / "offramp-cli"
duckdb = """
const {DuckDBInstance} = require('@duckdb/node-api');
(async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const result = await connection.runAndReadAll(`SELECT hostIdentifier, count(*) FROM read_json('${process.argv[2]}',
    format='newline_delimited', columns={hostIdentifier: 'VARCHAR', name: 'VARCHAR', action: 'VARCHAR', columns: 'JSON'})
    WHERE columns::VARCHAR ILIKE '%kaspersk%' GROUP BY 1`);
  console.log(result.getRows().length);
})();
"""


def run_once(arguments, cwd=None):
    """(seconds, processor seconds, greatest memory in MB)"""
    started = time.monotonic()
    child = subprocess.Popen([str(a) for a in arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=cwd)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return time.monotonic() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def in_turns(contenders):
    """Medians of each: contenders are (what, bytes, arguments, folder)."""
    runs = [[] for _ in contenders]
    for _ in range(options.rounds):
        for index, (_, _, arguments, cwd) in enumerate(contenders):
            runs[index].append(run_once(arguments, cwd))
    return [tuple(statistics.median(run[part] for run in each) for part in range(3)) for each in runs]


def computers(log):
    """How many an answer has."""
    answer = subprocess.run([cli, "assess", log, "--json"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return answer.stdout.count(b"\n")


def inventories(target):
    with target.open("w", encoding="utf-8") as out:
        for folder in sorted((root / "tests/machines").iterdir()):
            read = subprocess.run([cli, "inventory", "--host", folder, "--json"], capture_output=True, text=True, check=False)
            inventory = json.loads(read.stdout)
            inventory["expected"] = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["verdict"]
            out.write(json.dumps(inventory) + "\n")


def generate(target, machines, size):
    with target.open("wb") as out:
        subprocess.run([sys.executable, "-B", root / "tests/bench/fleet_log.py", machines, str(size)], stdout=out, check=True)
    return target.stat().st_size


def larger_catalog(scratch, signatures):
    """Today's catalog with made-up products, three rules each."""
    source = scratch / "source"
    shutil.copytree(root / "resources/catalog", source)
    link = {"url": "", "title": "Made up for a measurement", "verification": "inferred"}
    rule = {"shows": "product", "strength": "likely", "source": link}
    for start in range(0, signatures // 3, 4000):
        entries = [{"id": f"made-up-{n}", "name": f"Made-up qx{n}zv {n}", "role": "other", "segment": "home",
                    "platforms": ["windows", "linux"], "source": link,
                    "us": {"status": "unclear", "basis": "notNamed", "source": link},
                    "signatures": [rule | {"kinds": ["package"], "ids": [f"made-up-{n}-*"]},
                                   rule | {"kinds": ["program", "msiProduct"], "names": [f"made-up qx{n}zv {n}*"]},
                                   rule | {"kinds": ["folder", "file"], "paths": [f"*/made-up qx{n}zv/{n}/*"]}]}
                   for n in range(start, min(start + 4000, signatures // 3))]
        source.joinpath(f"products/made-up-{start}.json").write_text(json.dumps(
            {"$schema": "../schema/product.schema.json", "family": f"made-up-{start}", "vendor": "kaspersky", "products": entries}))
    target = scratch / "larger.db"
    subprocess.run([options.programs / "catalog-compiler", source, "--output", target], check=True, stdout=subprocess.DEVNULL)
    return target


def row(what, size, times, base):
    rate = size / times[0] / 1e6
    print(f"{what:34} {size / 1e6:8.0f} MB {times[0]:8.2f} s {times[1]:8.2f} s {rate:9.0f} MB/s {times[2]:7.0f} MB"
          + (f" {base / rate:8.2f} x" if base else ""))
    return rate


with tempfile.TemporaryDirectory(prefix="offramp-fleet-") as folder:
    scratch = pathlib.Path(folder)
    inventories(scratch / "machines")
    log = scratch / "results.log"
    size = generate(log, scratch / "machines", options.bytes)
    tenth = scratch / "tenth.log"
    with log.open("rb") as whole, tenth.open("wb") as part:
        while part.tell() < size // 10:
            part.write(whole.readline())
    with log.open("rb") as whole, open(os.devnull, "wb") as nowhere:
        shutil.copyfileobj(whole, nowhere, 1 << 20)   # in the page cache, for everybody
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}. "
          "Columns: size, time, processor time, rate, memory, how many times as fast assess is")
    contenders = [("assess", size, (cli, "assess", log), None), ("assess --json", size, (cli, "assess", log, "--json"), None)]
    if shutil.which("jq"):
        contenders.append(("jq (first tenth)", tenth.stat().st_size, (
            "jq", "-c", 'select((.columns // {}) | tostring | test("kaspersk"; "i")) | [.hostIdentifier, .name, .columns.name]',
            tenth), None))
    if shutil.which("rg"):
        contenders.append(("rg -i kaspersk", size, ("rg", "-c", "-i", "--no-config", "kaspersk", log), None))
    if options.duckdb and (options.duckdb / "node_modules/@duckdb/node-api").is_dir():
        script = options.duckdb / "fleet_bench.cjs"
        script.write_text(duckdb)
        contenders.append(("DuckDB", size, ("node", script, log), options.duckdb))
    else:
        print("DuckDB: not here (--duckdb FOLDER)")
    catalog = larger_catalog(scratch, options.signatures)
    contenders.append((f"assess, {options.signatures} more signatures", size, (cli, "assess", log, "--catalog", catalog), None))
    ours = 0
    for (what, bytes_, _, _), times in zip(contenders, in_turns(contenders)):
        rate = row(what, bytes_, times, ours)
        ours = ours or rate
    print(f"load {os.getloadavg()[0]:.1f} at the end of this; {computers(log)} computers")
    if options.shape:
        big = scratch / "larger.log"
        size = generate(big, scratch / "machines", options.shape)
        row("assess, the larger log", size, in_turns([("", size, (cli, "assess", big), None)])[0], ours)
        print(f"{computers(big)} computers")
