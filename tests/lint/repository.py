"""Rules about the repository itself: nothing of a developer's machine, no shell, no affiliate links, files one can read."""
import json
import pathlib
import re
import subprocess
import sys
import urllib.parse

root = pathlib.Path(sys.argv[1])
listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=root, capture_output=True, text=True)
if listed.returncode == 0 and listed.stdout:
    names = listed.stdout.splitlines()
else:
    names = [str(f.relative_to(root)) for f in root.rglob("*") if f.is_file() and "build" not in f.parts]
problems = []

# The rules themselves would match, so they are written in pieces.
machine_paths = re.compile("|".join([r"/wor" + r"k/", r"/roo" + r"t/", r"/tmp/bash" + r"_jobs", r"/hom" + r"e/[a-z]+/src"]))
shells = re.compile(r"(?<!QLocale::)\b(std::)?sys" + r"tem\(|\bpop" + r"en\(|/bin/sh\b.*-c\b|cmd(\.exe)? /c")
for name in names:
    path = root / name
    if not path.is_file() or path.suffix in {".png", ".reg", ".ico", ".icns"} or name.startswith("tests/fuzz/corpus"):
        continue
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        continue
    recorded = name.startswith("tests/machines/")
    for number, line in enumerate(text.splitlines(), 1):
        if not recorded and machine_paths.search(line):
            problems.append(f"{name}:{number}: a path of one developer's machine")
        if path.suffix in {".cpp", ".h"} and shells.search(line):
            problems.append(f"{name}:{number}: programs are started with an argument vector, never through a shell")
    if path.suffix in {".cpp", ".h"} and name.startswith(("src/", "ui/")) and text.count("\n") > 450:
        problems.append(f"{name}: {text.count(chr(10))} lines; a file this long needs a second one")


def check_links(name, value, where=""):
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("homeUrl", "supportUrl") and isinstance(inner, str):
                url = urllib.parse.urlparse(inner)
                if url.scheme != "https" or url.query or url.fragment:
                    problems.append(f"{name}: {where}{key}: links people open are https, without query or fragment")
            check_links(name, inner, f"{where}{key}.")
    elif isinstance(value, list):
        for inner in value:
            check_links(name, inner, where)


for name in names:
    if name.startswith("resources/catalog/") and name.endswith(".json"):
        check_links(name, json.loads(root.joinpath(name).read_text(encoding="utf-8")))

print("\n".join(problems) or f"{len(names)} files keep the rules")
sys.exit(1 if problems else 0)
