"""The running app, used the way a screen reader uses it: through AT-SPI. Nothing of Offramp is linked or imported here; what
these hands find and press, Orca can too.

    with Desktop(tray=False) as desktop:
        start_bus(desktop)
        eyes = AccessibleWindow(desktop)
        desktop.start("offramp")
        eyes.wait_for_window()
        eyes.press(eyes.find(eyes.role.PUSH_BUTTON, "Check again"))
"""
import os

from desktop import patience, wait_until


def start_bus(desktop):
    """A session bus of our own; the accessibility bus is started by it on demand and ends with it."""
    receiving, sending = os.pipe()
    desktop.run_beside(["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--print-address={sending}"], desktop.environment,
                       pass_fds=[sending])
    os.close(sending)
    with os.fdopen(receiving) as address:
        desktop.environment["DBUS_SESSION_BUS_ADDRESS"] = address.readline().strip()
    desktop.environment |= {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "GTK_MODULES": ""}


class AccessibleWindow:
    def __init__(self, desktop):
        """On the desktop's own bus. Once in a process: the bindings keep the first one."""
        self.desktop = desktop
        os.environ.update(desktop.environment)
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi, GLib
        self.atspi, self.role, self.error = Atspi, Atspi.Role, GLib.Error
        Atspi.init()
        Atspi.set_timeout(2000, 15000)
        self.window = None

    def windows(self):
        """Every window of the app, the dialogs too."""
        found = []
        desktop = self.atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(number)
            try:
                if application is not None and application.get_name() == "Offramp":
                    found += [application.get_child_at_index(each) for each in range(application.get_child_count())]
            except self.error:   # it is just ending
                pass
        return [each for each in found if each is not None]

    def wait_for_window(self):
        self.window = self.desktop.until(lambda: (self.windows() or [None])[0])
        return self.window

    def wait_for_none(self):
        self.desktop.until(lambda: not self.windows())

    def items(self, root=None, depth=0):
        """What is on the screen, in reading order. Things may vanish while they are read."""
        root = root or self.window
        try:
            states = root.get_state_set()
            if depth and not states.contains(self.atspi.StateType.SHOWING):
                return
            yield root
            children = [root.get_child_at_index(number) for number in range(min(root.get_child_count(), 500))]
        except self.error:
            return
        for child in children:
            if child is not None and depth < 40:
                yield from self.items(child, depth + 1)

    def matching(self, role, text, root=None):
        found = []
        for item in self.items(root):
            try:
                if item.get_role() == role and text in (item.get_name() or ""):
                    found.append(item)
            except self.error:
                pass
        return found

    def texts(self, root=None):
        said = []
        for item in self.items(root):
            try:
                said.append(f"{item.get_role_name()}: {item.get_name()}")
            except self.error:
                pass
        return said

    def find(self, role, text, root=None, seconds=patience):
        found = wait_until(lambda: self.matching(role, text, root), seconds)
        if not found:
            raise AssertionError(f"no {role} that says {text!r}; there is:\n" + "\n".join(self.texts(root)))
        return found[0]

    def has_state(self, item, state):
        return item.get_state_set().contains(getattr(self.atspi.StateType, state))

    def press(self, item):
        actions = [item.get_action_name(number) for number in range(item.get_n_actions())]
        press = next((each for each in ("Press", "Toggle") if each in actions), None)
        if press is None:
            raise AssertionError(f"{item.get_name()!r} can only {actions}")
        return item.do_action(actions.index(press))

    def press_and_meet(self, item):
        """A button that opens a dialog answers only when that is closed again, which is not waited for."""
        before = len(self.windows())
        try:
            self.press(item)
        except self.error:
            pass
        return self.desktop.until(lambda: (self.windows()[before:] or [None])[0])
