"""The installer and the portable program as a person or a deployment tool meets them, in Windows programs run by Wine.

What Wine cannot show (consent for rights, SmartScreen, real Settings) is the checklist of docs/windows.md.
Usage: installer_test.py BIN_DIR SOURCE_DIR
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
programs, tree = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
sys.path.insert(0, str(tree / "resources/packaging/windows"))
import components  # noqa: E402
import package  # noqa: E402
import wine  # noqa: E402

version = components.cached(programs.parent, "CMAKE_PROJECT_VERSION")
newer = "99.0.1"
uninstall_key = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Offramp"
installed_files = {"offramp.exe", "offramp-cli.exe", "offramp-broker.exe", "LICENSE.txt", "THIRD-PARTY-NOTICES.txt", "uninstall.exe"}
STILL_RUNNING, CANNOT_WRITE, TOO_OLD = 3, 4, 5
# What Wine writes about its display, and what is to be deleted at the next start of Windows: the copy of itself that an
# uninstaller works from.
not_ours = (r"\\Control\\Class\\", r"\\Control\\Session Manager")


def registry(prefix):
    """Every value of the prefix's registry by its key, read when no program of it runs."""
    values = {}
    for hive in wine.hives:
        key = ""
        for line in (prefix.path / hive).read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("["):
                key = f"{hive}: {line[1:line.rindex(']')]}"
                values[key] = ""
            elif key and not line.startswith("#time") and not any(place in key for place in not_ours):
                values[key] += line + "\n"
    return values


class Installer(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        folder = pathlib.Path(cls.scratch.name)
        staged, texts = folder / "programs", folder / "texts"
        package.stage_programs(programs.parent, staged)
        package.stage_texts(components.linked_components(programs.parent), texts)
        cls.setups = {}
        for number in (version, newer):
            cls.setups[number] = folder / f"offramp-{number}-setup.exe"
            package.make_setup(staged, texts, number, cls.setups[number])
        cls.portable = staged / "offramp.exe"
        cls.windows = wine.Prefix()

    @classmethod
    def tearDownClass(cls):
        cls.windows.stop()
        cls.windows.__exit__()
        cls.scratch.cleanup()

    def setUp(self):
        self.windows.reset()
        self.windows.run("winecfg", "-v", "win10", check=True)
        person = next(p for p in self.windows.on_drive("users").iterdir() if p.name != "Public")
        self.local = person / "AppData/Local"
        self.standard = self.local / "Programs/Offramp"
        self.menu = person / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs"

    def install(self, number=version, *arguments):
        return self.windows.run(self.setups[number], "/S", *arguments).returncode

    def entry(self):
        """The uninstall entry, as Windows' own reg.exe shows it."""
        shown = self.windows.run("reg", "query", uninstall_key).stdout
        return {name: value.strip() for name, value in re.findall(r"^ {4}(\w+)\s+REG_\w+ *(.*)$", shown, re.MULTILINE)}

    def uninstall(self, folder=None, *arguments):
        """As Settings and deployment tools do; waits for the copy of itself that the uninstaller works from."""
        folder = folder or self.standard
        code = self.windows.run(folder / "uninstall.exe", "/S", *arguments).returncode
        wine.wait_until(lambda: not (folder / "uninstall.exe").exists(), 20)
        self.windows.run("cmd", "/c", "exit")
        return code

    def files(self):
        return {name for name, status in wine.look(self.windows.drive).items() if status is not None}

    def person_data(self):
        """What the program would have kept for this person."""
        (self.local / "Offramp").mkdir(exist_ok=True)
        (self.local / "Offramp/kept.txt").write_text("mine")
        (self.local / "Offramp/window-1.lock").write_text("")
        self.windows.run("reg", "add", "HKCU\\Software\\Offramp\\Offramp", "/v", "person", "/d", "federal", check=True)

    def has_settings(self):
        asked = self.windows.run("reg", "query", "HKCU\\Software\\Offramp\\Offramp", "/v", "person")
        self.assertTrue(asked.returncode == 0 or "unable to find" in asked.stdout + asked.stderr, asked)
        return asked.returncode == 0

    def test_it_installs_for_one_person_and_says_so_in_the_list_of_programs(self):
        before = self.files()
        self.assertEqual(self.install(), 0)
        self.assertEqual({file.name for file in self.standard.iterdir()}, installed_files)
        self.assertTrue((self.menu / "Offramp.lnk").is_file())
        folder = self.entry()["InstallLocation"]
        self.assertRegex(folder, r"^C:\\users\\[^\\]+\\AppData\\Local\\Programs\\Offramp$")
        size = sum(file.stat().st_size for file in self.standard.iterdir()) // 1024
        shown = self.entry()
        self.assertAlmostEqual(int(shown.pop("EstimatedSize"), 16), size, delta=8)
        self.assertEqual(shown, {
            "DisplayName": "Offramp", "DisplayVersion": version, "Publisher": "Offramp", "DisplayIcon": f"{folder}\\offramp.exe,0",
            "InstallLocation": folder, "UninstallString": f'"{folder}\\uninstall.exe"',
            "QuietUninstallString": f'"{folder}\\uninstall.exe" /S', "NoModify": "0x1", "NoRepair": "0x1"})
        elsewhere = {name for name in self.files() - before if "Programs/Offramp" not in name}
        self.assertEqual(elsewhere, set(), "something was written outside its folder and the Start menu")

    def test_what_it_installs_works_and_is_no_kaspersky_product(self):
        self.assertEqual(self.install(), 0)
        cli = self.standard / "offramp-cli.exe"
        self.assertEqual(self.windows.run(cli, "--version").stdout.split(), ["offramp-cli", version])
        answer = json.loads(self.windows.run(cli, "check", "--json").stdout)
        self.assertEqual(answer["installations"], [])
        everything = json.loads(self.windows.run(cli, "inventory", "--json").stdout)
        self.assertIn(uninstall_key.split("\\", 1)[1].lower(), json.dumps(everything).lower().replace("\\\\", "\\"))

    def test_a_newer_version_takes_the_place_of_the_older_and_leaves_the_person_s_own_alone(self):
        self.assertEqual(self.install(version, "/D=C:\\Tools\\My", "Offramp"), 0)
        folder = self.windows.on_drive("Tools", "My Offramp")
        self.person_data()
        (folder / "notes.txt").write_text("mine")
        before = {file.name: file.stat().st_ino for file in folder.iterdir()}
        self.assertEqual(self.install(newer), 0, "it stays where the person put it")
        after = {file.name: file.stat().st_ino for file in folder.iterdir()}
        self.assertEqual(set(after), installed_files | {"notes.txt"})
        self.assertTrue(all(after[name] != before[name] for name in installed_files), "every file is a new one")
        self.assertFalse(self.standard.exists())
        shown = self.entry()
        self.assertEqual((shown["DisplayVersion"], shown["InstallLocation"]), (newer, "C:\\Tools\\My Offramp"))
        self.assertEqual((self.local / "Offramp/kept.txt").read_text(), "mine")
        self.assertTrue(self.has_settings())

    def test_another_folder_does_not_leave_a_second_copy(self):
        self.assertEqual(self.install(), 0)
        self.assertEqual(self.install(newer, "/D=C:\\Tools\\Offramp"), 0)
        self.assertFalse(self.standard.exists())
        self.assertEqual({file.name for file in self.windows.on_drive("Tools", "Offramp").iterdir()}, installed_files)

    def test_a_silent_removal_keeps_what_is_the_person_s_and_nothing_else(self):
        self.assertEqual(self.install(), 0)
        self.person_data()
        (self.standard / "notes.txt").write_text("mine")
        self.assertEqual(self.uninstall(), 0)
        self.assertEqual([file.name for file in self.standard.iterdir()], ["notes.txt"])
        self.assertEqual([file.name for file in (self.local / "Offramp").iterdir()], ["kept.txt"])
        self.assertTrue(self.has_settings())
        self.assertEqual(self.entry(), {})
        self.assertFalse((self.menu / "Offramp.lnk").exists())

    def test_a_removal_that_takes_the_data_too_leaves_the_computer_as_it_was(self):
        # Once before, so that what Wine itself writes at the first start of any program does not count.
        self.assertEqual(self.install(), 0)
        self.assertEqual(self.uninstall(self.standard, "/REMOVEDATA"), 0)
        self.windows.stop()
        files, keys = wine.look(self.windows.drive).keys(), registry(self.windows)
        self.assertEqual(self.install(), 0)
        self.person_data()
        self.assertEqual(self.uninstall(self.standard, "/REMOVEDATA"), 0)
        self.windows.stop()
        # The uninstaller works from a copy of itself, which Windows removes when it cleans up (docs/windows.md).
        changed_files = {name for name in wine.look(self.windows.drive).keys() ^ files if "/Temp/~nsu" not in name}
        self.assertEqual(changed_files, set())
        changed = registry(self.windows)
        self.assertEqual({key for key in keys.keys() | changed.keys() if keys.get(key) != changed.get(key)}, set())
        mentions = [key for key, values in changed.items() if "offramp" in (key + values).lower()]
        self.assertEqual(mentions, [])

    def test_while_offramp_runs_nothing_is_replaced_or_removed(self):
        self.assertEqual(self.install(), 0)
        with wine.Display() as display:
            environment = self.windows.environment | {"DISPLAY": display}
            quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
            running = subprocess.Popen(["wine", str(self.standard / "offramp.exe")], env=environment, **quiet)
            try:
                self.assertTrue(wine.wait_until(lambda: self.install(newer) == STILL_RUNNING, 40, 1))
                self.assertEqual(self.entry()["DisplayVersion"], version)
                self.windows.run(self.standard / "uninstall.exe", "/S")
                self.windows.run("cmd", "/c", "exit")
                self.assertEqual({file.name for file in self.standard.iterdir()}, installed_files)
                self.assertIsNone(running.poll(), "the program was not ended")
            finally:
                self.windows.stop()
                running.wait(30)
        self.assertEqual(self.install(newer), 0)

    def test_a_folder_that_cannot_be_written_keeps_the_version_that_was_there(self):
        self.assertEqual(self.install(), 0)
        (self.standard / "update").write_text("a file where the folder for new files would be")
        self.assertEqual(self.install(newer), CANNOT_WRITE)
        self.assertEqual(self.entry()["DisplayVersion"], version)
        self.assertEqual(self.windows.run(self.standard / "offramp-cli.exe", "--version").returncode, 0)

    def test_a_windows_that_is_too_old_is_refused_before_anything_is_written(self):
        self.windows.run("winecfg", "-v", "win81", check=True)
        before = self.files()
        self.assertEqual(self.install(), TOO_OLD)
        self.assertEqual(self.files(), before)
        self.assertEqual(self.entry(), {})

    def test_the_broker_refuses_every_request_on_windows_too(self):
        broker = programs / "offramp-broker.exe"
        self.assertEqual(self.windows.run(broker, "--version").stdout.split(), ["offramp-broker", version])
        refused = self.windows.run(broker, "C:\\setup.exe", "/S")
        self.assertEqual((refused.returncode, refused.stdout), (64, ""))
        self.assertIn("nothing was changed", refused.stderr)

    def test_the_portable_program_is_one_file_and_works_in_any_folder(self):
        folder = self.windows.on_drive("Vélo für Ωmega") / "two words"
        folder.mkdir(parents=True)
        shutil.copy2(self.portable, folder / "offramp portable.exe")
        picture = folder / "picture.png"
        self.windows.stop()   # a Windows that was started without a display shows no window later
        with wine.Display() as display:
            finished = self.windows.run(folder / "offramp portable.exe", "--screenshot", wine.in_windows(picture),
                                        timeout=120, display=display)
        self.assertEqual(finished.returncode, 0, finished.stderr)
        self.assertGreater(picture.stat().st_size, 10000)
        self.assertEqual({file.name for file in folder.iterdir()}, {"offramp portable.exe", "picture.png"})


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
