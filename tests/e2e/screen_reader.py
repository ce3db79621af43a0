"""The running app, used the way a screen reader uses it: through AT-SPI, on a desktop and a message bus of the test's own.

Usage: screen_reader.py OFFRAMP SOURCE_TREE

Nothing of Offramp is linked or imported here; what this test can find and press, Orca can too.
"""
import pathlib
import shutil
import sys
import unittest

program, tree = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
sys.path.insert(0, str(tree / "tests/support"))
from accessible_window import AccessibleWindow, start_bus   # noqa: E402
from desktop import Desktop, patience   # noqa: E402

affected, clean = "held-kesl", "clean-debian"
product = "Kaspersky Endpoint Security for Linux"


class ScreenReader(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desktop = Desktop(tray=False)
        cls.addClassCleanup(cls.desktop.__exit__)
        start_bus(cls.desktop)
        cls.eyes = AccessibleWindow(cls.desktop)
        cls.atspi = cls.eyes.atspi

    def setUp(self):
        # A computer that changes while the window is open.
        self.machine = pathlib.Path(self.desktop.scratch.name, self.id())
        shutil.copytree(tree / "tests/machines" / affected, self.machine)
        self.process = self.desktop.start(program, "--host", self.machine, "--as-of", "2026-11-23", "--language", "en")
        self.addCleanup(self.end)
        self.window = self.eyes.wait_for_window()

    def end(self):
        self.process.terminate()
        self.process.wait(patience)
        self.eyes.wait_for_none()

    def find(self, role, text):
        return self.eyes.find(role, text)

    def press(self, item):
        self.assertTrue(self.eyes.press(item))

    def test_the_headline_is_found_as_a_heading(self):
        headline = self.find(self.atspi.Role.HEADING, product + " no longer gets updates")
        self.assertEqual(headline.get_name(), product + " no longer gets updates")

    def test_everything_that_takes_the_keyboard_has_a_name_and_a_role(self):
        self.find(self.atspi.Role.HEADING, "no longer gets updates")
        focusable = [item for item in self.eyes.items() if item.get_state_set().contains(self.atspi.StateType.FOCUSABLE)]
        self.assertGreater(len(focusable), 8)
        for item in focusable:
            self.assertTrue(item.get_name().strip(), item.get_role_name())
            self.assertNotIn(item.get_role(), (self.atspi.Role.UNKNOWN, self.atspi.Role.INVALID, self.atspi.Role.FILLER))

    def test_pages_are_tabs_and_the_timeline_is_read_as_a_list(self):
        self.press(self.find(self.atspi.Role.PAGE_TAB, "Products"))
        self.find(self.atspi.Role.HEADING, "Products")
        self.find(self.atspi.Role.PUSH_BUTTON, product)
        tab = self.find(self.atspi.Role.PAGE_TAB, "Products")
        self.assertTrue(tab.get_state_set().contains(self.atspi.StateType.SELECTED))
        self.press(self.find(self.atspi.Role.PAGE_TAB, "Timeline"))
        item = self.find(self.atspi.Role.LIST_ITEM, "September 29, 2024")
        self.assertIn("U.S.: updates end", item.get_name())
        self.assertEqual(item.get_parent().get_role(), self.atspi.Role.LIST)

    def test_check_again_is_pressed_and_the_new_answer_is_read(self):
        self.find(self.atspi.Role.HEADING, product + " no longer gets updates")
        self.assertEqual(self.window.get_role(), self.atspi.Role.FRAME)
        shutil.rmtree(self.machine / "files")
        shutil.copytree(tree / "tests/machines" / clean / "files", self.machine / "files")
        self.press(self.find(self.atspi.Role.PUSH_BUTTON, "Check again"))
        self.find(self.atspi.Role.HEADING, "No Kaspersky found on this computer")
        self.assertIsNone(self.process.poll())


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]], warnings="ignore")   # of the bindings
