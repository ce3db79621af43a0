"""What the reminder meets on other desktops: changes of the computer while it runs, and other servers of notifications than
dunst.

Usage: reminder_desktops.py OFFRAMP SOURCE_TREE
"""
import pathlib
import re
import shutil
import subprocess
import sys
import time
import unittest

program, tree = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
sys.path.insert(0, str(tree / "tests/support"))
from desktop import patience, wait_until   # noqa: E402
from reminder_session import Session   # noqa: E402

Session.program = program
# A namespace of its own, in which a folder of the test lies over the list of installed packages. What happens there is
# seen by nobody else.
in_own_namespace = ["unshare", "--map-root-user", "--mount", "sh", "-c"]


def may_have_a_namespace():
    return subprocess.run([*in_own_namespace, "mount --bind /tmp /mnt"], capture_output=True).returncode == 0


class Packages:
    """A package database that Debian's own dpkg writes, with packages of our own making in it."""

    def __init__(self, folder):
        self.folder = folder
        self.database = folder / "database"
        self.system = folder / "system"
        for each in (self.database / "info", self.database / "updates", self.database / "triggers", self.system):
            each.mkdir(parents=True)
        (self.database / "status").touch()
        (self.database / "available").touch()

    def dpkg(self, *arguments):
        subprocess.run(["dpkg", f"--admindir={self.database}", f"--instdir={self.system}", "--force-not-root", "--force-depends",
                        "--force-bad-path", "--log=/dev/null", *map(str, arguments)], check=True, capture_output=True,
                       timeout=patience)

    def make(self, name, version, maintainer):
        source = self.folder / name
        (source / "DEBIAN").mkdir(parents=True)
        (source / "DEBIAN/control").write_text(f"Package: {name}\nVersion: {version}\nArchitecture: all\nMaintainer: {maintainer}\n"
                                               "Description: A package of a test\n")
        subprocess.run(["dpkg-deb", "--root-owner-group", "--build", source, f"{source}.deb"], check=True, capture_output=True,
                       timeout=patience)
        return f"{source}.deb"


@unittest.skipUnless(may_have_a_namespace(), "this system allows nobody a mount namespace of their own")
class Changes(unittest.TestCase):
    """Nobody presses anything, and nothing asks now and then: a package is installed, and it is known."""

    def start(self, session, packages, *arguments):
        command = f"mount --bind {packages.database} /var/lib/dpkg && exec {' '.join(map(str, (program, *arguments)))}"
        return session.desktop.start(*in_own_namespace, command)

    def until_verdict(self, session, holds):
        self.assertTrue(wait_until(lambda: holds(self.verdict(session))), self.verdict(session))

    def verdict(self, session):
        return session.state().get("state.verdict")

    def test_a_package_that_comes_and_goes_is_noticed_with_the_window_open_and_with_the_icon_alone(self):
        for arguments in ((), ("--tray",)):
            with self.subTest(arguments):
                session = Session(self, notifications=False)
                packages = Packages(session.home / "packages")
                packages.dpkg("--install", packages.make("harmless", "1.0", "Somebody <somebody@example.org>"))
                kaspersky = packages.make("kesl", "12.0.0-5000", "AO Kaspersky Lab <support@kaspersky.com>")
                session.put(mode="resident")
                process = self.start(session, packages, *arguments)
                self.until_verdict(session, lambda verdict: verdict is not None)
                self.assertNotEqual(self.verdict(session), "affected")
                self.assertEqual(bool(arguments), not session.desktop.windows("Offramp"))
                if arguments:
                    time.sleep(2)   # until it has given back what it checked with
                asleep = self.woken(process)
                time.sleep(3)
                self.assertLessEqual(self.woken(process) - asleep, 2)   # it does not look by itself
                packages.dpkg("--install", kaspersky)
                self.until_verdict(session, lambda verdict: verdict == "affected")
                packages.dpkg("--purge", "kesl")
                self.until_verdict(session, lambda verdict: verdict != "affected")
                self.assertIsNone(process.poll())

    def woken(self, process):
        """How often its threads were put on a processor."""
        count = 0
        for status in pathlib.Path(f"/proc/{process.pid}/task").glob("*/status"):
            count += sum(int(line.split()[1]) for line in status.read_text().splitlines() if "ctxt_switches" in line)
        return count


class OtherServers(unittest.TestCase):
    """Each shows the same notification its own way; pressing it opens Offramp."""

    def press(self, server, title, across, down):
        file = next((place for place in pathlib.Path("/usr/lib").glob(server)), None)
        if file is None or shutil.which("gdbus") is None:
            self.skipTest(f"{server} is not installed")
        session = Session(self, notifications=False)
        session.start_notifications(file)
        session.turn_on()
        run = session.remind()

        def shown():
            places = re.findall(rf'"{title}": .*?\s(\d+)x(\d+)\S+\s+\+(\d+)\+(\d+)', session.desktop.tree())
            return [place for place in (list(map(int, each)) for each in places) if place[0] > 100]

        session.desktop.until(shown)
        self.assertTrue(wait_until(lambda: session.state().get("confirmed") == "1"))

        def is_answered():
            for wide, high, left, top in shown():   # anew, since some slide in
                session.desktop.mouse("mousemove", left + int(wide * across), top + int(high * down), "click", 1)
            time.sleep(0.5)
            return session.desktop.windows("Offramp")

        session.desktop.until(is_answered)
        self.assertEqual(run.wait(patience), 0)
        session.close_all()
        self.assertEqual(session.run("--remind", "--host", tree / "tests/machines/plus-with-vpn-and-password-manager").returncode, 0)
        self.assertEqual(shown(), [])   # not twice on one day

    def test_the_one_of_gnome_flashback(self):
        self.press("notification-daemon/notification-daemon", "Notification", 0.5, 0.45)

    def test_the_one_of_xfce(self):
        self.press("*/xfce4/notifyd/xfce4-notifyd", "xfce4-notifyd", 0.36, 0.73)   # its button "Offramp"


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
