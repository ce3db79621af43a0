"""The desktop app as a Windows program: window, tray, second start, scaling, on a desktop of its own, run by Wine.

What Wine cannot show (a real task bar, several screens, a screen reader) is the checklist of docs/windows.md. Wine also
never takes the keyboard from a program of the desktop around it, so a window that comes to the front is known by lying
on top; after it was minimized it has the keyboard too.
Pictures to look at are kept in PICTURES.
Usage: desktop_test.py BIN_DIR SOURCE_DIR PICTURES
"""
import os
import pathlib
import pty
import re
import select
import shutil
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
the_day = ("--as-of", "2026-11-23")
headline = "Kaspersky Plus no longer gets updates"
personalize = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"
folder = ("Program Files (x86)", "Kaspersky Lab", "Kaspersky 21.16")
# What the uninstall list and the product's own key say when Kaspersky Plus is there.
kaspersky_plus = r"""Windows Registry Editor Version 5.00

[HKEY_LOCAL_MACHINE\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall\InstallWIX_{3DE3615C-3799-3403-92E4-E0BE8C2B1A16}]
"DisplayName"="Kaspersky"
"DisplayVersion"="21.16.6.467"
"Publisher"="AO Kaspersky Lab"
"InstallLocation"="C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky 21.16\\"
"UninstallString"="MsiExec.exe /I{3DE3615C-3799-3403-92E4-E0BE8C2B1A16} REMOVE=ALL"
"InstallDate"="20230314"

[HKEY_LOCAL_MACHINE\SOFTWARE\WOW6432Node\KasperskyLab\AVP21.16\environment]
"ProductName"="Kaspersky Plus"
"ProductCode"="{3DE3615C-3799-3403-92E4-E0BE8C2B1A16}"
"ProductRoot"="C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky 21.16\\"
"Ins_ProductVersion"="21.16.6.467"
"""


class DesktopProgram(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        pictures.mkdir(parents=True, exist_ok=True)
        cls.windows = wine.Prefix()
        cls.addClassCleanup(cls.windows.__exit__)
        entry = cls.windows.scratch / "kaspersky-plus.reg"
        entry.write_text(kaspersky_plus)
        cls.windows.import_registry(entry)
        cls.windows.on_drive(*folder).mkdir(parents=True)
        cls.set_value(personalize, "SystemUsesLightTheme", 1)

    @classmethod
    def set_value(cls, key, name, number):
        cls.windows.run("reg", "add", key, "/v", name, "/t", "REG_DWORD", "/d", number, "/f", check=True)

    def setUp(self):
        self.desktop = Desktop()
        self.addCleanup(self.desktop.__exit__)
        self.windows.environment["DISPLAY"] = self.desktop.environment["DISPLAY"]
        self.addCleanup(self.windows.stop)   # first, so that nothing of Wine outlives its display
        self.windows.stop()

    def start(self, *arguments):
        process = self.windows.start(program, *arguments, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                     stderr=subprocess.DEVNULL)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)   # done before the wait
        return process

    def ask(self, *arguments):
        return self.windows.run(program, *arguments, timeout=patience)

    def window(self, wide=960, high=680):
        """The window in its size, which comes a moment after the window itself."""
        return self.desktop.until(lambda: [each for each in self.desktop.windows("Offramp")
                                           if (each.wide, each.high) == (wide, high)])[0]

    def color(self, window, x, y):
        """The colour of one pixel of a window, "1B1E22"; empty while it cannot be seen."""
        text = subprocess.run(["import", "-silent", "-window", window.number, "-crop", f"1x1+{x}+{y}", "-depth", "8", "txt:-"],
                              env=self.desktop.environment, capture_output=True, text=True, timeout=patience).stdout
        found = re.search(r"#([0-9A-F]{6})", text)
        return found[1] if found else ""

    def test_the_overview_shows_this_computer(self):
        page = self.ask(*the_day, "--print-page")
        self.assertEqual(page.returncode, 0)
        lines = page.stdout.splitlines()
        self.assertIn(headline, lines)
        self.assertIn("Kaspersky Plus, Version 21.16.6.467, Updates ended", lines)
        self.assertIn("785 days without updates", page.stdout)

    def test_it_can_be_looked_at(self):
        shots = {"light": (), "dark": ("--theme", "dark"), "small": ("--size", "760x560"),
                 "large-text": ("--size", "760x560", "--text-scale", "2"), "high-contrast": ("--theme", "high-contrast"),
                 "replacements": ("--page", "replacements"), "why": ("--page", "why")}
        for name, options in shots.items():
            file = pictures / f"overview-{name}.png"
            file.unlink(missing_ok=True)
            self.assertEqual(self.ask(*the_day, *options, "--screenshot", wine.in_windows(file)).returncode, 0)
            self.assertTrue(file.read_bytes().startswith(b"\x89PNG"), name)

    def test_the_window_comes_with_its_icon_in_the_tray_and_both_go_together(self):
        self.assertEqual(self.desktop.docked(), [])
        process = self.start()
        window = self.window()
        number, owner, _ = self.desktop.until(self.desktop.docked)[0]
        self.assertIn("explorer.exe", owner)   # Wine's task bar shows it for the program
        self.settle(window)
        self.desktop.picture(pictures / "desktop.png")
        self.desktop.cover()
        self.desktop.double_click_icon(lambda: self.desktop.on_top() == "Offramp")
        self.desktop.open_menu("offramp.exe")
        self.desktop.picture(pictures / "tray-menu.png")
        self.desktop.close_menu("offramp.exe")
        self.desktop.close(window)
        self.assertEqual(process.wait(patience), 0)
        self.desktop.until(lambda: number not in [icon[0] for icon in self.desktop.docked()])

    def settle(self, window):
        """Until the check is done and painted: the hero card's picture stays the same."""
        seen = []

        def same():
            seen.append(subprocess.run(["import", "-silent", "-window", window.number, "rgb:-"],
                                       env=self.desktop.environment, capture_output=True, timeout=patience).stdout)
            time.sleep(0.3)
            return len(seen) > 3 and seen[-1] and len(set(seen[-4:])) == 1

        self.desktop.until(same)

    def test_a_second_start_brings_the_first_to_the_front_and_ends(self):
        first = self.start()
        self.window()
        self.desktop.cover()
        quickest = patience
        for _ in range(5):   # what else the machine does is not its time
            began = time.monotonic()
            second = self.ask("--page", "timeline")
            quickest = min(quickest, time.monotonic() - began)
            self.assertEqual((second.returncode, second.stdout), (0, ""))
            if quickest < 3:
                break
        self.assertLess(quickest, 3)
        self.desktop.until(lambda: self.desktop.on_top() == "Timeline – Offramp")
        self.assertEqual(len(self.desktop.windows("Offramp")), 1)
        self.assertIsNone(first.poll())

    def test_a_minimized_window_comes_back(self):
        self.start()
        window = self.window()
        self.desktop.minimize(window)
        self.assertEqual(self.ask().returncode, 0)
        self.desktop.until(lambda: self.desktop.in_front() == "Offramp")

    def test_of_three_starts_at_once_one_stays(self):
        started = [self.start() for _ in range(3)]
        self.desktop.until(lambda: [each.poll() for each in started].count(0) == 2)
        self.desktop.until(lambda: len(self.desktop.windows("Offramp")) == 1)
        self.assertEqual([each.poll() for each in started].count(None), 1)

    def test_after_a_crash_the_next_start_has_a_window_and_is_the_one_that_answers(self):
        first = self.start()
        self.window()
        first.kill()
        first.wait()
        self.desktop.until(lambda: not self.desktop.windows("Offramp"))
        self.start()
        self.window()
        self.assertEqual(self.ask().returncode, 0)
        self.assertEqual(len(self.desktop.windows("Offramp")), 1)

    def test_at_150_percent_everything_is_half_as_large_again(self):
        desktop_key = r"HKCU\Control Panel\Desktop"
        self.set_value(desktop_key, "LogPixels", 144)
        self.windows.stop()   # read when Windows starts
        self.addCleanup(self.set_value, desktop_key, "LogPixels", 96)
        for theme in ("light", "dark"):
            process = self.start("--theme", theme)
            window = self.window(1440, 1020)
            self.settle(window)
            self.desktop.picture(pictures / f"desktop-150-{theme}.png")
            self.desktop.close(window)
            self.assertEqual(process.wait(patience), 0)

    def test_the_window_follows_the_dark_mode_of_windows(self):
        for light, background in ((1, "F5F6F8"), (0, "17191D")):
            self.set_value(personalize, "AppsUseLightTheme", light)
            process = self.start()
            window = self.window()
            self.desktop.until(lambda: self.color(window, window.wide - 8, 8) == background)
            self.desktop.close(window)
            self.assertEqual(process.wait(patience), 0)
        self.set_value(personalize, "AppsUseLightTheme", 1)

    def test_names_of_people_and_folders_may_be_in_any_script(self):
        place = self.windows.drive / "users" / "Jürgen Ольга 東京 🛡"
        shutil.copytree(tree / "tests/machines/ultraav", place / "Rechner Ω")
        shutil.copy2(program, place)
        shutil.copy2(programs / "catalog.db", place)
        inside = "C:\\users\\" + place.name
        asked = self.windows.run(inside + "\\offramp.exe", *the_day, "--host", inside + "\\Rechner Ω", "--print-page",
                                 "--screenshot", inside + "\\Bild é.png", timeout=patience)
        self.assertEqual(asked.returncode, 0, asked.stderr)
        self.assertIn("UltraAV", asked.stdout)
        self.assertTrue((place / "Bild é.png").read_bytes().startswith(b"\x89PNG"))

    def test_started_in_a_console_it_prints_there(self):
        for arguments, words in ((["--version"], "offramp "), (["--nonsense"], "unknown option --nonsense")):
            self.assertIn(words, self.in_console(arguments))

    def in_console(self, arguments):
        """What a person sees who types it into a console window."""
        child, console = pty.fork()
        if child == 0:
            os.execvpe("wine", ["wine", "cmd", "/c", wine.in_windows(program), *arguments], self.windows.environment)
        seen, end = b"", time.monotonic() + patience
        try:
            while time.monotonic() < end:
                if select.select([console], [], [], 0.5)[0]:
                    seen += os.read(console, 65536)
        except OSError:
            pass   # the console was closed: its program has ended
        os.close(console)
        os.waitpid(child, 0)
        # Without the movements of the cursor; Wine writes a blank as "erase and go right".
        text = re.sub(r"\x1b\[K\x1b\[1C", " ", seen.decode(errors="replace"))
        return re.sub(r"\x1b\[[?\d;]*[A-Za-z]|\x1b\][^\a]*\a", "", text)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[4:]])
