"""The same machine, two ways: what is found on a live Windows must be what is found in a recording of it.

Every golden Windows machine is written into a Wine prefix - its .reg files into the real registry, its files onto
drive C - and looked at live. The same machine is read as a recording, by the same program, and both answers are
compared field by field: the whole answer of `check`, and every piece of evidence that `inventory` read.

Both sides are the same machine: the recording gets the files Wine brings along and says that it is complete, and what
no Wine prefix can stand in for (Security Center, running programs) is in neither. What Wine's own registry adds is
known from the untouched prefix.

A live machine also has managers that can be asked: of services, of Windows Installer, of tasks. A recording has none, so
it knows of no service whether it runs, and says so. Of everything else the managers must say what the registry and the
files say: what they added, or told otherwise, would be a difference.

Usage: same_machine_test.py PROGRAMS SOURCE_TREE [MACHINE...]   (PROGRAMS is the folder with offramp-cli.exe)
"""
import collections
import concurrent.futures
import datetime
import json
import os
import pathlib
import queue
import re
import shutil
import subprocess
import sys
import tempfile
import time

import wine

programs, tree = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
chosen = sys.argv[3:]
cli = programs / "offramp-cli.exe"
workers = 2

# What may differ, and why. Everything else has to be the same.
may_differ = {
    "machine.name": "a live machine has the name of the computer",
    "machine.osVersion": "the version is that of the Windows that Wine shows",
    "machine.locale": "the language is that of the test's own environment",
    "machine.recorded": "one is a recording and one is not",
    "checkedAt": "the two answers are given one after the other",
    "takenAt": "the two answers are given one after the other",
    "coverage[].examined": "Wine's own registry holds more keys than a recording",
    "coverage[processes]": "Wine's own services run in a live prefix",
    "evidence[processes]": "Wine's own services run in a live prefix",
    "evidence[services that Wine has too]": "a recorded Spooler is written over Wine's own Spooler, which keeps the rest of its values",
}
recording_person = "S-1-5-21-0-0-0-1001"   # docs/data-formats.md: stands for the person who made the recording


class Skipped(Exception):
    pass


def text_of(file):
    """A .reg file's text, and how to write it back."""
    content = file.read_bytes()
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xef\xbb\xbf", "utf-8")):
        if content.startswith(mark):
            return content[len(mark):].decode(encoding, errors="replace"), mark, encoding
    return content.decode("cp1252" if content.startswith(b"REGEDIT4") else "utf-8", errors="replace"), b"", None


def people_in(texts):
    """Identifiers of people: with a tree of their own, and in the list of profiles."""
    person = r"S-1-(?:5-21|12-1)-[\d-]+"
    trees = {sid for text in texts for sid in re.findall(rf"^\[HKEY_USERS\\({person})\\", text, re.M | re.I)}
    listed = {sid for text in texts for sid in re.findall(rf"^\[.*\\ProfileList\\({person})\]", text, re.M | re.I)}
    return trees, listed


def as_windows_would_see_it(text, person, has_current_set):
    """Keys that are a link on real Windows, and are not one in Wine."""
    text = re.sub(r"(?mi)^\[HKEY_CURRENT_USER(?=[\\\]])", lambda _: rf"[HKEY_USERS\{person}", text)
    if not has_current_set:
        text = re.sub(r"(?mi)^(\[HKEY_LOCAL_MACHINE\\SYSTEM\\)ControlSet00\d(?=[\\\]])", r"\1CurrentControlSet", text)
    return text


def registry_of(folder, scratch):
    """The files to import: the recording's own, or their text where Wine needs another spelling."""
    files = sorted(file for file in (folder / "registry").glob("*") if file.suffix.lower() == ".reg")
    texts = [text_of(file)[0] for file in files]
    if any(re.search(r"^(\[-|(\"[^\"]*\"|@)=-)", text, re.M) for text in texts):
        raise Skipped("the .reg files delete something, which reading a recording does not do")
    trees, listed = people_in(texts)
    person = next(iter(trees)) if len(trees) == 1 else next(iter(listed)) if not trees and len(listed) == 1 else recording_person
    has_current_set = any(re.search(r"^\[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\", text, re.M | re.I) for text in texts)
    imports = []
    for number, file in enumerate(files):
        text, mark, encoding = text_of(file)
        seen = as_windows_would_see_it(text, person, has_current_set)
        if seen != text or (encoding is None and not text.startswith("REGEDIT4")):
            file = scratch / f"{number}.reg"
            file.write_bytes(b"\xff\xfe" + seen.encode("utf-16-le"))
        imports.append(file)
    return imports


def merge_files(source, drive):
    """Copies a tree onto drive C; like on Windows, upper and lower case are the same."""
    for parent, _, names in os.walk(source):
        place = drive
        for part in pathlib.Path(parent).relative_to(source).parts:
            same = [name for name in os.listdir(place) if name.lower() == part.lower()]
            place = place / (same[0] if same else part)
            place.mkdir(exist_ok=True)
        for name in names:
            shutil.copy2(pathlib.Path(parent, name), place / name)


def files_of(folder):
    """The recording's drive C, however it is written (docs/data-formats.md)."""
    files = folder / "files"
    for name in ("C", "c", "C:", "c:"):
        if (files / name).is_dir():
            return files / name
    return files if files.is_dir() else None


def complete_recording(folder, prefix, place):
    """The same machine as the live one will be, as a recording."""
    manifest = json.loads((folder / "machine.json").read_text(encoding="utf-8"))
    now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    (place / "files").mkdir(parents=True)
    (place / "machine.json").write_text(json.dumps({
        "os": "windows", "name": manifest.get("name", ""), "recordedAt": now, "elevated": True,
        "server": manifest.get("server", False),
        "complete": ["HKLM", "HKU", *(f"{letter}:\\" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXY"), "processes",
                     "security_center", "commands"]}))
    (place / "processes.json").write_text('{"processes": []}')
    (place / "security_center.json").write_text('{"unsupported": true}')
    if (folder / "registry").is_dir():
        shutil.copytree(folder / "registry", place / "registry")
    subprocess.run(["cp", "-al", str(prefix.drive), str(place / "files/C")], check=True)
    for link in [path for path in (place / "files/C").rglob("*") if path.is_symlink()]:
        link.unlink()


def answer(prefix, command, *options):
    finished = prefix.run(cli, command, "--json", *options)
    if (finished.returncode, finished.stdout, finished.stderr) == (1, "", ""):
        # Offramp never ends with 1 (offramp-cli --help) and never without a word: Wine did not start it.
        print(f"Wine did not start {command} {options}; once more")
        finished = prefix.run(cli, command, "--json", *options)
    try:
        return json.loads(finished.stdout)
    except json.JSONDecodeError:
        raise RuntimeError(f"{command} {options} ended with {finished.returncode}: {finished.stderr or finished.stdout[:500]}")


def flat(value, path=""):
    """Every leaf of an answer with its path. Elements of lists are named by what they are, not by their place."""
    if isinstance(value, dict):
        for name, member in value.items():
            yield from flat(member, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        seen = collections.Counter()
        for element in sorted(value, key=lambda e: json.dumps(e, sort_keys=True)):
            if isinstance(element, dict):
                words = [str(element[key]) for key in ("source", "kind", "code", "product", "id", "name", "version",
                                                       "readFrom", "scope") if isinstance(element.get(key), str)]
            else:
                words = []
            name = "|".join(words) if words else "element"
            seen[name] += 1
            yield from flat(element, f"{path}[{name}{'#%d' % seen[name] if seen[name] > 1 else ''}]")
        yield f"{path}.count", len(value)
    else:
        yield path, value


def may_path_differ(path):
    general = re.sub(r"\[(?!processes)[^\]]*\]", "[]", path)
    special = re.sub(r"^(coverage|evidence)\[processes[^\]]*\].*$", r"\1[processes]", path)
    return general in may_differ or special in may_differ


def differences(live, recorded):
    left, right = dict(flat(live)), dict(flat(recorded))
    # A recording does not know of any service whether it runs.
    activity = {path for path in right if path.endswith(".running") and right[path] is None and isinstance(left.get(path), bool)}
    return [f"{path}: live {json.dumps(left.get(path, '(not there)'), ensure_ascii=False)}, "
            f"recorded {json.dumps(right.get(path, '(not there)'), ensure_ascii=False)}"
            for path in sorted({*left, *right})
            if left.get(path, ...) != right.get(path, ...) and path not in activity and not may_path_differ(path)]


def evidence_of(inventory, left_out=()):
    """Every piece of evidence as one line, but whether it runs; the same one may be there several times."""
    return collections.Counter(json.dumps(piece | {"running": None}, sort_keys=True, ensure_ascii=False) for piece in inventory["evidence"]
                               if piece["source"] != "processes"
                               and not (piece["source"] == "windowsServices" and piece["id"].lower() in left_out))


class Untouched:
    """What is found in a prefix before anything is imported."""

    def __init__(self, prefix):
        inventory = answer(prefix, "inventory")
        self.evidence = evidence_of(inventory)
        self.services = {line.rstrip().rpartition("\\")[2].lower() for line in
                         prefix.run("reg", "query", r"HKLM\SYSTEM\CurrentControlSet\Services").stdout.splitlines() if line.strip()}
        if any("kaspersky" in piece.lower() for piece in self.evidence):
            sys.exit("the untouched prefix already holds something of Kaspersky's")


def compare(folder, prefix, clean):
    """Differences between the two ways to look at one machine, and what was found on it."""
    manifest = json.loads((folder / "machine.json").read_text(encoding="utf-8"))
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    if manifest.get("denied"):
        raise Skipped("places of it are refused, which an administrator's Wine prefix cannot do")
    if manifest.get("managed"):
        raise Skipped("it is managed by an organization, and a Wine prefix is not")
    if not (folder / "registry").is_dir() and files_of(folder) is None:
        raise Skipped("it has neither a registry nor files to import")
    with tempfile.TemporaryDirectory(dir=prefix.scratch) as scratch:
        scratch = pathlib.Path(scratch)
        imports = registry_of(folder, scratch)
        if manifest.get("server"):
            # Where Windows itself writes that it is a server.
            imports.append(scratch / "server.reg")
            imports[-1].write_text("REGEDIT4\n\n[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\ProductOptions]\n"
                                   '"ProductType"="ServerNT"\n')
        recording = scratch / "recording"
        recording.mkdir()
        complete_recording(folder, prefix, recording)
        question = ["--as-of", expected.get("asOf", "2026-11-23"), "--person", expected.get("person", "us")]
        if files_of(folder) is not None:
            merge_files(files_of(folder), recording / "files/C")
            merge_files(files_of(folder), prefix.drive)
        recorded = answer(prefix, "check", "--host", wine.in_windows(recording), *question)
        damage = [issue for source in recorded["coverage"] for issue in source["issues"] if issue["code"] == "malformed"]
        if damage:
            raise Skipped("its .reg files are damaged on purpose, and regedit reads damage its own way")
        inventory = answer(prefix, "inventory", "--host", wine.in_windows(recording))
        recorded_evidence = evidence_of(inventory, clean.services)
        prefix.import_registry(*imports)
        live = answer(prefix, "check", *question)
        live_evidence = evidence_of(answer(prefix, "inventory"), clean.services)
    found = differences(live, recorded)
    found += [f"the recording claims to know what runs: {piece['id']}" for piece in inventory["evidence"] if piece["running"] is not None]
    found += [f"read only in the recording: {piece}" for piece in (recorded_evidence - live_evidence).elements()]
    found += [f"read only live: {piece}" for piece in (live_evidence - recorded_evidence - clean.evidence).elements()]
    return found, live, sum(recorded_evidence.values())


def main():
    folders = sorted(path.parent for path in (tree / "tests/machines").glob("*/machine.json")
                     if "windows" in str(json.loads(path.read_text(encoding="utf-8")).get("os", "")).lower())
    if chosen:
        folders = [folder for folder in folders if folder.name in chosen]
    begin = time.monotonic()
    skipped, failed, pieces, with_findings, compared = collections.defaultdict(list), {}, 0, 0, 0
    prefixes = queue.SimpleQueue()
    made = []

    def work(folder):
        prefix = prefixes.get()
        try:
            return compare(folder, prefix, clean)
        finally:
            prefix.reset()
            prefixes.put(prefix)

    try:
        for _ in range(workers):
            made.append(wine.Prefix())
            prefixes.put(made[-1])
        clean = Untouched(made[0])
        with concurrent.futures.ThreadPoolExecutor(workers) as pool:
            for folder, result in [(folder, pool.submit(work, folder)) for folder in folders]:
                try:
                    found, live, read = result.result()
                except Skipped as why:
                    skipped[str(why)].append(folder.name)
                    continue
                except Exception as fault:   # told for this machine; the others are still compared
                    failed[folder.name] = [f"{type(fault).__name__}: {fault}"]
                    continue
                compared += 1
                pieces += read
                with_findings += bool(live["installations"])
                if found:
                    failed[folder.name] = found
    finally:
        for prefix in made:
            prefix.__exit__()

    for why, names in sorted(skipped.items()):
        print(f"skipped {len(names)}, because {why}: {', '.join(names)}")
    for name, found in sorted(failed.items()):
        print(f"{name}: {len(found)} differences")
        for line in found[:12]:
            print(f"    {line}")
    seconds = time.monotonic() - begin
    print(f"same machine, two ways: {compared} of {len(folders)} Windows machines compared, {with_findings} with findings, "
          f"{pieces} pieces of evidence, {len(failed)} differ; {seconds:.0f} s, {seconds / max(len(folders), 1):.1f} s each")
    enough = chosen or (compared >= 0.6 * len(folders) and with_findings >= 0.3 * len(folders))
    if not enough:
        print("too few machines could be compared for this to prove anything")
    return 0 if enough and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
