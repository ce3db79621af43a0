"""The guided removal on Windows as a person goes through it: the wizard, its buttons and its tick boxes, under Wine.

Products of our own making are removed for real. Wine hands no accessible tree to other programs, so buttons and boxes are found
by their colors, which are those of resources/design/tokens.json, and pressed with the mouse. A computer that restarts is a
Wine that ends and starts again, and signs the person in as Windows does: with what is in the Run key.
Pictures to look at are kept in PICTURES.
Usage: guided_window_test.py BIN_DIR SOURCE_DIR PICTURES
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
programs, tree, pictures = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
sys.path.insert(0, str(tree / "tests/support"))
import removal_journal  # noqa: E402
import stand_ins  # noqa: E402
import wine  # noqa: E402
from desktop import Desktop, patience, wait_until  # noqa: E402

program = programs / "offramp.exe"
remove_home = "remove:" + stand_ins.uninstall_key
run_key = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run"
tokens = json.loads((tree / "resources/design/tokens.json").read_text())
quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def color(name):
    return bytes.fromhex(tokens["color"][name]["light"].lstrip("#"))


class Look:
    """What a window shows at one moment."""

    def __init__(self, desktop, window):
        data = subprocess.run(["import", "-silent", "-window", window.number, "-depth", "8", "ppm:-"], env=desktop.environment,
                              capture_output=True, timeout=patience).stdout
        head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", data)
        self.wide, self.high = (int(head[1]), int(head[2])) if head else (0, 0)
        self.pixels = data[head.end():] if head else b""

    def row(self, y):
        return self.pixels[y * self.wide * 3:(y + 1) * self.wide * 3]

    def runs(self, y, wanted):
        """Where this color stands in a row, as (from, length)."""
        found, row, at = [], self.row(y), 0
        while (at := row.find(wanted, at)) >= 0:
            if at % 3:
                at += 1
                continue
            end = at
            while row[end:end + 3] == wanted:
                end += 3
            found.append((at // 3, (end - at) // 3))
            at = end
        return found

    def primary(self):
        """The middle and the left edge of the filled button at the bottom; none while it cannot be pressed."""
        for y in range(self.high - 60, self.high - 8):
            for left, length in self.runs(y, color("accent")):
                if 40 < length < 400:
                    return left + length // 2, y + 14, left
        return None

    def reached(self):
        """How far to the right the line of steps at the top is filled: more with every page."""
        return max((left + length for y in range(4, 40) for left, length in self.runs(y, color("accent"))), default=0)

    def filled(self):
        """The middle of the topmost filled button above the bottom; the bar of progress is flatter than a button."""
        accent, tall = color("accent"), 20
        for y in range(60, self.high - 90):
            for left, length in self.runs(y, accent):
                edge = (left + 2) * 3
                if 60 < length < 400 and all(self.row(y + down)[edge:edge + 3] == accent for down in range(tall)):
                    return left + length // 2, y + tall // 2
        return None

    def open_boxes(self):
        """The middles of the tick boxes that are not ticked and lie wholly in view, from the top."""
        line, size, found = color("lineStrong"), 16, []
        for y in range(60, self.high - 90):
            below = self.runs(y + size, line) if line * 8 in self.row(y) else []
            found += [(left + length // 2, y + size // 2) for left, length in self.runs(y, line) if 8 <= length < size
                      and (left, length) in below]
        return found


class GuidedWindow(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        pictures.mkdir(parents=True, exist_ok=True)
        cls.scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.build = pathlib.Path(cls.scratch.name).resolve()
        stand_ins.build(cls.build)
        cls.windows = wine.Prefix()
        cls.addClassCleanup(cls.windows.__exit__)

    def setUp(self):
        self.addCleanup(self.windows.reset)
        self.desktop = Desktop()
        self.addCleanup(self.desktop.__exit__)
        self.addCleanup(self.windows.stop)   # first, so that nothing of Wine outlives its display
        self.windows.environment["DISPLAY"] = self.desktop.environment["DISPLAY"]
        self.windows.stop()
        self.windows.begin()
        self.windows.import_registry(self.build / "root.reg")
        # Wine has no Microsoft Defender; with its service there, it counts as what protects afterwards.
        self.windows.run("reg", "add", r"HKLM\SYSTEM\CurrentControlSet\Services\WinDefend", "/v", "Start", "/t", "REG_DWORD", "/d", "2",
                         "/f", check=True)

    # What a person does and sees

    def start(self, *arguments):
        process = self.windows.start(program, *arguments, **quiet)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)   # done before the wait
        return process

    def window(self, title="Guided removal"):
        return self.desktop.until(lambda: self.desktop.windows(title))[0]

    def look(self):
        return Look(self.desktop, self.window())

    def still(self):
        """What the window shows once it stops changing; something that turns is not waited for."""
        seen = []

        def same():
            seen.append(self.look())
            return len(seen) > 1 and seen[-1].pixels and seen[-1].pixels == seen[-2].pixels

        wait_until(same, 2)
        return seen[-1]

    def click(self, x, y):
        window = self.window()
        self.desktop.mouse("windowactivate", "--sync", window.number, "mousemove", window.left + x, window.top + y, "click", 1)
        self.desktop.mouse("mousemove", window.left + 5, window.top + 5)   # nothing is lit up because the mouse is on it

    def press_until(self, place, happened):
        """Presses what `place` finds, again where nothing came of it, until it `happened`."""
        def press():
            found = place(self.still())
            if found and not happened():
                self.click(*found[:2])

        self.desktop.again_until(press, happened)

    def continue_to(self, happened):
        self.press_until(Look.primary, happened)

    def continue_to_next_page(self):
        before = self.look().reached()

        def is_there():
            look = self.look()
            return look.reached() > before and look.primary()

        self.continue_to(is_there)

    def settle_everything(self):
        """Ticks box after box until Continue can be pressed."""
        def tick():
            boxes, window = self.still().open_boxes(), self.window()
            if boxes:
                self.click(*boxes[0])
                wait_until(lambda: self.still().open_boxes()[:1] != boxes[:1], 10)
            else:
                self.desktop.mouse("mousemove", window.left + window.wide // 3, window.top + window.high // 2, "click", "--repeat", 3, 5)

        self.desktop.again_until(tick, lambda: self.look().primary(), 0.5)

    def keep(self, name):
        """A picture to look at."""
        self.desktop.picture(pictures / f"{name}.png", self.window().number)

    # What came of it

    def foreground(self):
        """The title of the window that is in the foreground for Windows."""
        return self.windows.run(self.build / "foreground.exe").stdout.strip()

    def rows(self, question):
        return removal_journal.rows(self.windows, question)

    def told(self, step):
        return [(state, code) for state, code in self.rows(f"SELECT state, code FROM transition WHERE step = '{step}' ORDER BY id")]

    def newest(self):
        """The last transition: (step, state)."""
        return (self.rows("SELECT step, state FROM transition ORDER BY id DESC LIMIT 1") or [None])[0]

    def resumes_at_sign_in(self):
        return "--resume-removal" in self.windows.run("reg", "query", run_key).stdout

    def is_gone(self):
        return self.windows.run("reg", "query", stand_ins.uninstall_key).returncode != 0

    # From the start to the removal

    def begin(self, behavior):
        stand_ins.install_home_product(self.windows, self.build, behavior)
        process = self.start("--page", "switch", "--theme", "light")
        self.window()
        self.settle_everything()
        self.keep(f"removal-{behavior}-settled")
        self.continue_to_next_page()
        self.continue_to_next_page()
        self.keep(f"removal-{behavior}-plan")
        self.assertEqual(self.rows("SELECT id FROM migration"), [], "nothing begins before it is approved")
        self.continue_to(lambda: self.rows("SELECT id FROM migration"))
        return process

    def leave_what_is_left(self, name):
        self.desktop.until(lambda: self.newest() == ("review-leftovers", "waitingForPerson"))
        self.desktop.until(lambda: self.look().primary())
        self.keep(f"removal-{name}-check")
        # "Leave them" stands before the button that moves them.
        self.press_until(lambda look: look.primary() and (look.primary()[2] - 40, look.primary()[1]),
                         lambda: self.newest() == ("review-leftovers", "done"))
        self.desktop.until(lambda: self.rows("SELECT ending FROM ending"))
        self.assertEqual(self.rows("SELECT ending FROM ending"), [("finished",)])
        self.desktop.until(lambda: self.look().primary())
        self.keep(f"removal-{name}-done")
        self.assertTrue(self.is_gone())
        self.continue_to(lambda: not self.desktop.windows("Guided removal") and self.desktop.windows("Offramp"))

    def test_a_product_is_removed_by_pressing_buttons(self):
        self.begin("early")
        self.leave_what_is_left("early")
        self.assertEqual(self.told(remove_home), [("running", None), ("done", 0)])
        self.assertEqual(self.told("restart"), [("notNeeded", None)])

    def show_question(self):
        """The wizard and something else lie over the question; the wizard's button brings it to the front."""
        wizard = self.window()
        self.desktop.again_until(lambda: self.desktop.mouse("windowactivate", "--sync", wizard.number),
                                 lambda: self.desktop.in_front() == wizard.title and self.foreground() == wizard.title)
        self.desktop.until(lambda: self.look().filled())
        self.keep("removal-asks-covered")
        self.assertEqual(self.desktop.in_front(), wizard.title, "it does not come by itself")
        # Wine moves the keyboard of the desktop around it to none of its windows: on top there, in the foreground for Windows.
        self.press_until(Look.filled, lambda: self.desktop.on_top() == "Stand-in uninstaller"
                         and self.foreground() == "Stand-in uninstaller")
        self.desktop.picture(pictures / "removal-asks-shown.png")

    def test_an_uninstaller_that_asks_is_answered_in_its_own_window_and_the_wizard_goes_on(self):
        self.begin("asks")
        question, = self.desktop.until(lambda: self.desktop.windows("Stand-in uninstaller"))
        self.assertEqual(self.newest(), (remove_home, "running"))
        self.desktop.picture(pictures / "removal-asks-question.png")
        self.desktop.cover()
        self.show_question()
        self.desktop.again_until(
            lambda: self.desktop.mouse("windowactivate", "--sync", question.number, "key", "--clearmodifiers", "alt+y"),
            lambda: not self.desktop.windows("Stand-in uninstaller"))
        self.leave_what_is_left("asks")
        self.assertEqual(self.told(remove_home), [("running", None), ("done", 0)])

    def test_after_a_restart_the_removal_goes_on_when_the_person_signs_in(self):
        self.begin("restart")
        self.desktop.until(lambda: self.newest() == ("restart", "waitingForRestart"))
        self.desktop.until(self.resumes_at_sign_in)
        self.desktop.until(lambda: self.look().primary())
        self.keep("removal-restart-asked")
        self.assertEqual(self.told(remove_home), [("running", None), ("doneAfterRestart", 3010)])
        in_use = stand_ins.home_folder(self.windows) / "klif.sys"
        self.assertTrue(in_use.exists())
        self.windows.stop()   # the computer is turned off
        self.desktop.until(lambda: not self.desktop.windows("Guided removal"))
        self.windows.begin()
        signed_in = self.windows.start("wineboot", **quiet)
        self.addCleanup(signed_in.wait)
        self.window()   # nobody but the Run key started it
        self.assertFalse(in_use.exists(), "what waited for the restart is done by then")
        self.leave_what_is_left("restart")
        self.assertEqual(self.told(remove_home), [("running", None), ("doneAfterRestart", 3010), ("done", None)])
        self.assertEqual(self.told("restart"), [("waitingForRestart", None), ("done", None)])
        self.desktop.until(lambda: not self.resumes_at_sign_in())


if __name__ == "__main__":
    if not wine.is_installed():
        sys.exit("Wine is not installed")
    unittest.main(argv=[sys.argv[0], *sys.argv[4:]])
