"""One window per person and screen, on a real desktop: a second start brings the first to the front.

Usage: second_start.py OFFRAMP SOURCE_TREE
"""
import pathlib
import signal
import subprocess
import sys
import time
import unittest

program, tree = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
sys.path.insert(0, str(tree / "tests/support"))
from desktop import Desktop, patience   # noqa: E402


def ask(desktop, *arguments):
    return subprocess.run([program, *arguments], env=desktop.environment, capture_output=True, text=True, timeout=patience,
                          stdin=subprocess.DEVNULL)


class SecondStart(unittest.TestCase):
    def setUp(self):
        self.desktop = Desktop()
        self.addCleanup(self.desktop.__exit__)

    def window(self):
        return self.desktop.until(lambda: self.desktop.windows("Offramp"))[0]

    def test_the_first_comes_to_the_front_and_the_second_ends_in_silence(self):
        first = self.desktop.start(program)
        self.window()
        self.desktop.cover()
        began = time.monotonic()
        second = ask(self.desktop, "--page", "timeline")
        self.assertLess(time.monotonic() - began, 3)
        self.assertEqual((second.returncode, second.stdout, second.stderr), (0, "", ""))
        self.desktop.until(lambda: self.desktop.in_front() == "Timeline \u2013 Offramp")
        self.assertEqual(len(self.desktop.windows("Offramp")), 1)
        self.assertIsNone(first.poll())

    def test_a_minimized_window_comes_back(self):
        self.desktop.start(program)
        window = self.window()
        self.desktop.minimize(window)
        self.assertEqual(ask(self.desktop).returncode, 0)
        self.desktop.until(lambda: self.desktop.in_front() == "Offramp")

    def test_of_five_starts_at_once_one_stays(self):
        started = [self.desktop.start(program) for _ in range(5)]
        self.desktop.until(lambda: [each.poll() for each in started].count(0) == 4)
        self.assertEqual([each.poll() for each in started].count(None), 1)
        self.desktop.until(lambda: len(self.desktop.windows("Offramp")) == 1)

    def test_after_a_crash_the_next_start_has_a_window_and_is_the_one_that_answers(self):
        first = self.desktop.start(program)
        self.window()
        first.kill()
        first.wait()
        self.desktop.until(lambda: not self.desktop.windows("Offramp"))
        self.desktop.start(program)
        self.window()
        self.assertEqual(ask(self.desktop).returncode, 0)
        self.assertEqual(len(self.desktop.windows("Offramp")), 1)

    def test_a_first_one_that_hangs_does_not_keep_the_second_from_starting(self):
        first = self.desktop.start(program)
        self.window()
        first.send_signal(signal.SIGSTOP)
        self.addCleanup(first.send_signal, signal.SIGCONT)
        second = self.desktop.start(program)
        self.desktop.until(lambda: len(self.desktop.windows("Offramp")) == 2)
        self.assertIsNone(second.poll())

    def test_another_screen_has_a_window_of_its_own(self):
        self.desktop.start(program)
        self.window()
        with Desktop(tray=False) as other:
            other.environment["XDG_RUNTIME_DIR"] = self.desktop.environment["XDG_RUNTIME_DIR"]
            other.start(program)
            other.until(lambda: other.windows("Offramp"))
        self.assertEqual(len(self.desktop.windows("Offramp")), 1)

    def test_what_only_hands_something_out_neither_asks_nor_is_asked(self):
        self.desktop.start(program)
        self.window()
        self.desktop.cover()
        page = ask(self.desktop, "--host", tree / "tests/machines/plus-with-vpn-and-password-manager", "--as-of", "2026-11-23",
                   "--print-page")
        self.assertEqual(page.returncode, 0)
        self.assertIn("Kaspersky Plus no longer gets updates\n", page.stdout)
        self.assertEqual(self.desktop.in_front(), "Another program")

    def test_the_tray_icon_opens_the_window_and_goes_with_it(self):
        first = self.desktop.start(program)
        window = self.window()
        number, _, (wide, high, left, top) = self.desktop.until(self.desktop.docked)[0]
        self.desktop.cover()
        self.desktop.mouse("mousemove", left + wide // 2, top + high // 2, "click", 1)
        self.desktop.until(lambda: self.desktop.in_front() == "Offramp")
        self.desktop.close(window)
        self.assertEqual(first.wait(patience), 0)
        self.desktop.until(lambda: number not in [icon[0] for icon in self.desktop.docked()])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
