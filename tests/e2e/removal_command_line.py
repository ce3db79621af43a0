"""The removal as a technician or a script drives it, rehearsed on recorded machines: exit codes, JSON that keeps its schema, and
nothing that waits for an answer nobody can give.

Usage: removal_command_line.py OFFRAMP_CLI SOURCE_TREE
"""
import json
import os
import pathlib
import pty
import shutil
import subprocess
import sys
import tempfile
import termios
import time
import unittest

import jsonschema

cli, tree = (pathlib.Path(each).resolve() for each in sys.argv[1:3])
machines = tree / "tests" / "machines"
schema = jsonschema.Draft7Validator(json.loads((tree / "resources/schema/removal.schema.json").read_text()))


class RemovalCommandLine(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="offramp-removal-cli-")
        self.addCleanup(folder.cleanup)
        self.environment = {**os.environ, "XDG_DATA_HOME": folder.name, "XDG_CONFIG_HOME": folder.name, "TMPDIR": folder.name}
        self.folder = pathlib.Path(folder.name)

    def run_cli(self, *arguments):
        return subprocess.run([cli, *map(str, arguments)], capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL,
                              env=self.environment)

    def run_json(self, *arguments):
        done = self.run_cli(*arguments, "--json")
        value = json.loads(done.stdout)
        self.assertEqual([f"{list(e.absolute_path)}: {e.message}" for e in schema.iter_errors(value)], [], arguments)
        return done.returncode, value

    def settled(self, machine):
        _, value = self.run_json("remove", "--host", machines / machine)
        words = ",".join(each["id"] for each in value["guards"] if each["answerable"] and each["holdsUp"])
        return value["plan"]["digest"], words

    def test_every_recorded_machine_can_be_rehearsed_to_its_end(self):
        walked = 0
        for folder in sorted(machines.iterdir())[::6]:
            code, value = self.run_json("remove", "--host", folder)
            self.assertIn(code, (0, 10, 11, 20), folder.name)
            self.assertTrue(value["rehearsal"])
            stuck = [each["id"] for each in value["guards"] if each["holdsUp"] and not each["answerable"]]
            if value["plan"] is None or stuck:
                continue
            digest, words = self.settled(folder.name)
            code, value = self.run_json("remove", "--host", folder, "--approve", digest, *(["--settle", words] if words else []))
            self.assertIn(value["phase"], ("ended", "halted"), (folder.name, value["error"]))
            if value["phase"] == "ended":
                walked += 1
                self.assertIn(code, (0, 11, 20), (folder.name, value["verification"]))
                self.assertTrue(all(each["state"] in ("done", "alreadyDone", "doneUnchecked", "notNeeded")
                                    for each in value["removal"]["steps"]), folder.name)
            else:
                # A recording may not say who protects, and a password has nobody to give it.
                self.assertEqual(code, 31, folder.name)
                self.assertIn(value["halt"]["state"], ("needsPassword", "waitingForProtection"), folder.name)
        self.assertGreater(walked, 3)
        self.assertEqual(list(self.folder.glob("offramp-rehearsal-*")), [], "a rehearsal leaves nothing")
        self.assertFalse((self.folder / "offramp" / "removals.db").exists(), "nor does it touch the real journal")

    def test_the_plan_is_the_one_that_plan_prints(self):
        digest, _ = self.settled("kaspersky-free")
        plan = subprocess.run([cli, "plan", "--json", "--host", str(machines / "kaspersky-free")], capture_output=True, text=True)
        self.assertEqual(json.loads(plan.stdout)["plan"]["digest"], digest)

    def test_another_digest_and_what_is_not_settled_are_refused_and_nothing_begins(self):
        digest, words = self.settled("kaspersky-free")
        for arguments in (("--approve", "0" * 64, "--settle", words), ("--approve", digest),
                          ("--approve", digest, "--settle", words, "--no-restore-point")):
            code, value = self.run_json("remove", "--host", machines / "kaspersky-free", *arguments)
            self.assertEqual((code, value["removal"]), (32, None), arguments)
            self.assertTrue(value["error"])

    def test_a_managed_computer_gets_no_plan(self):
        code, value = self.run_json("remove", "--host", machines / "managed-by-network-agent")
        self.assertEqual((code, value["plan"]), (10, None))
        done = self.run_cli("remove", "--host", machines / "managed-by-network-agent", "--approve", "0" * 64)
        self.assertEqual(done.returncode, 10)
        self.assertIn("nothing was changed", done.stderr)

    def test_exported_passwords_are_counted_and_none_of_them_is_shown(self):
        export = self.folder / "export.txt"
        export.write_text("Websites\n\nWebsite name: Bank\nWebsite URL: https://bank.example\nLogin name: ana\n"
                          "Login: ana\nPassword: top-secret\nComment: \n\n---\n")
        machine = machines / "plus-with-vpn-and-password-manager"
        code, value = self.run_json("remove", "--host", machine, "--vault-export", export)
        self.assertEqual(code, 10)
        self.assertIsNotNone(value["vault"])
        guard = next(each for each in value["guards"] if each["id"] == "passwordVault")
        self.assertEqual(guard["state"], "clear")
        self.assertNotIn("top-secret", json.dumps(value))
        self.assertTrue(export.exists())
        export.write_text("nothing of the kind")
        self.assertEqual(self.run_cli("remove", "--host", machine, "--vault-export", export).returncode, 65)

    def test_an_uninstall_password_comes_from_a_file_and_without_one_the_removal_waits(self):
        machine = "self-defence-and-password"
        digest, words = self.settled(machine)
        asked = ("remove", "--host", machines / machine, "--approve", digest, "--settle", words)
        code, value = self.run_json(*asked)
        if value["phase"] == "ended":
            self.skipTest("the recipe of this product hands no password over")
        self.assertEqual((code, value["halt"]["state"]), (31, "needsPassword"))
        secret = self.folder / "password"
        secret.write_text("open sesame\n")
        _, value = self.run_json(*asked, "--password-file", secret)
        self.assertEqual(value["phase"], "ended")
        self.assertNotIn("open sesame", json.dumps(value))

    def test_in_a_terminal_the_uninstall_password_is_typed_and_never_shown_nor_an_argument(self):
        machine = self.folder / "kes-14"   # its installer takes a password; on this one somebody set one
        shutil.copytree(machines / "kes-14", machine)
        values = machine / "registry/software.reg"
        key = "[HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\KasperskyLab\\protected\\KES\\settings]"
        values.write_bytes((values.read_bytes().decode("utf-16") + f'\r\n{key}\r\n"EnablePswrdProtect"=dword:00000001\r\n')
                           .encode("utf-16"))
        digest, words = self.settled(machine)
        terminal, other = pty.openpty()
        process = subprocess.Popen([cli, "remove", "--host", machine, "--approve", digest, "--settle", words], stdin=other,
                                   stdout=subprocess.PIPE, stderr=other, env=self.environment, start_new_session=True)
        os.close(other)
        shown = b""
        typed = False
        end = time.monotonic() + 60
        while time.monotonic() < end:
            try:
                shown += os.read(terminal, 4096)
            except OSError:   # it ended
                break
            if not typed and b"nothing is shown" in shown:
                while termios.tcgetattr(terminal)[3] & termios.ECHO and time.monotonic() < end:
                    time.sleep(0.02)   # it asks, then hides, then listens
                self.assertFalse(termios.tcgetattr(terminal)[3] & termios.ECHO)
                self.assertNotIn(b"--password", pathlib.Path(f"/proc/{process.pid}/cmdline").read_bytes())
                os.write(terminal, b"wrong\x7f\x7f\x7f\x7f\x7fopen sesame\n")
                typed = True
            if b"(anything else)" in shown:
                os.write(terminal, b"n\n")
        out, _ = process.communicate(timeout=60)
        os.close(terminal)
        self.assertTrue(typed, shown)
        self.assertNotIn(b"sesame", shown + out)
        self.assertNotIn(b"wrong", shown + out)
        self.assertNotEqual(process.returncode, 31, shown + out)

    def test_leftovers_of_somebody_elses_removal_are_shown_chosen_and_taken(self):
        machine = machines / "traces-seven-things"
        code, shown = self.run_json("remove", "--leftovers", "--host", machine)
        self.assertEqual(code, 11)
        one = next(each["id"] for each in shown["leftovers"] if each["step"])
        _, chosen = self.run_json("remove", "--leftovers", "--choose", one, "--host", machine)
        code, value = self.run_json("remove", "--leftovers", "--choose", one, "--host", machine, "--approve",
                                    chosen["leftoversDigest"])
        self.assertEqual(value["phase"], "ended", value)
        self.assertNotIn(one, [each["id"] for each in value["leftovers"]])
        self.assertEqual(self.run_cli("remove", "--leftovers", "--choose", "leftover:move:/etc", "--host", machine).returncode, 64)
        code, value = self.run_json("remove", "--leftovers", "--host", machine, "--approve", "0" * 64)
        self.assertEqual((code, value["removal"]), (32, None))

    def test_without_any_removal_there_is_nothing_to_resume_verify_undo_or_report(self):
        for command, code in (("resume", 0), ("verify", 65), ("undo", 65), ("report", 65)):
            done = self.run_cli(command)
            self.assertEqual(done.returncode, code, (command, done.stdout, done.stderr))
            self.assertTrue(done.stderr, command)
        self.assertFalse((self.folder / "offramp" / "removals.db").exists(), "asking makes no journal")

    def test_what_is_no_report_is_said_not_to_be_trusted(self):
        file = self.folder / "report.json"
        for content in ("", "{}", "[" * 5000, "<html></html>", '{"format":"offramp.removalReport/1"}'):
            file.write_text(content)
            done = self.run_cli("report", "--verify", file)
            self.assertEqual(done.returncode, 10, content[:40])
        self.assertEqual(self.run_cli("report", "--verify", self.folder / "none").returncode, 65)

    def test_the_help_names_every_exit_code(self):
        for command in ("remove", "resume", "verify", "undo", "report"):
            text = self.run_cli(command, "--help").stdout
            for code in ("0 ", "10", "11", "20", "30", "31", "32", "64", "65", "74"):
                self.assertIn(f"\n  {code}", text, command)

    def test_a_wrong_command_line_is_a_usage_error(self):
        for arguments in (("remove", "--choose", "x"), ("remove", "--settle", "everything"), ("resume", "--skip", "a", "--abandon"),
                          ("report", "--format", "pdf"), ("remove", "--patience", "0"), ("remove", "--keep", "notepad")):
            self.assertEqual(self.run_cli(*arguments).returncode, 64, arguments)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
