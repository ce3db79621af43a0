"""The whole guided removal on Windows, driven from outside: products of our own making, removed under Wine from the terminal.

Looked at, approved, removed, verified, reported; what was left taken away and put back. The engine, the journal and the
machine are the real ones. Wine gives every program administrator rights, so steps that need them are carried out by the
program itself; one test takes them away first. The broker has tests of its own (removal_test.py). docs/windows.md says what
Wine cannot prove.

Usage: guided_removal_test.py PROGRAMS SOURCE_TREE   (PROGRAMS is the folder with offramp-cli.exe)
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
programs, tree = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
sys.path.insert(0, str(tree / "tests/support"))
import jsonschema  # noqa: E402
import removal_journal  # noqa: E402
import stand_ins  # noqa: E402
import wine  # noqa: E402
from desktop import Desktop, wait_until  # noqa: E402

cli = programs / "offramp-cli.exe"
long_time = 400   # seconds a program may run that waits for another one
FINE, LOOK, LEFT, RESTART, WAITS, REFUSED = 0, 10, 11, 30, 31, 32
schema = jsonschema.Draft7Validator(json.loads((tree / "resources/schema/removal.schema.json").read_text()))
remove_home = "remove:" + stand_ins.uninstall_key
quiet = {"stdin": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


class Machine:
    """A Windows with one product, and the terminal program on it."""

    def __init__(self, case, windows, build):
        self.case, self.windows, self.build = case, windows, build
        self.windows.import_registry(build / "root.reg")
        self.as_person = False

    def command(self, *words):
        line = [self.build / "as_person.exe", cli] if self.as_person else [cli]
        return [*line, *words]

    def run(self, *words, timeout=long_time):
        return self.windows.run(*self.command(*words), timeout=timeout)

    def ask(self, *words):
        """Exit code and answer."""
        finished = self.run(*words, "--json")
        try:
            value = json.loads(finished.stdout)
        except ValueError:
            raise AssertionError((words, finished.returncode, finished.stdout, finished.stderr)) from None
        self.case.assertEqual([f"{list(e.absolute_path)}: {e.message}" for e in schema.iter_errors(value)], [], words)
        return finished.returncode, value

    def check(self):
        return json.loads(self.run("check", "--json").stdout)["verdict"]

    def approval(self):
        """What is said to the command that removes: the digest, and the person's word where it is asked for."""
        exit_code, value = self.ask("remove")
        self.case.assertEqual((exit_code, value["phase"]), (LOOK, "proposed"), value["error"])
        self.case.assertIsNone(value["removal"], "looking begins nothing")
        stuck = [guard["id"] for guard in value["guards"] if guard["holdsUp"] and not guard["answerable"]]
        self.case.assertEqual(stuck, [])
        words = ",".join(guard["id"] for guard in value["guards"] if guard["holdsUp"])
        return ["remove", "--approve", value["plan"]["digest"], *(["--settle", words] if words else [])]

    def remove(self, *more):
        return self.ask(*self.approval(), *more)

    def journal(self):
        """Every transition as it is in the file: (step, state, code, detail), in order."""
        return removal_journal.rows(self.windows, "SELECT step, state, code, detail FROM transition ORDER BY id")

    def told(self, step):
        """The states one step went through."""
        return [state for name, state, _, _ in self.journal() if name == step]

    def registry(self, key):
        found = self.windows.run("reg", "query", key, "/s")
        return found.stdout if found.returncode == 0 else None

    def has_service(self, name):
        return self.windows.run("sc", "query", name).returncode == 0

    def report(self, format):
        """Written, and found to be as it was written; a changed one is found out."""
        text = self.run("report", "--format", format).stdout
        file = self.windows.scratch / f"report.{format}"
        for content, answer in ((text, FINE), (text.replace("finished", "FINISHED", 1), LOOK)):
            file.write_text(content, encoding="utf-8", newline="")
            self.case.assertEqual(self.run("report", "--verify", wine.in_windows(file)).returncode, answer, format)
        return text

    def restart(self):
        """As a computer that is turned off and on: what waits for that is done, and nobody has signed in."""
        self.windows.stop()
        self.windows.begin()


def states(value):
    return {step["id"]: step["state"] for step in value["removal"]["steps"]}


class GuidedRemoval(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.build = pathlib.Path(cls.scratch.name).resolve()
        stand_ins.build(cls.build)
        cls.desktop = Desktop(tray=False)
        cls.addClassCleanup(cls.desktop.__exit__)
        cls.windows = wine.Prefix()
        cls.addClassCleanup(cls.windows.__exit__)
        cls.windows.environment["DISPLAY"] = cls.desktop.environment["DISPLAY"]

    def setUp(self):
        self.machine = Machine(self, self.windows, self.build)
        self.addCleanup(self.windows.reset)

    def install(self, behavior):
        stand_ins.install_home_product(self.windows, self.build, behavior)
        self.assertEqual(self.machine.check(), "affected")

    def assert_gone(self):
        self.assertIsNone(self.machine.registry(stand_ins.uninstall_key))
        self.assertFalse(self.machine.has_service("AVP21.3"))
        self.assertFalse((stand_ins.home_folder(self.windows) / "avp.exe").exists())

    # The removal

    def test_an_uninstaller_that_returns_early_is_waited_for_and_the_whole_is_told(self):
        self.install("early")
        asked = self.machine.approval()
        for changed in (["remove", "--approve", "0" * 64, *asked[3:]], asked[:3], [*asked, "--no-restore-point"]):
            code, value = self.machine.ask(*changed)
            self.assertEqual((code, value["removal"]), (REFUSED, None), changed)
        self.assertIsNotNone(self.machine.registry(stand_ins.uninstall_key))
        code, value = self.machine.ask(*asked)
        self.assertEqual((code, value["phase"], value["verification"]["result"]), (LEFT, "ended", "leftovers"))
        self.assertEqual(states(value), {"restore-point": "doneUnchecked", remove_home: "done", "restart": "notNeeded",
                                         "await-protection": "doneUnchecked", "look-again": "done", "review-leftovers": "done"})
        self.assert_gone()
        journal = self.machine.journal()
        self.assertEqual([(state, code) for step, state, code, _ in journal if step == remove_home], [("running", None), ("done", 0)])
        self.assertIn("no restore point was made", next(detail for step, state, _, detail in journal
                                                        if (step, state) == ("restore-point", "doneUnchecked")))
        self.assertEqual(self.machine.check(), "traces")
        code, value = self.machine.ask("verify")
        self.assertEqual((code, value["verification"]["products"][0]["result"]), (LEFT, "leftovers"))
        report = json.loads(self.machine.report("json"))
        removal, = report["removals"]
        self.assertEqual((removal["ending"]["how"] if isinstance(removal["ending"], dict) else removal["ending"], removal["kind"]),
                         ("finished", "removal"))
        said = {step["id"]: (step["stateText"], step["codeMeans"]) for step in removal["steps"]}
        self.assertEqual(said[remove_home], ("done", "It says that it is done."))
        self.assertIn("it could not be checked", said["await-protection"][0])
        page = self.machine.report("html")
        self.assertIn(stand_ins.home_name, page)
        # Nothing is left to go on with.
        self.assertEqual(self.machine.run("resume").returncode, FINE)

    def test_an_uninstaller_that_asks_is_waited_for_until_the_person_answered_in_its_window(self):
        self.install("asks")
        asked = self.machine.approval()
        for key, code, state in (("n", WAITS, "declined"), ("y", LEFT, "done")):
            words = asked if state == "declined" else ["resume"]
            process = self.windows.start(*self.machine.command(*words, "--json"), stdout=subprocess.PIPE, **quiet)
            try:
                window, = self.desktop.until(lambda: self.desktop.windows("Stand-in uninstaller"))
                self.assertEqual(self.machine.told(remove_home)[-1], "running")
                self.assertIsNone(process.poll())
                self.desktop.until(lambda: self.answer_question(window, key))
                output, _ = process.communicate(timeout=long_time)
            finally:
                process.kill()
                process.wait()
            self.assertEqual(process.returncode, code)
            self.assertEqual(states(json.loads(output))[remove_home], state)
        self.assert_gone()
        self.assertEqual([(state, code) for step, state, code, _ in self.machine.journal() if step == remove_home],
                         [("running", None), ("declined", 1602), ("running", None), ("done", 0)])

    def answer_question(self, window, key):
        """Whether it has gone; a window that was just opened may not listen yet."""
        self.desktop.mouse("windowactivate", "--sync", window.number, "key", "--clearmodifiers", f"alt+{key}")
        return wait_until(lambda: not self.desktop.windows("Stand-in uninstaller"), 3)

    def test_a_restart_that_is_asked_for_is_waited_for_and_then_the_removal_goes_on(self):
        self.install("restart")
        code, value = self.machine.remove()
        self.assertEqual((code, value["halt"]["why"], value["halt"]["step"]), (RESTART, "restart", "restart"))
        self.assertEqual([(state, code) for step, state, code, _ in self.machine.journal() if step == remove_home],
                         [("running", None), ("doneAfterRestart", 3010)])
        in_use = stand_ins.home_folder(self.windows) / "klif.sys"
        self.assertTrue(in_use.exists())
        # Before the restart it is told that it is waited for, and nothing else begins.
        code, value = self.machine.ask("resume")
        self.assertEqual((code, states(value)["look-again"]), (RESTART, "waiting"))
        self.assertEqual(self.machine.run("remove", "--json").returncode, WAITS)
        self.machine.restart()
        code, value = self.machine.ask("resume")
        self.assertEqual((code, value["phase"], value["verification"]["result"]), (LEFT, "ended", "leftovers"))
        self.assertFalse(in_use.exists(), "what waited for the restart is done by then")
        self.assertEqual(self.machine.told(remove_home), ["running", "doneAfterRestart", "done"])
        self.assertEqual(self.machine.told("restart"), ["waitingForRestart", "done"])
        self.assert_gone()

    def test_an_uninstaller_that_fails_leaves_the_decision_to_the_person_and_is_never_called_gone(self):
        self.install("fails")
        code, value = self.machine.remove()
        self.assertEqual((code, value["halt"]["why"], value["halt"]["state"]), (WAITS, "needsPerson", "failed"))
        step, state, code, detail = self.machine.journal()[-1]
        self.assertEqual((step, state, code), (remove_home, "failed", 7))
        self.assertIn(r"setup.exe ended with 7", detail)
        code, value = self.machine.ask("resume")
        self.assertEqual((code, self.machine.told(remove_home)), (WAITS, ["running", "failed"] * 2))
        code, value = self.machine.ask("resume", "--skip", remove_home)
        self.assertEqual((code, value["phase"], value["verification"]["result"]), (LOOK, "ended", "stillPresent"))
        self.assertEqual(self.machine.told(remove_home)[-1], "skipped")
        self.assertEqual(self.machine.run("verify").returncode, LOOK)
        self.assertEqual(self.machine.check(), "affected")
        removal, = json.loads(self.machine.report("json"))["removals"]
        said = {step["id"]: step["stateText"] for step in removal["steps"]}
        self.assertEqual((said[remove_home], said["restart"]), ("left out by the person", "not needed"))

    def test_a_password_reaches_windows_installer_in_memory_and_stays_nowhere(self):
        stand_ins.install_business_product(self.windows, self.build)
        step = "remove:" + stand_ins.code("A005")
        code, value = self.machine.remove()
        self.assertEqual((code, value["halt"]["state"]), (WAITS, "needsPassword"))
        file = self.windows.scratch / "password"
        file.write_text("not this one", encoding="utf-8")
        code, value = self.machine.ask("resume", "--password-file", wine.in_windows(file))
        self.assertEqual((code, value["halt"]["state"]), (WAITS, "failed"))
        self.assertIn("the password may be wrong", self.machine.journal()[-1][3])
        file.write_text(stand_ins.password + "\n", encoding="utf-8")
        code, value = self.machine.ask("resume", "--password-file", wine.in_windows(file))
        self.assertEqual((code, value["verification"]["result"], states(value)[step]), (FINE, "removed", "done"), value["error"])
        self.assertEqual(self.machine.told(step), ["running", "needsPassword", "running", "failed", "running", "done"])
        self.assertEqual(self.machine.check(), "clean")
        text = json.dumps(value) + self.machine.report("json") + self.machine.report("html")
        self.windows.stop()   # the registry is written
        self.assertEqual(self.where_stands(stand_ins.password, text), [])
        self.assertEqual(self.where_stands("not this one", text), [])

    def where_stands(self, secret, text):
        """The answers and the files of this Windows that hold it, in any spelling."""
        found = ["an answer"] if secret in text or secret.encode("utf-16-le").hex() in text.lower() else []
        spellings = [secret.encode(), secret.encode("utf-16-le"), secret.encode("utf-16-le").hex().encode(),
                     secret.encode("utf-16-le").hex().upper().encode()]
        for file in sorted(self.windows.path.rglob("*")):
            if file.is_file() and not file.is_symlink():
                data = file.read_bytes()
                # The package itself knows what it wants to be told, and so does Windows Installer's copy of it.
                if file.suffix != ".msi" and any(spelling in data for spelling in spellings):
                    found.append(str(file))
        return found

    def test_one_that_hangs_is_not_ended_with_the_program_that_waits_for_it(self):
        """That a person is asked about it after minutes cannot be seen here: Wine gives the caller's own processor time for every
        program, so each seems to be alive. removal_test.py asks after a second."""
        self.install("hangs")
        asked = self.machine.approval()
        waiting = self.windows.start(*self.machine.command(*asked), stdout=subprocess.DEVNULL, **quiet)
        try:
            self.desktop.until((stand_ins.home_folder(self.windows) / "it waits").exists)
            self.assertEqual(self.machine.told(remove_home), ["running"])
            self.assertIsNone(waiting.poll())
        finally:
            waiting.kill()
            waiting.wait()
        self.assertIsNotNone(self.machine.registry(stand_ins.uninstall_key))
        self.windows.run(self.build / "uninstaller.exe", "goOn", "-", check=True)
        self.desktop.until(lambda: self.machine.registry(stand_ins.uninstall_key) is None)   # it was not ended
        code, value = self.machine.ask("resume")
        self.assertEqual((code, value["phase"], self.machine.told(remove_home)), (LEFT, "ended", ["running", "done"]))
        self.assertIn("was cut off and turned out to be complete", [detail for *_, detail in self.machine.journal()])

    # What was left

    def chosen(self, ids):
        return [word for each in ids for word in ("--choose", each)]

    def test_keys_and_services_that_were_left_go_come_back_and_go_again(self):
        self.install("removes")
        self.machine.remove()
        code, value = self.machine.ask("remove", "--leftovers")
        left = {leftover["id"]: leftover for leftover in value["leftovers"]}
        service = f"leftover:removeService:{stand_ins.bridge}"
        key = "leftover:removeKey:hklm/software/wow6432node/kasperskylab/avp21.3"
        self.assertTrue(all(left[each]["preselected"] for each in (service, key)), left.keys())
        chosen = self.chosen((service, key))
        before = self.machine.registry(stand_ins.settings_key)
        for _ in range(2):
            _, value = self.machine.ask("remove", "--leftovers", *chosen)
            code, value = self.machine.ask("remove", "--leftovers", *chosen, "--approve", value["leftoversDigest"])
            self.assertEqual((value["phase"], states(value)[service], states(value)[key]), ("ended", "done", "done"))
            self.assertIsNone(self.machine.registry(stand_ins.settings_key))
            self.assertFalse(self.machine.has_service(stand_ins.bridge))
            self.assertNotIn(service, [leftover["id"] for leftover in value["leftovers"]])
            code, value = self.machine.ask("undo")
            self.assertEqual((code, sorted(value["undo"]["undone"]), value["undo"]["failed"]), (FINE, sorted((service, key)), []))
            self.assertEqual(self.machine.registry(stand_ins.settings_key), before)
            self.assertTrue(self.machine.has_service(stand_ins.bridge))

    def test_a_folder_of_the_administrators_is_not_moved_where_others_could_reach_it(self):
        """In Wine every file is the person's, so the place where administrators keep things is believed to be nobody's own."""
        self.install("removes")
        self.machine.remove()
        folder = "leftover:move:c:/programdata/kaspersky lab/avp21.3"
        chosen = self.chosen([folder])
        _, value = self.machine.ask("remove", "--leftovers", *chosen)
        code, value = self.machine.ask("remove", "--leftovers", *chosen, "--approve", value["leftoversDigest"])
        self.assertEqual((code, states(value)[folder]), (WAITS, "failed"))
        self.assertIn("others can reach into it", self.machine.journal()[-1][3])
        data = self.windows.on_drive("ProgramData", "Kaspersky Lab", "AVP21.3", "Bases", "base.dat")
        self.assertEqual(data.read_text(), "what it learned")

    def test_without_rights_what_is_the_persons_own_is_moved_and_what_is_not_stays(self):
        self.install("removes")
        self.machine.as_person = True
        _, value = self.machine.remove()
        self.assertEqual((value["halt"]["step"], states(value)["restore-point"]), ("restore-point", "refused"))
        self.assertIn("no administrator rights", self.machine.journal()[-1][3])   # Wine asks nobody, so the broker has none
        self.machine.ask("resume", "--abandon")
        self.assertIsNotNone(self.machine.registry(stand_ins.uninstall_key))
        self.machine.as_person = False
        self.machine.remove()
        self.machine.as_person = True
        _, value = self.machine.ask("remove", "--leftovers")
        own = next(leftover["id"] for leftover in value["leftovers"] if stand_ins.extension[-1] in leftover["id"])
        place = self.windows.on_drive(*stand_ins.extension)
        manifest = (place / "1.0_0/manifest.json").read_text()
        chosen = self.chosen([own])
        for _ in range(2):
            _, value = self.machine.ask("remove", "--leftovers", *chosen)
            _, value = self.machine.ask("remove", "--leftovers", *chosen, "--approve", value["leftoversDigest"])
            self.assertEqual((value["phase"], states(value)[own], place.exists()), ("ended", "done", False), value["removal"])
            code, value = self.machine.ask("undo")
            self.assertEqual((code, value["undo"]["undone"]), (FINE, [own]))
            self.assertEqual((place / "1.0_0/manifest.json").read_text(), manifest)


if __name__ == "__main__":
    if not wine.is_installed():
        sys.exit("Wine is not installed")
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
