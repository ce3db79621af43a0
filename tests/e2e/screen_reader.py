"""The running app, used the way a screen reader uses it: through AT-SPI, on a desktop and a message bus of the test's own.

Usage: screen_reader.py OFFRAMP SOURCE_TREE

Nothing of Offramp is linked or imported here; what this test can find and press, Orca can too.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import unittest

program, tree = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
sys.path.insert(0, str(tree / "tests/support"))
from desktop import Desktop, patience, wait_until   # noqa: E402

affected, clean = "held-kesl", "clean-debian"
product = "Kaspersky Endpoint Security for Linux"


def start_bus(desktop):
    """A session bus of our own; the accessibility bus is started by it on demand and ends with it."""
    receiving, sending = os.pipe()
    desktop.run_beside(["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--print-address={sending}"], desktop.environment,
                       pass_fds=[sending])
    os.close(sending)
    with os.fdopen(receiving) as address:
        desktop.environment["DBUS_SESSION_BUS_ADDRESS"] = address.readline().strip()


class ScreenReader(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desktop = Desktop(tray=False)
        cls.addClassCleanup(cls.desktop.__exit__)
        start_bus(cls.desktop)
        cls.desktop.environment |= {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "GTK_MODULES": ""}
        os.environ.update(cls.desktop.environment)
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi
        cls.atspi = Atspi
        Atspi.init()
        Atspi.set_timeout(2000, 15000)

    def setUp(self):
        # A computer that changes while the window is open.
        self.machine = pathlib.Path(self.desktop.scratch.name, self.id())
        shutil.copytree(tree / "tests/machines" / affected, self.machine)
        self.process = self.desktop.start(program, "--host", self.machine, "--as-of", "2026-11-23", "--language", "en")
        self.addCleanup(self.end)
        self.window = self.desktop.until(self.find_window)

    def end(self):
        self.process.terminate()
        self.process.wait(patience)
        self.desktop.until(lambda: self.find_window() is None)

    def find_window(self):
        desktop = self.atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(number)
            try:
                if application is not None and application.get_name() == "Offramp" and application.get_child_count() > 0:
                    return application.get_child_at_index(0)
            except self.glib_error():   # it is just ending
                pass
        return None

    def items(self, root=None, depth=0):
        """What is on the screen, in reading order. Things may vanish while they are read."""
        root = root or self.window
        try:
            states = root.get_state_set()
            if depth and not states.contains(self.atspi.StateType.SHOWING):
                return
            yield root
            children = [root.get_child_at_index(number) for number in range(min(root.get_child_count(), 500))]
        except self.glib_error():
            return
        for child in children:
            if child is not None and depth < 40:
                yield from self.items(child, depth + 1)

    @staticmethod
    def glib_error():
        from gi.repository import GLib
        return GLib.Error

    def matching(self, role, text):
        found = []
        for item in self.items():
            try:
                if item.get_role() == role and text in (item.get_name() or ""):
                    found.append(item)
            except self.glib_error():
                pass
        return found

    def find(self, role, text):
        found = wait_until(lambda: self.matching(role, text), patience)
        self.assertTrue(found, f"no {role} that says {text!r}; there is:\n" + "\n".join(
            f"{item.get_role_name()}: {item.get_name()}" for item in self.items()))
        return found[0]

    def press(self, item):
        actions = [item.get_action_name(number) for number in range(item.get_n_actions())]
        self.assertIn("Press", actions)
        self.assertTrue(item.do_action(actions.index("Press")))

    def test_the_headline_is_found_as_a_heading(self):
        headline = self.find(self.atspi.Role.HEADING, product + " no longer gets updates")
        self.assertEqual(headline.get_name(), product + " no longer gets updates")

    def test_everything_that_takes_the_keyboard_has_a_name_and_a_role(self):
        self.find(self.atspi.Role.HEADING, "no longer gets updates")
        focusable = [item for item in self.items() if item.get_state_set().contains(self.atspi.StateType.FOCUSABLE)]
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
