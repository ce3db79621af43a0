"""Which libraries the built Windows programs contain, under which licenses: the list of materials and the notices.

What is inside is asked of the build (ninja), versions are those of the MANIFEST the libraries were built from or of the
installed package, and licenses are those Debian's copyright files state. What is not stated is NOASSERTION.
"""
import datetime
import fnmatch
import hashlib
import json
import pathlib
import re
import subprocess
import uuid

table = pathlib.Path(__file__).with_name("components.json")
programs = ("offramp.exe", "offramp-cli.exe", "offramp-broker.exe")
documents = pathlib.Path("/usr/share/doc")
common_licenses = pathlib.Path("/usr/share/common-licenses")

# Names of Debian's copyright format whose meaning is exactly that of an SPDX license.
spdx_names = {
    "Apache-2.0": "Apache-2.0", "BSD-2-clause": "BSD-2-Clause", "BSD-3-clause": "BSD-3-Clause", "CC0-1.0": "CC0-1.0",
    "Expat": "MIT", "FTL": "FTL", "GPL-2": "GPL-2.0-only", "GPL-2+": "GPL-2.0-or-later", "GPL-3": "GPL-3.0-only",
    "GPL-3+": "GPL-3.0-or-later", "ISC": "ISC", "LGPL-2.1+": "LGPL-2.1-or-later", "LGPL-3": "LGPL-3.0-only",
    "ZPL-2.1": "ZPL-2.1", "Zlib": "Zlib", "curl": "curl",
}


class PackagingError(Exception):
    """Said to the person who packages; names what to do."""


def ask(*arguments):
    finished = subprocess.run(arguments, capture_output=True, text=True)
    if finished.returncode != 0:
        raise PackagingError(f"{' '.join(map(str, arguments[:4]))} … failed: {finished.stderr.strip()}")
    return finished.stdout


def cached(build, name):
    found = re.search(rf"^{name}:\w+=(.*)$", (build / "CMakeCache.txt").read_text(), re.MULTILINE)
    if not found:
        raise PackagingError(f"{build} was not built for Windows by ./dev windows: it has no {name}")
    return found[1]


def linked_components(build):
    """The entries of components.json that are inside the programs, in the order of that file."""
    known = json.loads(table.read_text())["libraries"]
    sdk = cached(build, "OFFRAMP_WIN_SDK").rstrip("/")
    archives, headers = set(), set()
    for program in programs:
        link = ask("ninja", "-C", build, "-t", "commands", f"bin/{program}").splitlines()[-1]
        archives |= {pathlib.PurePosixPath(path).name for path in re.findall(r"\s(/\S+\.a)\b", link)}   # ours are relative
    # ninja names the headers of everything it built; tests include no library that only tests have, but for Catch2.
    for line in ask("ninja", "-C", build, "-t", "deps").splitlines():
        if line.startswith(f"    {sdk}/include/"):
            headers.add(line.strip()[len(f"{sdk}/include/"):].split("/")[0])
    headers.discard("catch2")

    def inside(entry):
        return (entry.get("always") or entry.get("setup")
                or any(fnmatch.fnmatchcase(archive, pattern) for archive in archives for pattern in entry.get("linked", []))
                or (not entry.get("linked") and bool(headers & set(entry.get("headers", [])))))

    patterns = [pattern for entry in known for pattern in entry.get("linked", [])]
    strange = sorted(archive for archive in archives if not any(fnmatch.fnmatchcase(archive, p) for p in patterns))
    strange += sorted(headers - {header for entry in known for header in entry.get("headers", [])})
    if strange:
        raise PackagingError(f"linked, but not described in {table.name}: {', '.join(strange)}")
    if not archives or not headers:
        raise PackagingError(f"{build} holds no built programs; run ./dev windows")
    return [describe(entry, pathlib.Path(sdk)) for entry in known if inside(entry)]


def describe(entry, sdk):
    described = dict(entry)
    described["package"] = next((p for p in entry["copyright"] if (documents / p / "copyright").is_file()), None)
    if described["package"] is None:
        raise PackagingError(f"the license of {entry['name']} cannot be read; install {' or '.join(entry['copyright'])}")
    described["text"] = (documents / described["package"] / "copyright").read_text(encoding="utf-8", errors="replace")
    if "source" in entry:
        versions = dict(line.split(maxsplit=1) for line in (sdk / "MANIFEST").read_text().splitlines() if " " in line)
        if entry["source"] not in versions:
            raise PackagingError(f"MANIFEST names no version of {entry['source']}")
        described["version"] = versions[entry["source"]]
    elif "installed" in entry:
        described["version"] = ask("dpkg-query", "-W", "-f", "${source:Version}", entry["installed"])
        described["source"] = ask("dpkg-query", "-W", "-f", "${source:Package}", entry["installed"])
    described["license"], described["comment"] = license_of(entry, described["text"])
    return described


def license_of(entry, text):
    """An SPDX expression and why, or NOASSERTION and what the file says instead."""
    if "phrase" in entry:
        if entry["phrase"] in text:
            return entry["license"], "Stated in words by Debian's copyright file."
        return "NOASSERTION", "Debian's copyright file does not state it in a form a program can read."
    for paragraph in re.split(r"\n\s*\n(?=Files:)", text):
        files = re.search(r"^Files:((?:.*)(?:\n[ \t].*)*)", paragraph, re.MULTILINE)
        stated = re.search(r"^License: *(.+)$", paragraph, re.MULTILINE)
        if files and stated and entry["files"] in files[1].split():
            words = re.split(r" (and|or) ", stated[1].strip())
            comment = f"Debian's copyright file says for {entry['files']}: {stated[1].strip()}"
            if all(word in spdx_names for word in words[::2]):
                return " ".join(spdx_names.get(w, w.upper()) for w in words), comment
            return "NOASSERTION", comment
    return "NOASSERTION", f"Debian's copyright file has no paragraph for {entry['files']}."


def notices(components):
    """One text with the license of everything linked, and the texts those refer to."""
    parts = ["Offramp contains the work of others. This file says whose, and under which licenses.\n"
             "Offramp itself is under the GNU General Public License, version 3 or later: see LICENSE.txt.\n"]
    line = "=" * 100
    for package in dict.fromkeys(component["package"] for component in components):
        of_package = [component for component in components if component["package"] == package]
        names = ", ".join(c["name"] + (f" {c['version']}" if "version" in c else "") for c in of_package)
        parts.append(f"{line}\n{names}\n{line}\n\n{of_package[0]['text'].strip()}\n")
    texts = "\n".join(component["text"] for component in components)
    referred = {name.rstrip(".") for name in re.findall(r"/usr/share/common-licenses/([\w.-]+)", texts)}
    for name in sorted({(common_licenses / name).resolve().name for name in referred if (common_licenses / name).is_file()}):
        parts.append(f"{line}\n/usr/share/common-licenses/{name}\n{line}\n\n{(common_licenses / name).read_text(errors='replace')}")
    return "\n".join(parts)


def spdx(components, version, results, moment):
    """An SPDX 2.3 document for the finished files. `moment` is in seconds since 1970."""
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in results}
    created = datetime.datetime.fromtimestamp(moment, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    packages, relationships = [], []

    def identifier(name):
        return "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", name)

    def relate(one, kind, other):
        relationships.append({"spdxElementId": one, "relationshipType": kind, "relatedSpdxElement": other})

    def add(name, license_expression, **more):
        packages.append({"name": name, "SPDXID": identifier(name), "downloadLocation": "NOASSERTION", "filesAnalyzed": False,
                         "licenseConcluded": "NOASSERTION", "licenseDeclared": license_expression,
                         "copyrightText": "NOASSERTION"} | more)
        return identifier(name)

    offramp = add("Offramp", "GPL-3.0-or-later", versionInfo=version, primaryPackagePurpose="APPLICATION")
    for name, digest in digests.items():
        file = add(name, "GPL-3.0-or-later", versionInfo=version, packageFileName=name,
                   checksums=[{"algorithm": "SHA256", "checksumValue": digest}],
                   primaryPackagePurpose="INSTALL" if name.endswith("-setup.exe") else "APPLICATION")
        relate("SPDXRef-DOCUMENT", "DESCRIBES", file)
        relate(file, "CONTAINS", offramp)
    for component in components:
        more = {"licenseComments": component["comment"], "primaryPackagePurpose": "LIBRARY"}
        if "version" in component:
            more["versionInfo"] = component["version"]
            more["externalRefs"] = [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator":
                                     f"pkg:deb/debian/{component['source']}@{component['version'].replace('+', '%2B')}?arch=source"}]
        else:
            more["sourceInfo"] = f"The copy that is part of {component['within']}."
        library = add(component["name"], component["license"], **more)
        if component.get("setup"):
            for name in digests:
                if name.endswith("-setup.exe"):
                    relate(identifier(name), "CONTAINS", library)
        elif "within" in component:
            relate(identifier(component["within"]), "CONTAINS", library)
        else:
            relate(offramp, "STATIC_LINK" if component.get("linked") or component.get("always") else "CONTAINS", library)
    namespace = uuid.uuid5(uuid.NAMESPACE_OID, f"offramp {version} {sorted(digests.items())}")
    document = {"spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT",
                "name": f"offramp-{version}", "documentNamespace": f"urn:uuid:{namespace}",
                "creationInfo": {"created": created, "creators": ["Organization: Offramp", "Tool: offramp-package"]},
                "packages": packages, "relationships": relationships}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
