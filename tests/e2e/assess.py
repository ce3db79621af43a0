"""offramp-cli assess: the same machine gets the same answer however it was collected.

Usage: assess.py OFFRAMP_CLI SOURCE_TREE
"""
import concurrent.futures
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import jsonschema

cli, tree = sys.argv[1], pathlib.Path(sys.argv[2])
sys.path.insert(0, str(tree / "tests/support"))
import fleet_formats  # noqa: E402

machines = sorted((tree / "tests/machines").iterdir())
as_of = ("--as-of", "2026-11-23")
schema = jsonschema.Draft7Validator(json.loads((tree / "resources/schema/assess.schema.json").read_text()))
# Kinds of evidence osquery's tables carry; a verdict that rests on others alone cannot be the same.
carried = {"program", "service", "driver", "securityProduct", "rootCertificate", "package", "systemdUnit", "app", "launchItem"}


def run(*arguments, text=None):
    return subprocess.run([cli, *map(str, arguments)], capture_output=True, timeout=120, input=text)


def assess(text, *arguments):
    finished = run("assess", "-", "--json", *as_of, *arguments, text=text if isinstance(text, bytes) else text.encode())
    answers = {}
    for line in finished.stdout.decode().splitlines():
        value = json.loads(line)
        errors = [f"{list(e.absolute_path)}: {e.message}" for e in schema.iter_errors(value)]
        assert errors == [], errors
        answers[value["host"]] = value
    return finished, answers


def read(folder):
    checked = json.loads(run("check", "--host", folder, "--json", *as_of).stdout)
    inventory = json.loads(run("inventory", "--host", folder, "--json").stdout)
    return folder.name, checked, inventory


def found(answer):
    return sorted((i["product"], i["version"] or "", i["state"]) for i in answer["installations"])


class Assess(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            cls.machines = list(pool.map(read, machines))

    def test_osquery_finds_what_a_check_of_the_machine_finds(self):
        log = "".join(fleet_formats.as_lines(fleet_formats.osquery_differential(name, fleet_formats.rows_of(inventory)))
                      for name, _, inventory in self.machines)
        finished, answers = assess(log)
        self.assertEqual(finished.stderr, b"")
        self.assertEqual(finished.returncode, 10)
        compared = 0
        for name, checked, inventory in self.machines:
            kinds = {e["kind"] for i in checked["installations"] for e in i["evidence"]}
            denied = any(c["coverage"] not in ("complete", "notApplicable") for c in checked["coverage"] if c["essential"])
            # No table tells whether a program's folder is still there.
            gone = any(e["presence"] == "absent" for i in checked["installations"] for e in i["evidence"])
            if name not in answers or not kinds <= carried or denied or gone:
                continue
            compared += 1
            answer = answers[name]
            self.assertEqual(sorted((i["product"], i["state"]) for i in answer["installations"]),
                             sorted((i["product"], i["state"]) for i in checked["installations"]), name)
            if "couldNotTell" not in (answer["verdict"], checked["verdict"]):
                self.assertEqual(answer["verdict"], checked["verdict"], name)
        self.assertGreater(compared, 20)

    def test_nothing_is_clean_that_was_not_collected_completely(self):
        for name, checked, inventory in self.machines:
            rows = fleet_formats.rows_of(inventory)
            if checked["verdict"] != "clean":
                continue
            essential = {"windows": ("programs", "services", "drivers"), "linux": ("systemd_units",),
                         "macos": ("apps", "launchd")}[inventory["machine"]["os"]]
            for missing in essential:
                part = {table: entries for table, entries in rows.items() if table != missing}
                _, answers = assess(fleet_formats.as_lines(fleet_formats.osquery_differential(name, part)))
                for answer in answers.values():
                    self.assertEqual(answer["verdict"], "couldNotTell", (name, missing))

    def test_every_way_osquery_writes_a_log_gives_the_same_answer(self):
        for name, _, inventory in self.machines[::5]:
            rows = fleet_formats.rows_of(inventory)
            _, differential = assess(fleet_formats.as_lines(fleet_formats.osquery_differential(name, rows)))
            for write in (fleet_formats.osquery_snapshot, fleet_formats.osquery_batch):
                _, other = assess(fleet_formats.as_lines(write(name, rows)))
                for host, answer in differential.items():
                    self.assertEqual(other[host], answer, (name, write.__name__))
            pretty = json.dumps(fleet_formats.osquery_differential(name, rows), indent=1)
            self.assertEqual(assess(pretty)[1], differential, name)

    def test_the_same_lists_get_the_same_answer_through_every_format(self):
        # Every format carries the lists of installed programs; what one of them leaves out is left out for all.
        compared = 0
        for name, _, inventory in self.machines:
            system = inventory["machine"]["os"]
            rows = {table: entries for table, entries in fleet_formats.rows_of(inventory).items()
                    if table in ("programs", "deb_packages", "rpm_packages", "pacman_packages", "apps")}
            rows = {table: [row for row in entries if row.get("status", " installed").endswith(" installed")]
                    for table, entries in rows.items()}
            if not any(rows.values()):
                continue
            compared += 1
            answers = {}
            for word, text in (
                    ("osquery", fleet_formats.as_lines(fleet_formats.osquery_differential(name, rows))),
                    ("fleet", json.dumps(fleet_formats.fleet_api(name, system, rows))),
                    ("glpi xml", fleet_formats.glpi_xml(name, system, rows)),
                    ("glpi json", json.dumps(fleet_formats.glpi_json(name, system, rows))),
                    ("wazuh", json.dumps(fleet_formats.wazuh(name, system, rows))),
                    ("intune", fleet_formats.intune_csv(name, system, rows))):
                finished, answered = assess(text)
                self.assertEqual(finished.stderr, b"", (name, word))
                self.assertEqual(list(answered), [name], word)
                answers[word] = answered[name]
            # GLPI and Intune tell no bundle identifiers, Fleet and Intune no product codes: what can be told apart by
            # them alone is compared where they are told.
            coded = {"windows": {"osquery", "glpi xml", "glpi json"}, "linux": set(answers) - {"intune"},
                     "macos": {"osquery", "fleet", "wazuh"}}[system]
            for word in coded:
                self.assertEqual(found(answers[word]), found(answers["osquery"]), (name, word))
                self.assertEqual(answers[word]["verdict"], answers["osquery"]["verdict"], (name, word))
            # Intune tells no paths either; its names alone may find less, and then nothing is called clean.
            named = [found(answers[word]) for word in sorted(set(answers) - coded) if word != "intune" or system == "windows"]
            self.assertEqual(named, named[:1] * len(named), name)
            self.assertIn(answers["intune"]["verdict"], {answers["osquery"]["verdict"], "couldNotTell"}, name)
        self.assertGreater(compared, 80)

    def test_text_is_read_in_the_encodings_engines_write(self):
        rows = {"programs": [{"name": "Kaspersky Endpoint Security für Windows – Größe", "version": "12.1", "publisher": "Kaspersky",
                              "install_location": "", "identifying_number": "", "uninstall_string": ""}]}
        for encoding, delimiter in (("utf-16", ","), ("utf-8-sig", ";"), ("utf-8", "\t"), ("utf-16-be", ",")):
            text = fleet_formats.intune_csv("pc", "windows", rows, delimiter, encoding)
            text = b"\xfe\xff" + text if encoding == "utf-16-be" else text
            finished, answers = assess(text)
            self.assertEqual((finished.stderr, answers["pc"]["verdict"]), (b"", "affected"), encoding)
            self.assertIn("Größe", answers["pc"]["installations"][0]["evidence"][0]["name"], encoding)
        for encoding in ("ISO-8859-1", "UTF-8"):
            _, answers = assess(fleet_formats.glpi_xml("pc", "windows", rows, encoding))
            self.assertIn("Größe", answers["pc"]["installations"][0]["evidence"][0]["name"], encoding)

    def test_a_registry_export_is_judged_and_what_it_lacks_is_told(self):
        export = ("Windows Registry Editor Version 5.00\r\n\r\n"
                  "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\X]\r\n"
                  '"DisplayName"="Kaspersky Total Security"\r\n"Publisher"="Kaspersky Lab"\r\n"DisplayVersion"="21.3"\r\n')
        with tempfile.TemporaryDirectory() as scratch:
            file = pathlib.Path(scratch, "kitchen pc.reg")
            file.write_bytes(b"\xff\xfe" + export.encode("utf-16-le"))
            finished = run("assess", file, "--json", *as_of)
            answer = json.loads(finished.stdout)
            self.assertEqual((answer["host"], answer["verdict"], finished.returncode), ("kitchen pc", "affected", 10))
            file.write_bytes(b"\xff\xfe" + export.replace("Kaspersky", "Example").encode("utf-16-le"))
            finished = run("assess", scratch, "--json", *as_of)
            self.assertEqual((json.loads(finished.stdout)["verdict"], finished.returncode), ("couldNotTell", 20))

    def test_broken_lines_are_told_with_their_place_and_nothing_ends(self):
        name, _, inventory = next(each for each in self.machines if each[0] == "plus-with-vpn-and-password-manager")
        lines = fleet_formats.as_lines(fleet_formats.osquery_differential(name, fleet_formats.rows_of(inventory))).splitlines()
        lines.insert(2, lines[2][: len(lines[2]) // 2])
        with tempfile.TemporaryDirectory() as scratch:
            log = pathlib.Path(scratch, "results.log")
            log.write_text("\n".join(lines) + "\n")
            finished = run("assess", log, "--json")
            self.assertEqual(finished.returncode, 10)
            self.assertIn(f"{log}:3:", finished.stderr.decode())
            self.assertIn("1 entry was skipped", run("assess", log).stdout.decode())
            missing = run("assess", pathlib.Path(scratch, "none"))
            self.assertEqual((missing.returncode, missing.stdout), (65, b""))
            self.assertIn("none", missing.stderr.decode())
            strange = pathlib.Path(scratch, "strange.txt")
            strange.write_text("hello\n")
            finished = run("assess", strange)
            self.assertEqual(finished.returncode, 65)
            self.assertIn("--format", finished.stderr.decode())

    def test_recorded_machines_are_judged_as_check_judges_them(self):
        finished = run("assess", tree / "tests/machines", "--json", *as_of)
        answers = [json.loads(line) for line in finished.stdout.decode().splitlines()]
        self.assertEqual(len(answers), len(machines))
        verdicts = sorted(answer["verdict"] for answer in answers)
        self.assertEqual(verdicts, sorted(checked["verdict"] for _, checked, _ in self.machines))

    def test_csv_and_html_say_the_same(self):
        log = "".join(fleet_formats.as_lines(fleet_formats.osquery_differential(name, fleet_formats.rows_of(inventory)))
                      for name, _, inventory in self.machines[:30]).encode()
        _, answers = assess(log)
        with tempfile.TemporaryDirectory() as scratch:
            page = pathlib.Path(scratch, "report.html")
            table = run("assess", "-", "--csv", "--html", page, *as_of, text=log).stdout.decode()
            html = page.read_text()
        for host, answer in answers.items():
            self.assertIn(f'"{host}","{answer["verdict"]}"', table)
            if answer["installations"]:
                self.assertIn(f"<td>{host}</td>", html)
        self.assertNotIn("<script", html)

    def test_saved_checks_of_many_computers_are_judged_together_as_each_was(self):
        with tempfile.TemporaryDirectory(prefix="offramp-saved-") as folder:
            def save(machine):
                target = pathlib.Path(folder) / machine[0]
                finished = run("check", "--host", tree / "tests/machines" / machine[0], "--save", target, *as_of)
                self.assertIn(b"Saved as ", finished.stderr)
                (saved,) = target.iterdir()
                saved.rename(pathlib.Path(folder) / f"{machine[0]}.json")   # recordings share names; the folder tells them apart
                target.rmdir()
            with concurrent.futures.ThreadPoolExecutor(2) as pool:
                list(pool.map(save, self.machines))
            for name, checked, _ in self.machines:
                finished = run("assess", pathlib.Path(folder) / f"{name}.json", "--json", *as_of)
                self.assertEqual(finished.stderr, b"", name)
                (answer,) = map(json.loads, finished.stdout.splitlines())
                self.assertEqual(answer["verdict"], checked["verdict"], name)
                self.assertEqual(found(answer), found(checked), name)
                self.assertEqual(len(answer["coverage"]),
                                 len([c for c in checked["coverage"] if c["coverage"] != "notApplicable"]), name)
            page = pathlib.Path(folder) / "report.html"
            finished = run("assess", folder, "--json", "--html", page, *as_of)
            answers = [json.loads(line) for line in finished.stdout.splitlines()]
            self.assertEqual(len(answers), len(self.machines))
            self.assertEqual(len({answer["host"] for answer in answers}), len(answers), "computers of one name are told apart")
            self.assertIn("</html>", page.read_text(encoding="utf-8"))

    def test_a_stick_carries_the_program_the_facts_and_what_it_saved_and_needs_nothing_else(self):
        with tempfile.TemporaryDirectory(prefix="offramp-stick-") as folder:
            stick = pathlib.Path(folder)
            for name in ("offramp-cli", "catalog.db"):
                shutil.copy2(pathlib.Path(cli).parent / name, stick / name)

            def on_stick(*arguments):
                return subprocess.run([stick / "offramp-cli", *arguments], capture_output=True, timeout=120, cwd="/",
                                      env={"PATH": "/usr/bin:/bin", "HOME": str(stick / "nobody"), "LC_ALL": "C.UTF-8"})
            self.assertIn(on_stick("check", "--save").returncode, (0, 10, 11, 20))
            self.assertIn(on_stick("check", "--save").returncode, (0, 10, 11, 20))
            saved = list((stick / "offramp-checks").iterdir())
            has_mark = pathlib.Path("/etc/machine-id").exists() and pathlib.Path("/etc/machine-id").read_text().strip()
            self.assertEqual(len(saved), 1 if has_mark else 2, "a second check takes the place of the first")
            for file in saved:
                self.assertRegex(file.name, r"^[a-z0-9][a-zA-Z0-9-]*\.json$")
            # Another computer's check, of another name that no file system takes as it is.
            machine = json.loads(saved[0].read_text())
            machine["machine"]["name"], machine["computer"] = "Ana's <PC>\\con", "0badcafe"
            (stick / "offramp-checks/other.json").write_text(json.dumps(machine))
            judged = on_stick("assess", str(stick / "offramp-checks"), "--html", str(stick / "report.html"))
            self.assertIn(judged.returncode, (0, 10, 11, 20))
            self.assertIn(b"computers", judged.stdout)
            page = (stick / "report.html").read_text(encoding="utf-8")
            self.assertNotIn("<PC>", page)
            self.assertEqual(sorted(p.name for p in stick.iterdir()), ["catalog.db", "offramp-checks", "offramp-cli", "report.html"])

    def test_a_saved_check_that_is_cut_or_changed_is_told_and_the_others_still_count(self):
        with tempfile.TemporaryDirectory(prefix="offramp-saved-") as folder:
            run("check", "--host", tree / "tests/machines/kes-14", "--save", folder, *as_of)
            (saved,) = pathlib.Path(folder).iterdir()
            text = saved.read_text()
            pathlib.Path(folder, "cut.json").write_text(text[:len(text) // 2])
            pathlib.Path(folder, "changed.json").write_text(text.replace('"kind": "program"', '"kind": "what"').replace('"service"', '"never"'))
            finished = run("assess", folder, "--json", *as_of)
            self.assertEqual(len(finished.stdout.splitlines()), 1)
            self.assertIn(b"cut.json", finished.stderr)
            self.assertIn(b"changed.json", finished.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
