"""offramp-cli as a person or a script meets it: exit codes, help, errors, and JSON that keeps its schema.

Usage: command_line.py OFFRAMP_CLI SOURCE_TREE [--sample]

With --sample every fourth recorded machine stands for all: a program built with sanitizers takes a third of a second to
start, and the golden machines judge every one of them in one process under the same sanitizers.
"""
import contextlib
import hashlib
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

import jsonschema

cli, tree = sys.argv[1], pathlib.Path(sys.argv[2])
machines = tree / "tests/machines"
every = 4 if "--sample" in sys.argv else 1
exit_codes = {"clean": 0, "exempt": 0, "affected": 10, "moved": 10, "unclear": 10, "traces": 11, "couldNotTell": 20}


def run(*arguments):
    return subprocess.run([cli, *map(str, arguments)], capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)


def schema(name):
    return jsonschema.Draft7Validator(json.loads((tree / f"resources/schema/{name}.schema.json").read_text()))


class CommandLine(unittest.TestCase):
    def check_json(self, name, *arguments):
        finished = run(*arguments, "--json")
        value = json.loads(finished.stdout)
        errors = [f"{list(e.absolute_path)}: {e.message}" for e in schema(name).iter_errors(value)]
        self.assertEqual(errors, [], arguments)
        return finished.returncode, value

    def test_every_recorded_machine_gives_json_that_keeps_the_schema_and_the_documented_exit_code(self):
        folders = sorted(machines.iterdir())
        self.assertGreater(len(folders), 59)
        for folder in folders[::every]:
            code, value = self.check_json("check", "check", "--host", folder, "--as-of", "2026-11-23")
            self.assertEqual(code, exit_codes[value["verdict"]], folder.name)

    def test_text_and_json_begin_with_the_same_headline(self):
        for folder in sorted(machines.iterdir())[:20:every]:
            _, value = self.check_json("check", "check", "--host", folder, "--as-of", "2026-11-23")
            text = run("check", "--host", folder, "--as-of", "2026-11-23").stdout
            self.assertIn(value["headline"], text, folder.name)

    def test_this_computer_can_be_checked_and_nothing_is_written_to_standard_error(self):
        code, value = self.check_json("check", "check")
        self.assertIn(code, exit_codes.values())
        self.assertFalse(value["machine"]["recorded"])
        self.assertEqual(run("check").stderr, "")

    def test_the_page_holds_what_the_check_said_and_never_takes_the_place_of_a_file(self):
        folder = next(machines.glob("plus-with-vpn*"))
        arguments = ("check", "--host", folder, "--as-of", "2026-11-23")
        with tempfile.TemporaryDirectory() as place:
            page = pathlib.Path(place) / "répört.html"
            finished = run(*arguments, "--html", page)
            self.assertEqual((finished.returncode, finished.stderr), (10, ""))
            self.assertEqual(finished.stdout, run(*arguments).stdout)
            text = page.read_text()
            self.assertTrue(text.startswith("<!DOCTYPE html>"))
            _, value = self.check_json("check", *arguments)
            for said in (value["headline"], *(each["name"] for each in value["installations"])):
                self.assertIn(said, text)
            self.assertEqual([each.name for each in pathlib.Path(place).iterdir()], [page.name])

            page.write_text("mine")
            again = run(*arguments, "--html", page)
            self.assertEqual(again.returncode, 74)
            self.assertIn("is there already", again.stderr)
            self.assertEqual(page.read_text(), "mine")
            nowhere = run(*arguments, "--html", pathlib.Path(place) / "no/such/report.html")
            self.assertEqual(nowhere.returncode, 74)
            self.assertIn("not written", nowhere.stderr)
            # A name without a folder is one of the folder the person is in.
            here = subprocess.run([cli, *map(str, arguments), "--html", "here.html"], cwd=place, timeout=60,
                                  capture_output=True)
            self.assertEqual(here.returncode, 10)
            self.assertTrue((pathlib.Path(place) / "here.html").is_file())

    def test_inventory_recommend_and_catalog_status_keep_their_schemas(self):
        folder = next(machines.glob("clean-windows*"))
        self.check_json("inventory", "inventory", "--host", folder)
        self.check_json("recommend", "recommend", "--host", folder)
        code, value = self.check_json("catalog-status", "catalog", "status")
        self.assertEqual(code, 0)
        self.assertGreater(value["products"], 40)
        self.assertGreater(value["events"], 40)

    def test_machine_says_what_holds_now_and_names_what_it_could_not_tell(self):
        code, live = self.check_json("machine", "machine")
        self.assertEqual((code, live["machine"]["recorded"], live["managers"]), (0, False, None))
        self.assertEqual(live["bootId"], pathlib.Path("/proc/sys/kernel/random/boot_id").read_text().strip())
        self.assertEqual([i["code"] for i in live["issues"] if i["about"] == "notifications"], ["unsupported"])
        text = run("machine").stdout
        for words in (live["bootId"], live["machine"]["osVersion"], "Notifications", "not available on this"):
            self.assertIn(words, text)
        for folder in sorted(machines.iterdir())[::every]:
            code, value = self.check_json("machine", "machine", "--host", folder)
            self.assertEqual((code, value["machine"]["recorded"], value["managers"]), (0, True, None), folder.name)
            missing = {issue["about"] for issue in value["issues"]}
            self.assertEqual(missing, {name for name in ("bootId", "pendingRestart", "power", "notifications") if value[name] is None})
            self.assertGreaterEqual(missing, {"bootId", "power", "notifications"}, folder.name)
        self.assertEqual(run("machine", "--host", "/nonexistent").returncode, 65)

    def test_machine_names_who_waits_for_a_restart(self):
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(scratch, "waiting")
            folder.joinpath("registry").mkdir(parents=True)
            folder.joinpath("machine.json").write_text(json.dumps({"os": "windows"}))
            key = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending"
            folder.joinpath("registry/a.reg").write_bytes(f"Windows Registry Editor Version 5.00\r\n\r\n[{key}]\r\n".encode())
            _, value = self.check_json("machine", "machine", "--host", folder)
            self.assertEqual(value["pendingRestart"], {"pending": True, "reasons": ["Windows servicing"]})
            self.assertIn("waits for a restart, asked for by: Windows servicing", run("machine", "--host", folder).stdout)

    def test_signature_says_plainly_that_this_system_cannot_check_one(self):
        with tempfile.TemporaryDirectory() as scratch:
            file = pathlib.Path(scratch, "two  blanks.exe")
            file.write_bytes(b"MZ")
            code, value = self.check_json("signature", "signature", file)
            self.assertEqual((code, value["file"], value["version"], value["signature"]), (20, str(file), None, None))
            self.assertEqual([(i["about"], i["code"]) for i in value["issues"]], [("version", "unsupported"), ("signature", "unsupported")])
            finished = run("signature", file)
            self.assertEqual(finished.returncode, 20)
            self.assertIn(str(file), finished.stdout)
            self.assertIn("not available on this system", " ".join(finished.stdout.split()))
            for wrong in (pathlib.Path(scratch, "missing.exe"), scratch):
                finished = run("signature", wrong, "--json")
                self.assertEqual((finished.returncode, finished.stdout), (65, ""))
                self.assertIn(str(wrong), finished.stderr)
        self.assertEqual(run("signature").returncode, 64)

    def test_audit_says_how_good_the_facts_are_and_strictly_ends_with_a_code_of_its_own(self):
        code, value = self.check_json("catalog-audit", "catalog", "audit")
        self.assertEqual(code, 0)
        self.assertEqual(value["total"], sum(row["total"] for row in value["facts"]))
        self.assertEqual(value["total"], sum(value["marks"].values()))
        self.assertEqual(value["faults"], [])
        self.assertNotIn("mayNot", {fact["standing"] for fact in value["deciding"]})
        self.assertEqual(run("catalog", "audit", "--strict").returncode, 0)
        text = run("catalog", "audit").stdout
        for words in (f"{value['total']} facts", "What decides a verdict", "Faults"):
            self.assertIn(words, text)
        self.assertLess(max(map(len, text.splitlines())), 86)
        _, later = self.check_json("catalog-audit", "catalog", "audit", "--older-than", "0", "--as-of", "2036-11-23")
        self.assertEqual(len(later["old"]), later["dated"])
        self.assertGreater(later["ageDays"], 3600)
        _, never = self.check_json("catalog-audit", "catalog", "audit", "--older-than", "1200")
        self.assertEqual(never["old"], [])
        self.assertEqual(run("catalog", "audit", "--older-than", "-1").returncode, 64)

        shipped = pathlib.Path(json.loads(run("catalog", "status", "--json").stdout)["file"])
        with tempfile.TemporaryDirectory() as scratch:
            broken = pathlib.Path(scratch, "catalog.db")
            shutil.copy(shipped, broken)
            with contextlib.closing(sqlite3.connect(broken)) as database:
                event, = database.execute("SELECT id FROM event WHERE effect = 'updatesEnd'").fetchone()
                database.execute("UPDATE source SET verification = 'memory' WHERE id = (SELECT source FROM event WHERE id = ?)", [event])
                database.execute("UPDATE replacement SET price_as_of = 'once' WHERE id = 'norton-360-deluxe'")
                database.commit()
            code, value = self.check_json("catalog-audit", "catalog", "audit", "--catalog", broken, "--strict")
            self.assertEqual(code, 12)
            faults = {(fault["code"], fault["place"]) for fault in value["faults"]}
            self.assertLessEqual({("decidesUnread", f"event {event}"), ("priceWithoutDate", "replacement norton-360-deluxe: price")}, faults)
            self.assertEqual(run("catalog", "audit", "--catalog", broken).returncode, 0)
            self.assertIn("nobody read it", run("catalog", "audit", "--catalog", broken).stdout)
            self.assertEqual(run("catalog", "audit", "--catalog", pathlib.Path(scratch, "none.db")).returncode, 65)

    def test_recommend_obeys_the_wishes_it_is_given(self):
        folder = next(machines.glob("clean-windows*"))
        _, free = self.check_json("recommend", "recommend", "--host", folder, "--free")
        self.assertTrue(all(r["free"] or r["baseline"] for r in free["recommendations"]))
        self.assertTrue(any(r["baseline"] for r in free["recommendations"]))
        _, elsewhere = self.check_json("recommend", "recommend", "--host", folder, "--without-country", "US")
        self.assertTrue(all("US" not in r["countries"] or r["baseline"] for r in elsewhere["recommendations"]))
        _, vpn = self.check_json("recommend", "recommend", "--host", folder, "--keep", "vpn_unlimited,realtime_av")
        self.assertEqual(vpn["needs"], ["vpn_unlimited", "realtime_av"])
        self.assertEqual(run("recommend", "--host", folder, "--keep", "teleportation").returncode, 64)

    def test_every_recorded_machine_has_a_plan_or_says_why_not_and_the_digest_is_that_of_its_bytes(self):
        planned = managed = 0
        for folder in sorted(machines.iterdir())[::every]:
            code, value = self.check_json("removal-plan", "plan", "--host", folder)
            exact = subprocess.run([cli, "plan", "--exact", "--host", str(folder)], capture_output=True, timeout=60)
            self.assertEqual(exact.returncode, code, folder.name)
            plan = value["plan"]
            if plan is None:
                self.assertEqual(exact.stdout, b"")
                self.assertTrue(value["why"], folder.name)
                self.assertEqual(code == 10, value["managed"], folder.name)
                managed += value["managed"]
                continue
            planned += 1
            self.assertEqual(code, 10, folder.name)
            self.assertFalse(value["managed"], folder.name)
            self.assertEqual(hashlib.sha256(exact.stdout).hexdigest(), plan["digest"], folder.name)
            self.assertEqual(json.loads(exact.stdout)["format"], "offramp.plan/1")
            self.assertEqual([step["do"] for step in plan["steps"]][-2:], ["lookAgain", "reviewLeftovers"])
            self.assertIn(plan["digest"], run("plan", "--host", folder).stdout)
        self.assertGreater(planned, 10 // every)
        self.assertGreater(managed, 3 // every)

    def test_a_plan_obeys_the_wishes_and_never_gives_rights_to_what_anybody_can_write(self):
        folder = machines / "plus-with-vpn-and-password-manager"
        _, before = self.check_json("removal-plan", "plan", "--host", folder)
        removed = {step["product"] for step in before["plan"]["steps"]}
        self.assertNotIn("kaspersky-password-manager", removed)
        self.assertIn("kaspersky-vpn", removed)
        _, also = self.check_json("removal-plan", "plan", "--host", folder, "--also-remove", "kaspersky-password-manager")
        self.assertIn("kaspersky-password-manager", {step["product"] for step in also["plan"]["steps"]})
        _, kept = self.check_json("removal-plan", "plan", "--host", folder, "--keep", "kaspersky-vpn", "--no-restore-point")
        self.assertNotIn("kaspersky-vpn", {step["product"] for step in kept["plan"]["steps"]})
        self.assertNotIn("makeRestorePoint", {step["do"] for step in kept["plan"]["steps"]})
        self.assertEqual(len({value["plan"]["digest"] for value in (before, also, kept)}), 3)
        self.assertEqual(run("plan", "--host", folder, "--keep", "notepad").returncode, 64)
        _, value = self.check_json("removal-plan", "plan", "--host", machines / "hkcu-entry-only")
        for step in [step for step in (value["plan"] or {"steps": []})["steps"] if step["id"].startswith("remove:")]:
            self.assertEqual(step["rights"], "person", step["id"])

    def test_the_command_line_explains_itself(self):
        for arguments in (["--help"], ["check", "--help"], ["recommend", "--help"], ["catalog", "--help"],
                          ["machine", "--help"], ["plan", "--help"], ["signature", "--help"], ["catalog", "audit", "--help"]):
            finished = run(*arguments)
            self.assertEqual(finished.returncode, 0, arguments)
            self.assertGreater(len(finished.stdout), 150)
        for code in ("0 ", "10", "11", "12", "20", "64", "65"):
            self.assertIn(f"\n  {code}", run("--help").stdout)
        for command, codes in (("machine", ("0 ", "65", "74")), ("signature", ("0 ", "10", "20", "65", "74"))):
            for code in codes:
                self.assertIn(f"\n  {code}", run(command, "--help").stdout)
        self.assertEqual(run("--version").returncode, 0)

    def test_a_command_that_is_not_understood_is_a_usage_error(self):
        for arguments in ([], ["chekc"], ["check", "--as-of", "yesterday"], ["check", "--as-of", "2023-02-29"],
                          ["recommend", "--without-country", "us"], ["recommend", "--without-owner", "nobody"], ["check", "--person", "martian"], ["check", "--colour"], ["catalog"]):
            finished = run(*arguments)
            self.assertEqual(finished.returncode, 64, arguments)
            self.assertNotEqual(finished.stderr + finished.stdout, "")

    def test_input_that_cannot_be_used_is_named_and_said_why(self):
        with tempfile.TemporaryDirectory() as scratch:
            empty = pathlib.Path(scratch, "empty")
            empty.mkdir()
            broken = pathlib.Path(scratch, "broken")
            broken.mkdir()
            broken.joinpath("machine.json").write_bytes(b'{"os": "windows", ')
            other = pathlib.Path(scratch, "catalog.db")
            other.write_bytes(b"this is not a catalog" * 100)
            for arguments, word in (
                (["check", "--host", empty], "machine.json"),
                (["check", "--host", broken], "machine.json"),
                (["check", "--host", pathlib.Path(scratch, "missing")], "missing"),
                (["check", "--catalog", other], "catalog.db"),
                (["catalog", "status", "--catalog", pathlib.Path(scratch, "none.db")], "none.db"),
            ):
                finished = run(*arguments)
                self.assertEqual(finished.returncode, 65, arguments)
                self.assertIn(word, finished.stderr, arguments)
                self.assertEqual(finished.stdout, "", arguments)

    def test_a_name_cannot_write_to_the_terminal_and_a_full_disk_is_no_answer(self):
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(scratch, "hostile")
            folder.joinpath("registry").mkdir(parents=True)
            folder.joinpath("machine.json").write_text(json.dumps({"os": "windows", "name": "\x1b[2Jpc", "complete": ["HKLM"]}))
            key = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\a"
            text = f'Windows Registry Editor Version 5.00\r\n\r\n[{key}]\r\n"DisplayName"="Kaspersky \x1b[2J\x1b[1;32mNew"\r\n"Publisher"="Kaspersky"\r\n'
            folder.joinpath("registry/a.reg").write_bytes(b"\xff\xfe" + text.encode("utf-16-le"))
            for command in (["check", "--evidence"], ["inventory"]):
                self.assertNotIn("\x1b", run(*command, "--host", folder).stdout, command)
            with open("/dev/full", "w") as full:
                finished = subprocess.run([cli, "check", "--host", folder], stdout=full, stderr=subprocess.DEVNULL, timeout=60)
            self.assertEqual(finished.returncode, 74)

    def test_a_recording_is_never_changed_by_looking_at_it(self):
        folder = next(machines.glob("clean-windows*"))
        with tempfile.TemporaryDirectory() as scratch:
            copy = pathlib.Path(scratch, "machine")
            shutil.copytree(folder, copy)
            before = {f: f.stat().st_mtime_ns for f in copy.rglob("*")}
            run("check", "--host", copy)
            self.assertEqual(before, {f: f.stat().st_mtime_ns for f in copy.rglob("*")})


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
