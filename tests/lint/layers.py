"""Fails when a file includes a header its folder may not know.

The rules are the table "Who may know whom" in docs/architecture.md: the drawing is the test.
"""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
table = root.joinpath("docs/architecture.md").read_text(encoding="utf-8").split("## Who may know whom")[1].split("## ")[0]
allowed = {}
for row in re.findall(r"^\| (\w+) \|([^|]*)\|$", table, re.MULTILINE):
    if row[0] != "folder":
        allowed[row[0]] = {name.strip() for name in row[1].split(",") if name.strip()} | {row[0]}
if len(allowed) < 9:
    sys.exit("the table of docs/architecture.md could not be read")

problems = []
files = [f for top in ("src", "ui") for f in root.joinpath(top).rglob("*") if f.suffix in (".h", ".cpp", ".inc")]
for file in sorted(files):
    parts = file.relative_to(root).parts
    folder = parts[1] if parts[0] == "src" else "ui"
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        where = f"{file.relative_to(root)}:{number}"
        if parts[0] == "src" and re.match(r"\s*#\s*include\s*<Q", line):
            problems.append(f"{where}: src/ does not know Qt")
        if "platform" not in parts and re.match(r"\s*#\s*if.*(_WIN32|__linux__|__APPLE__)", line):
            problems.append(f"{where}: operating systems are told apart in src/platform only")
        include = re.match(r'\s*#\s*include\s*"(\w+)/([^"]+)"', line)
        if not include or include[1] not in allowed:
            continue
        if include[1] not in allowed[folder]:
            problems.append(f"{where}: {folder} may not include {include[1]}/{include[2]}")
        if include[1] == "platform" and include[2] == "platform.h" and folder in ("inventory", "catalog", "session", "state"):
            problems.append(f"{where}: {folder} sees the ports only, not a machine")

print("\n".join(problems) or f"{len(files)} files keep to the table")
sys.exit(1 if problems else 0)
