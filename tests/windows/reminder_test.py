"""Reminders as a Windows program: what the system is told, the notification, the icon that stays, on a desktop run by Wine.

Wine's Task Scheduler keeps tasks and never starts them, so when one is started is what the checklist of docs/windows.md
is for; and Wine draws notifications as balloons of its own.
Usage: reminder_test.py BIN_DIR SOURCE_DIR PICTURES
"""
import pathlib
import re
import sqlite3
import subprocess
import sys
import time
import unittest

sys.dont_write_bytecode = True
programs, tree, pictures = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
sys.path.insert(0, str(tree / "tests/support"))
import wine  # noqa: E402
from desktop import Desktop, patience  # noqa: E402

program = programs / "offramp.exe"
affected = wine.in_windows(tree / "tests/machines/plus-with-vpn-and-password-manager")
run_key = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run"
uninstall_key = r"HKLM\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall\InstallWIX_{3DE3615C-3799-3403-92E4-E0BE8C2B1A16}"
quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
ever_since = int(time.time()) - 40 * 86400   # reminders were turned on then


class Reminders(unittest.TestCase):
    def setUp(self):
        pictures.mkdir(parents=True, exist_ok=True)
        self.windows = wine.Prefix()
        self.addCleanup(self.windows.__exit__)
        self.desktop = Desktop()
        self.addCleanup(self.desktop.__exit__)
        self.addCleanup(self.windows.stop)   # first, so that nothing of Wine outlives its display
        self.windows.environment["DISPLAY"] = self.desktop.environment["DISPLAY"]

    def run_offramp(self, *arguments):
        """To its end."""
        self.assertEqual(self.windows.run(program, *arguments, timeout=patience).returncode, 0)

    def start(self, *arguments):
        process = self.windows.start(program, *arguments, **quiet)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)   # done before the wait
        return process

    def files(self):
        return list(self.windows.drive.rglob("state.db"))

    def put(self, **values):
        """What state.db says about reminders, written while no Offramp runs; made by Offramp itself first."""
        if not self.files():
            self.run_offramp("--remind")
        database = sqlite3.connect(self.files()[0])
        with database:
            for name, value in values.items():
                database.execute("INSERT OR REPLACE INTO reminder VALUES (?, ?)", (name.replace("__", "."), str(value)))
        database.close()

    def turn_on(self, mode):
        self.put(mode=mode, cadenceDays=7, quietFrom=0, quietTo=0, anchor=ever_since, anchor__offset=0)

    def state(self):
        """A file that Offramp has open is locked for other programs of Wine only."""
        database = sqlite3.connect(f"file:{self.files()[0]}?mode=ro", uri=True)
        try:
            return dict(database.execute("SELECT name, value FROM reminder"))
        except sqlite3.DatabaseError:   # looked at while it was written
            return {}
        finally:
            database.close()

    def run_value(self):
        found = re.search(r"Offramp\s+REG_SZ\s+(.*?)\s*$", self.windows.run("reg", "query", run_key).stdout, re.MULTILINE)
        return found[1] if found else None

    def tasks(self):
        """The tasks as Wine's scheduler keeps them, below System32. It drops what starts a task and what it starts."""
        return [file for file in self.windows.on_drive("windows", "system32", "tasks").rglob("*") if file.is_file()]

    def opened(self, title):
        return self.desktop.until(lambda: self.desktop.windows(title))[0]

    def close_all(self):
        for window in self.desktop.windows("Offramp"):
            self.desktop.close(window)
        self.desktop.until(lambda: not self.desktop.windows("Offramp"))

    def balloons(self):
        """Notifications as Wine's shell shows them, outside its tray: (left, top, wide, high)."""
        found = re.findall(r'^     0x\S+ .*\("explorer.exe" .*\)\s+(\d+)x(\d+)\S+\s+\+(-?\d+)\+(-?\d+)', self.desktop.tree(),
                           re.MULTILINE)
        return [(int(left), int(top), int(wide), int(high)) for wide, high, left, top in found if int(wide) > 100 and int(high) > 40]

    def test_turning_off_what_was_never_on_leaves_nothing_behind(self):
        self.run_offramp("--remind-off")
        self.assertEqual((self.files(), self.tasks(), self.run_value()), ([], [], None))

    def test_the_system_is_told_what_was_chosen_and_off_takes_it_back(self):
        self.turn_on("scheduled")
        self.assertEqual((self.tasks(), self.run_value()), ([], None))
        first = self.start()   # puts right what the system was told
        self.opened("Offramp")
        self.desktop.until(self.tasks)
        self.desktop.until(lambda: self.state().get("state.verdict"))   # it has checked
        time.sleep(2)
        self.close_all()
        self.assertEqual(first.wait(patience), 0)   # no process stays
        self.assertEqual(len(self.tasks()), 1)
        self.assertRegex(self.tasks()[0].name, r"^Offramp reminder S-1-5-21-[\d-]+$")
        task = self.tasks()[0].read_text(encoding="utf-8-sig")
        for part in ("<Author>Offramp</Author>", "<WakeToRun>false</WakeToRun>", "<ExecutionTimeLimit>PT1H</ExecutionTimeLimit>"):
            self.assertIn(part, task)
        self.assertIsNone(self.run_value())
        self.put(mode="resident")
        self.start("--tray")
        self.desktop.until(lambda: self.run_value() and not self.tasks())
        self.assertEqual(self.run_value().lower(), f'"{wine.in_windows(program).lower()}" --tray')
        self.windows.stop()   # as a computer that is turned off
        self.windows.begin()
        self.run_offramp("--remind-off")
        self.assertEqual((self.tasks(), self.run_value(), self.state()["mode"]), ([], None, "off"))

    def test_a_due_reminder_is_shown_once_and_its_icon_opens_offramp(self):
        self.turn_on("scheduled")
        run = self.start("--remind", "--host", affected)
        self.desktop.until(self.balloons)
        self.desktop.until(lambda: self.state().get("confirmed") == "1")
        self.desktop.picture(pictures / "reminder-balloon.png")
        self.run_offramp("--remind", "--host", affected)   # a second start has nothing to say
        wide, high, left, top = self.desktop.icon()
        # Wine tells no program that its balloon was pressed, but that the icon was.
        self.desktop.again_until(lambda: self.desktop.mouse("mousemove", left + wide // 2, top + high // 2, "click", 1),
                                 lambda: self.desktop.windows("Offramp"))
        self.assertEqual(run.wait(patience), 0)
        time.sleep(5)
        self.close_all()
        self.desktop.until(lambda: not self.balloons() and not self.desktop.docked())

    def test_in_quiet_hours_and_while_it_is_snoozed_nothing_is_shown(self):
        self.turn_on("scheduled")
        now = time.localtime()
        minute = now.tm_hour * 60 + now.tm_min
        self.put(quietFrom=(minute - 60) % 1440, quietTo=(minute + 60) % 1440)
        self.run_offramp("--remind", "--host", affected)
        self.assertNotIn("last", self.state())
        tomorrow = time.strftime("%Y-%m-%d", time.localtime(time.time() + 2 * 86400))
        self.put(quietFrom=0, quietTo=0, snooze=int(time.time()), snooze__offset=0, snooze__until=tomorrow)
        self.run_offramp("--remind", "--host", affected)
        self.assertNotIn("last", self.state())

    def test_the_icon_stays_without_a_window_and_hears_of_a_program_that_is_installed(self):
        self.turn_on("resident")
        process = self.start("--tray")
        self.desktop.icon()   # is there and stays
        number, owner, _ = self.desktop.docked()[0]
        self.assertIn("explorer.exe", owner)   # Wine's task bar shows it for the program
        self.desktop.until(lambda: self.state().get("state.verdict") == "clean")
        self.assertEqual(self.desktop.windows("Offramp"), [])
        self.run_offramp("--tray")   # a second one ends and opens nothing
        self.assertEqual(self.desktop.windows("Offramp"), [])
        for name, value in (("DisplayName", "Kaspersky"), ("DisplayVersion", "21.16.6.467"), ("Publisher", "AO Kaspersky Lab"),
                            ("UninstallString", "MsiExec.exe /I{3DE3615C-3799-3403-92E4-E0BE8C2B1A16} REMOVE=ALL")):
            self.windows.run("reg", "add", uninstall_key, "/v", name, "/d", value, "/f", check=True)
        self.desktop.until(lambda: self.state().get("state.verdict") == "affected")   # nobody asked for a check
        self.desktop.open_menu("offramp.exe")
        time.sleep(1)   # until it is painted
        self.desktop.picture(pictures / "reminder-tray-menu.png")
        self.desktop.close_menu("offramp.exe")
        self.windows.run("reg", "delete", uninstall_key, "/f", check=True)
        self.desktop.until(lambda: self.state().get("state.verdict") != "affected")
        self.desktop.double_click_icon(lambda: self.desktop.windows("Offramp"))
        self.close_all()
        self.assertIsNone(process.poll())
        self.assertIn(number, [icon[0] for icon in self.desktop.docked()])


if __name__ == "__main__":
    if not wine.is_installed():
        sys.exit("Wine is not installed")
    unittest.main(argv=[sys.argv[0], *sys.argv[4:]])
