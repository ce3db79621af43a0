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


def answers_of(finished):
    answers = {}
    for line in finished.stdout.decode().splitlines():
        value = json.loads(line)
        errors = [f"{list(e.absolute_path)}: {e.message}" for e in schema.iter_errors(value)]
        assert errors == [], errors
        assert value["host"] not in answers, value["host"]
        answers[value["host"]] = value
    return finished, answers


def assess(text, *arguments):
    return answers_of(run("assess", "-", "--json", *as_of, *arguments, text=text if isinstance(text, bytes) else text.encode()))


def assess_files(*files):
    return answers_of(run("assess", *files, "--json", *as_of))


def read(folder, saved):
    finished = run("check", "--host", folder, "--json", "--save", saved / folder.name, *as_of)
    assert b"Saved as " in finished.stderr, finished.stderr
    (file,) = (saved / folder.name).iterdir()
    file.rename(saved / f"{folder.name}.json")
    inventory = json.loads(run("inventory", "--host", folder, "--json").stdout)
    return folder.name, json.loads(finished.stdout), inventory


def log_of(write, hosts):
    """One osquery log of many hosts: a start of the program is slow under a sanitizer, a row is not."""
    return "".join(fleet_formats.as_lines(write(name, rows)) for name, rows in hosts)


def found(answer):
    return sorted((i["product"], i["version"] or "", i["state"]) for i in answer["installations"])


class Assess(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix="offramp-machines-")
        cls.addClassCleanup(scratch.cleanup)
        cls.saved = pathlib.Path(scratch.name)
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            cls.machines = list(pool.map(read, machines, [cls.saved] * len(machines)))

    def test_osquery_finds_what_a_check_of_the_machine_finds(self):
        log = log_of(fleet_formats.osquery_differential,
                     ((name, fleet_formats.rows_of(inventory)) for name, _, inventory in self.machines))
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
        partial = {}
        for name, checked, inventory in self.machines:
            rows = fleet_formats.rows_of(inventory)
            if checked["verdict"] != "clean":
                continue
            essential = {"windows": ("programs", "services", "drivers"), "linux": ("systemd_units",),
                         "macos": ("apps", "launchd")}[inventory["machine"]["os"]]
            for missing in essential:
                partial[f"{name} without {missing}"] = {table: entries for table, entries in rows.items() if table != missing}
        _, answers = assess(log_of(fleet_formats.osquery_differential, partial.items()))
        self.assertGreater(len(answers), 9)
        self.assertEqual({name: answer["verdict"] for name, answer in answers.items()}, dict.fromkeys(answers, "couldNotTell"))

    def test_every_way_osquery_writes_a_log_gives_the_same_answer(self):
        hosts = [(name, fleet_formats.rows_of(inventory)) for name, _, inventory in self.machines]
        _, differential = assess(log_of(fleet_formats.osquery_differential, hosts))
        self.assertGreater(len(differential), 150)
        for write in (fleet_formats.osquery_snapshot, fleet_formats.osquery_batch):
            _, other = assess(log_of(write, hosts))
            for host, answer in differential.items():
                self.assertEqual(other[host], answer, (host, write.__name__))
        pretty = json.dumps([record for name, rows in hosts for record in fleet_formats.osquery_differential(name, rows)], indent=1)
        self.assertEqual(assess(pretty)[1], differential)

    def test_the_same_lists_get_the_same_answer_through_every_format(self):
        # Every format carries the lists of installed programs; what one of them leaves out is left out for all.
        hosts = {}
        for name, _, inventory in self.machines:
            rows = {table: entries for table, entries in fleet_formats.rows_of(inventory).items()
                    if table in ("programs", "deb_packages", "rpm_packages", "pacman_packages", "apps")}
            rows = {table: [row for row in entries if row.get("status", " installed").endswith(" installed")]
                    for table, entries in rows.items()}
            if any(rows.values()):
                hosts[name] = inventory["machine"]["os"], rows
        self.assertGreater(len(hosts), 80)
        answers = {}
        for word, write in fleet_formats.everywhere.items():
            with tempfile.TemporaryDirectory(prefix="offramp-formats-") as folder:
                for name, (system, rows) in hosts.items():
                    text = write(name, system, rows)
                    pathlib.Path(folder, name).write_bytes(text if isinstance(text, bytes) else text.encode())
                finished, answers[word] = assess_files(folder)
            self.assertEqual(finished.stderr, b"", word)
            self.assertEqual(sorted(answers[word]), sorted(hosts), word)
        by_name = {True: [], False: []}   # Macs with something, by whether OCS' names and places are enough to tell it
        for name, (system, rows) in hosts.items():
            of = {word: each[name] for word, each in answers.items()}
            if rows.get("pacman_packages"):
                # OCS' agent knows no pacman: it lists nothing of such a computer, and nothing is called clean.
                self.assertEqual((of["ocs"]["installations"], of.pop("ocs")["verdict"]), ([], "couldNotTell"), name)
            # OCS and Intune tell no bundle identifiers, Fleet and Intune no product codes: what can be told apart by them
            # alone is compared where they are told.
            coded = {"windows": {"osquery", "glpi xml", "glpi json", "ocs"}, "linux": set(of) - {"intune"},
                     "macos": {"osquery", "fleet", "wazuh", "glpi xml", "glpi json"}}[system]
            for word in coded:
                self.assertEqual(found(of[word]), found(of["osquery"]), (name, word))
                self.assertEqual(of[word]["verdict"], of["osquery"]["verdict"], (name, word))
            # Intune tells no paths either. Names alone may find less, and then nothing is called clean.
            named = [found(of[word]) for word in sorted(set(of) - coded) if system == "windows"]
            self.assertEqual(named, named[:1] * len(named), name)
            for word in set(of) - coded:
                self.assertIn(of[word]["verdict"], {of["osquery"]["verdict"], "couldNotTell"}, (name, word))
            if system == "macos" and found(of["osquery"]):
                by_name[found(of["ocs"]) == found(of["osquery"])].append(name)
        self.assertGreater(len(by_name[True]), 2 * len(by_name[False]), by_name)

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

    def test_memory_does_not_grow_with_computers_whose_rows_stand_together(self):
        if b"__asan_" in pathlib.Path(cli).read_bytes() or b"__tsan_" in pathlib.Path(cli).read_bytes():
            self.skipTest("a sanitizer keeps memory of its own")
        rows = {"programs": [{"name": f"{word} {number}", "version": "1", "publisher": word, "install_location": "",
                              "identifying_number": "", "uninstall_string": ""}
                             for word in ("Kaspersky Lab", "Example") for number in range(6)]}
        lines = fleet_formats.as_lines(fleet_formats.osquery_differential("desk-000000", rows))

        def memory(log, computers, alternating):
            with log.open("w") as out:
                for line in lines.splitlines(keepends=True) if alternating else [lines]:
                    for number in range(computers):
                        out.write(line.replace("desk-000000", f"desk-{number:06}"))
            # A small program in between: what is reported of a child includes what its parent held when it started it.
            small = ("import json, resource, subprocess, sys\n"
                     "done = subprocess.run(sys.argv[1:], capture_output=True)\n"
                     "used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss\n"
                     "print(json.dumps([done.stdout.count(b'\\n'), done.stderr.decode(), used / 1024]))")
            done = subprocess.run([sys.executable, "-ISc", small, cli, "assess", log, "--json", *as_of], stdout=subprocess.PIPE)
            answers, told, used = json.loads(done.stdout)
            self.assertEqual(answers, computers)
            return used, told

        with tempfile.TemporaryDirectory(prefix="offramp-memory-") as folder:
            log = pathlib.Path(folder, "results.log")
            few, told = memory(log, 20_000, False)
            self.assertEqual(told, "")
            many, told = memory(log, 60_000, False)
            self.assertEqual(told, "")
            self.assertLess(many, few + 15, "MB")
            alternating, told = memory(log, 20_000, True)
            self.assertIn("rows of many computers alternate, so memory grew", told)
            self.assertGreater(alternating, few + 15, "MB")

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
            for name, _, _ in self.machines:
                shutil.copy2(self.saved / f"{name}.json", folder)   # recordings share names; the file's name tells them apart
            for name, checked, _ in self.machines[::20]:
                finished = run("assess", pathlib.Path(folder) / f"{name}.json", "--json", *as_of)
                self.assertEqual(finished.stderr, b"", name)
                (answer,) = map(json.loads, finished.stdout.splitlines())
                self.assert_judged_as_checked(name, answer, checked)
            page = pathlib.Path(folder) / "report.html"
            finished = run("assess", folder, "--json", "--html", page, *as_of)
            answers = [json.loads(line) for line in finished.stdout.splitlines()]
            self.assertEqual(len(answers), len(self.machines))
            self.assertEqual(len({answer["host"] for answer in answers}), len(answers), "computers of one name are told apart")
            self.assertIn("</html>", page.read_text(encoding="utf-8"))
            page.unlink()
            # Every one of them by a name of its own, so that each answer can be laid beside its check.
            for name, _, _ in self.machines:
                file = pathlib.Path(folder) / f"{name}.json"
                value = json.loads(file.read_text())
                value["machine"]["name"] = name
                file.write_text(json.dumps(value))
            finished, answers = assess_files(folder)
            self.assertEqual(finished.stderr, b"")
            for name, checked, _ in self.machines:
                self.assert_judged_as_checked(name, answers[name], checked)

    def assert_judged_as_checked(self, name, answer, checked):
        self.assertEqual(answer["verdict"], checked["verdict"], name)
        self.assertEqual(found(answer), found(checked), name)
        self.assertEqual(len(answer["coverage"]),
                         len([c for c in checked["coverage"] if c["coverage"] != "notApplicable"]), name)

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
