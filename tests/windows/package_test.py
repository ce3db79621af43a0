"""What ./dev package windows writes: the same bytes every time, sums that fit, an honest list of materials, a working signature.

Usage: package_test.py BIN_DIR SOURCE_DIR
"""
import hashlib
import json
import os
import pathlib
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
programs, tree = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
build, script = programs.parent, tree / "resources/packaging/windows/package.py"
sys.path.insert(0, str(script.parent))
import components  # noqa: E402

version = components.cached(build, "CMAKE_PROJECT_VERSION")
names = {f"offramp-{version}-setup.exe", f"offramp-{version}-portable.exe", f"offramp-{version}.spdx.json", "SHA256SUMS"}


def make(output, **settings):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("OFFRAMP_")}
    environment |= {"SOURCE_DATE_EPOCH": "1700000000"} | settings
    return subprocess.run([sys.executable, str(script), str(build), str(output)], env=environment, capture_output=True,
                          text=True, timeout=300)


def contents(folder):
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir()}


class Package(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.output = pathlib.Path(cls.scratch.name, "first")
        finished = make(cls.output)
        if finished.returncode != 0:
            raise AssertionError(finished.stdout + finished.stderr)

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def test_two_runs_give_the_same_bytes_and_the_sums_fit(self):
        again = pathlib.Path(self.scratch.name, "again")
        self.assertEqual(make(again).returncode, 0)
        self.assertEqual(contents(self.output), contents(again))
        self.assertEqual(set(contents(self.output)), names)
        checked = subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=self.output, capture_output=True, text=True)
        self.assertEqual((checked.returncode, checked.stdout.count(": OK")), (0, 3), checked.stdout)

    def test_the_program_keeps_its_promised_size(self):
        self.assertLess((self.output / f"offramp-{version}-portable.exe").stat().st_size, 30_000_000)

    def test_the_list_of_materials_is_whole_and_claims_nothing_it_does_not_know(self):
        document = json.loads((self.output / f"offramp-{version}.spdx.json").read_text())
        self.assertEqual((document["spdxVersion"], document["dataLicense"], document["SPDXID"]), ("SPDX-2.3", "CC0-1.0", "SPDXRef-DOCUMENT"))
        self.assertEqual(document["creationInfo"]["created"], "2023-11-14T22:13:20Z")
        self.assertRegex(document["documentNamespace"], r"^urn:uuid:[0-9a-f-]{36}$")
        packages = {package["SPDXID"]: package for package in document["packages"]}
        self.assertEqual(len(packages), len(document["packages"]), "identifiers are unique")
        for identifier, package in packages.items():
            self.assertRegex(identifier, r"^SPDXRef-[A-Za-z0-9.-]+$")
            for field in ("name", "downloadLocation", "licenseConcluded", "licenseDeclared", "copyrightText"):
                self.assertTrue(package[field], (identifier, field))
            if package["licenseDeclared"] == "NOASSERTION":
                self.assertTrue(package["licenseComments"], identifier)
        related = set()
        for relationship in document["relationships"]:
            ends = {relationship["spdxElementId"], relationship["relatedSpdxElement"]}
            self.assertLessEqual(ends, packages.keys() | {"SPDXRef-DOCUMENT"})
            related |= ends
        self.assertEqual(packages.keys() - related, set(), "nothing is listed without being part of something")
        for name in (f"offramp-{version}-setup.exe", f"offramp-{version}-portable.exe"):
            digest = hashlib.sha256((self.output / name).read_bytes()).hexdigest()
            self.assertEqual(packages[f"SPDXRef-{name}"]["checksums"], [{"algorithm": "SHA256", "checksumValue": digest}])

    def test_what_is_linked_is_listed_with_the_version_it_was_built_from(self):
        document = json.loads((self.output / f"offramp-{version}.spdx.json").read_text())
        listed = {package["name"]: package for package in document["packages"]}
        sdk = pathlib.Path(components.cached(build, "OFFRAMP_WIN_SDK"))
        versions = dict(line.split(maxsplit=1) for line in (sdk / "MANIFEST").read_text().splitlines() if " " in line)
        for name in ("qt6-base", "sqlite3", "sqlitecpp", "libplist", "fmtlib", "nlohmann-json3", "cli11", "tl-expected"):
            self.assertEqual(listed[name]["versionInfo"], versions[name])
        self.assertNotIn("catch2", listed, "what only tests use is not shipped")
        self.assertEqual(listed["qt6-base"]["licenseDeclared"], "LGPL-3.0-only OR GPL-2.0-only")

    def test_the_notices_hold_every_license_and_the_texts_they_refer_to(self):
        linked = components.linked_components(build)
        text = components.notices(linked)
        for component in linked:
            self.assertIn(component["name"], text)
            self.assertIn(component["text"].strip()[-200:], text)
        for name in ("GPL-3", "LGPL-3", "LGPL-2.1"):
            self.assertIn(f"/usr/share/common-licenses/{name}\n====", text)

    def test_a_library_nobody_described_stops_the_packaging(self):
        described = json.loads(components.table.read_text())
        described["libraries"] = [one for one in described["libraries"] if one["name"] != "libplist"]
        copy = pathlib.Path(self.scratch.name, "components.json")
        copy.write_text(json.dumps(described))
        original, components.table = components.table, copy
        try:
            with self.assertRaisesRegex(components.PackagingError, "libplist-2.0.a"):
                components.linked_components(build)
        finally:
            components.table = original

    def test_a_license_is_named_only_when_the_copyright_file_states_it(self):
        entry = {"files": "*"}
        self.assertEqual(components.license_of(entry, "Files: *\nLicense: Expat\n")[0], "MIT")
        self.assertEqual(components.license_of(entry, "Files: *\nCopyright: x\nLicense: GPL-2+ or FTL\n text")[0], "GPL-2.0-or-later OR FTL")
        self.assertEqual(components.license_of(entry, "Files: *\nLicense: public-domain\n")[0], "NOASSERTION")
        self.assertEqual(components.license_of(entry, "Files: debian/*\nLicense: Expat\n")[0], "NOASSERTION")
        self.assertEqual(components.license_of({"phrase": "NEVER SAID", "license": "MIT"}, "Expat")[0], "NOASSERTION")

    @unittest.skipUnless(shutil.which("osslsigncode"), "osslsigncode is not installed")
    def test_the_signing_hook_signs_the_programs_and_the_installer_so_that_a_verifier_agrees(self):
        keys = pathlib.Path(self.scratch.name, "keys")
        keys.mkdir()
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Test only",
                        "-addext", "extendedKeyUsage=codeSigning", "-keyout", keys / "key.pem", "-out", keys / "certificate.pem"],
                       check=True, capture_output=True)
        log, hook = keys / "signed.txt", keys / "sign with test key"
        hook.write_text(f'#!/bin/sh\nset -e\necho "$1" >>"{log}"\n'
                        f'osslsigncode sign -certs "{keys}/certificate.pem" -key "{keys}/key.pem" -h sha256 -n Offramp '
                        '-in "$1" -out "$1.signed" >/dev/null\nmv "$1.signed" "$1"\n')
        hook.chmod(hook.stat().st_mode | stat.S_IXUSR)
        signed = pathlib.Path(self.scratch.name, "signed")
        finished = make(signed, OFFRAMP_SIGN=str(hook))
        self.assertEqual(finished.returncode, 0, finished.stderr)
        self.assertEqual(len(log.read_text().splitlines()), 5, "three programs, the uninstaller, the installer")
        for name in (f"offramp-{version}-setup.exe", f"offramp-{version}-portable.exe"):
            verified = subprocess.run(["osslsigncode", "verify", "-CAfile", keys / "certificate.pem", "-in", signed / name],
                                      capture_output=True, text=True)
            self.assertEqual(verified.returncode, 0, verified.stdout + verified.stderr)
            self.assertRegex(verified.stdout, re.compile("CN *= *Test only"))
            unsigned = subprocess.run(["osslsigncode", "verify", "-CAfile", keys / "certificate.pem", "-in", self.output / name],
                                      capture_output=True, text=True)
            self.assertNotEqual(unsigned.returncode, 0, "a file that was not signed passes the same check")

    def test_a_signer_that_fails_or_is_missing_stops_the_packaging(self):
        for hook in ("/bin/false", "/nowhere/sign"):
            finished = make(pathlib.Path(self.scratch.name, "refused"), OFFRAMP_SIGN=hook)
            self.assertEqual(finished.returncode, 1, hook)
            self.assertIn("package: ", finished.stderr)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
