"""The reminder on a real desktop: a private session bus, a real tray, and dunst, which shows real notifications.

Usage: reminder.py OFFRAMP REMINDER_WARP SOURCE_TREE
"""
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

program, warp, tree = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
sys.path.insert(0, str(tree / "tests/support"))
from desktop import patience, wait_until   # noqa: E402
from reminder_session import Session, affected, clean, ever_since   # noqa: E402

Session.program = program


def set_full_screen(session, window, on):
    """As a program asks its window manager: with a message to the root window."""
    script = """
import ctypes, sys
x = ctypes.CDLL("libX11.so.6")
x.XOpenDisplay.restype = ctypes.c_void_p
x.XInternAtom.restype = x.XDefaultRootWindow.restype = ctypes.c_ulong
class Message(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("sent", ctypes.c_int), ("display", ctypes.c_void_p),
                ("window", ctypes.c_ulong), ("kind", ctypes.c_ulong), ("format", ctypes.c_int), ("data", ctypes.c_long * 5),
                ("rest", ctypes.c_char * 128)]
display = ctypes.c_void_p(x.XOpenDisplay(None))
atom = lambda name: x.XInternAtom(display, name, 0)
message = Message(33, 0, 1, display, int(sys.argv[1], 16), atom(b"_NET_WM_STATE"), 32)
message.data[:3] = [int(sys.argv[2]), atom(b"_NET_WM_STATE_FULLSCREEN"), 0]
x.XSendEvent(display, ctypes.c_ulong(x.XDefaultRootWindow(display)), 0, ctypes.c_long(0x180000), ctypes.byref(message))
x.XSync(display, 0)
"""
    subprocess.run([sys.executable, "-c", script, window.number, str(on)], env=session.environment, check=True, timeout=patience)


class ShortRuns(unittest.TestCase):
    """No resident process: the system starts "offramp --remind" now and then."""

    def test_a_run_that_is_not_due_ends_at_once_and_shows_nothing(self):
        session = Session(self)
        began = time.monotonic()
        self.assertEqual(session.run("--remind").returncode, 0)   # off
        self.assertLess(time.monotonic() - began, 5)
        session.put(mode="scheduled", anchor=int(time.time()), quietFrom=0, quietTo=0)
        self.assertEqual(session.run("--remind", "--host", affected).returncode, 0)   # a week too early
        self.assertEqual(session.showing(), 0)
        self.assertEqual(session.desktop.windows("Offramp"), [])

    def test_a_due_reminder_is_shown_once_and_next_week_is_kept(self):
        session = Session(self)
        session.turn_on()
        run = session.remind()
        self.assertTrue(wait_until(lambda: session.showing() == 1))
        text = session.dunst("history").stdout + session.dunst("count").stdout
        self.assertIn("Currently displayed: 1", text)
        self.assertEqual(session.run("--remind", "--host", affected).returncode, 0)   # a second start
        self.assertEqual(session.showing(), 1)
        self.assertTrue(wait_until(lambda: session.state().get("confirmed") == "1"))
        session.choose("Next week")
        self.assertEqual(run.wait(patience), 0)
        until = session.state()["snooze.until"]
        self.assertIn(until, [time.strftime("%Y-%m-%d", time.localtime(time.time() + days * 86400)) for days in (7, 6)])
        self.assertEqual(session.run("--remind", "--host", affected).returncode, 0)   # snoozed
        self.assertEqual(session.showing(), 0)

    def test_switch_safely_opens_that_page(self):
        session = Session(self)
        session.turn_on()
        run = session.remind()
        self.assertTrue(wait_until(lambda: session.showing() == 1))
        session.choose("Switch safely")
        self.assertEqual(run.wait(patience), 0)
        session.desktop.until(lambda: session.desktop.windows("Guided removal"))
        session.close_all()

    def test_not_over_a_full_screen_program_nor_when_dunst_is_paused_nor_in_quiet_hours(self):
        session = Session(self)
        session.turn_on()
        session.dunst("set-paused", "true")
        self.assertEqual(session.run("--remind", "--host", affected).returncode, 0)
        self.assertNotIn("last", session.state())
        session.dunst("set-paused", "false")
        session.desktop.cover()
        window = session.desktop.windows("Another program")[0]
        set_full_screen(session, window, 1)
        session.desktop.until(lambda: "_NET_WM_STATE_FULLSCREEN" in subprocess.run(
            ["xprop", "-id", window.number, "_NET_WM_STATE"], env=session.environment, capture_output=True, text=True).stdout)
        self.assertEqual(session.run("--remind", "--host", affected).returncode, 0)
        self.assertNotIn("last", session.state())
        set_full_screen(session, window, 0)
        now = time.localtime()
        minute = now.tm_hour * 60 + now.tm_min
        session.put(quietFrom=(minute - 60) % 1440, quietTo=(minute + 60) % 1440)
        self.assertEqual(session.run("--remind", "--host", affected).returncode, 0)
        self.assertNotIn("last", session.state())
        session.put(quietFrom=0, quietTo=0)
        run = session.remind()
        self.assertTrue(wait_until(lambda: session.showing() == 1))
        session.dunst("close-all")
        self.assertEqual(run.wait(patience), 0)

    def test_when_the_computer_is_clean_it_ends_and_a_return_is_said_once(self):
        session = Session(self)
        session.turn_on()
        self.assertEqual(session.run("--remind", "--host", clean).returncode, 0)
        self.assertEqual(session.state()["phase"], "watching")
        session.put(checkedAt=ever_since)
        run = session.remind()
        self.assertTrue(wait_until(lambda: session.showing() == 1))
        session.dunst("close-all")
        self.assertEqual(run.wait(patience), 0)
        self.assertEqual(session.state()["phase"], "returned")
        for name in ("last", "anchor"):
            session.put(**{name: ever_since})
        session.put(checkedAt=ever_since)
        self.assertEqual(session.run("--remind", "--host", affected).returncode, 0)
        self.assertEqual(session.showing(), 0)

    def test_where_nothing_shows_notifications_a_window_opens_at_sign_in_and_only_then(self):
        session = Session(self, tray=False, notifications=False)
        session.turn_on()
        self.assertEqual(session.run("--remind", "--host", affected).returncode, 0)
        self.assertNotIn("last", session.state())
        self.assertEqual(session.run("--remind", "--host", affected, "--at-sign-in").returncode, 0)
        session.desktop.until(lambda: session.desktop.windows("Offramp"))
        self.assertEqual(session.state()["confirmed"], "1")
        session.close_all()
        self.assertEqual(session.run("--remind", "--host", affected, "--at-sign-in").returncode, 0)
        self.assertFalse(wait_until(lambda: session.desktop.windows("Offramp"), 2))

    def test_two_people_are_reminded_each_for_themselves(self):
        first, second = Session(self), Session(self)
        first.turn_on()
        second.turn_on()
        runs = [first.remind(), second.remind()]
        for session, run in zip((first, second), runs):
            self.assertTrue(wait_until(lambda: session.showing() == 1))
            session.dunst("close-all")
            self.assertEqual(run.wait(patience), 0)

    def test_started_by_many_at_once_and_killed_it_is_shown_at_most_once_and_not_lost(self):
        session = Session(self)
        session.turn_on()
        runs = [session.remind() for _ in range(6)]
        self.assertTrue(wait_until(lambda: session.showing() == 1))
        self.assertTrue(wait_until(lambda: [run.poll() for run in runs].count(0) == 5))
        [run.kill() for run in runs]
        self.assertEqual(session.showing(), 1)
        # Killed before it could say so: that day stays quiet, the next one reminds.
        session.dunst("close-all")
        session.put(confirmed=0, last=int(time.time()) - 3600, last__boot="")
        self.assertEqual(session.run("--remind", "--host", affected).returncode, 0)
        self.assertEqual(session.showing(), 0)
        session.put(confirmed=0, last=int(time.time()) - 2 * 86400, checkedAt=ever_since)
        run = session.remind()
        self.assertTrue(wait_until(lambda: session.showing() == 1))
        session.dunst("close-all")
        self.assertEqual(run.wait(patience), 0)


class Resident(unittest.TestCase):
    def start_warp(self, session, cadence, days):
        return subprocess.Popen([warp, session.home / "warp.db", str(cadence), str(days)], env=session.environment,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)

    def test_thirty_days_show_every_reminder_none_extra_and_no_memory_grows(self):
        session = Session(self)
        for cadence, times in ((1, 30), (7, 4)):
            (session.home / "warp.db").unlink(missing_ok=True)
            run = self.start_warp(session, cadence, 30)
            output, _ = run.communicate(timeout=300)
            self.assertEqual(run.returncode, 0)
            days = re.findall(r"^shown (\d{4}-\d\d-\d\d)T", output, re.MULTILINE)
            self.assertEqual(len(days), times, output)
            self.assertEqual(len(set(days)), times)
            self.assertNotIn("lost", output)
            before, after = map(int, re.search(r"memory (\d+) (\d+)", output).groups())
            self.assertGreater(before, 0)
            self.assertLess(after - before, 1024, "KiB")
            print(f"{times} reminders in 30 days, memory {before} KiB, then {after} KiB", file=sys.stderr)

    def test_the_icon_is_in_the_tray_and_the_buttons_of_the_notification_work(self):
        session = Session(self)
        run = self.start_warp(session, 7, "stay")
        self.addCleanup(run.stdout.close)
        self.addCleanup(run.wait)
        self.addCleanup(run.kill)
        self.assertTrue(wait_until(lambda: session.showing() == 1))
        session.desktop.until(session.desktop.docked)
        session.choose("Next week")
        said = [run.stdout.readline() for _ in range(2)]
        self.assertRegex(said[0], "^shown ")
        self.assertEqual(said[1], "answered 2\n")
        with sqlite3.connect(session.home / "warp.db") as database:
            self.assertTrue(wait_until(lambda: dict(database.execute("SELECT * FROM reminder")).get("snooze.until")))

    def test_it_starts_without_a_window_and_its_icon_opens_one(self):
        session = Session(self)
        session.put(mode="resident")
        first = session.desktop.start(program, "--tray")
        wide, high, left, top = session.desktop.icon()
        self.assertEqual(session.desktop.windows("Offramp"), [])
        self.assertEqual(session.run("--tray").returncode, 0)   # a second one ends and opens nothing
        self.assertEqual(session.desktop.windows("Offramp"), [])
        session.desktop.mouse("mousemove", left + wide // 2, top + high // 2, "click", 1)
        window = session.desktop.until(lambda: session.desktop.windows("Offramp"))[0]
        session.desktop.close(window)
        session.desktop.until(lambda: not session.desktop.windows("Offramp"))
        self.assertIsNone(first.poll())   # stays in the tray
        self.assertEqual(session.run().returncode, 0)
        session.desktop.until(lambda: session.desktop.windows("Offramp"))
        first.send_signal(signal.SIGKILL)
        first.wait()
        second = session.desktop.start(program, "--tray")   # killed and restarted
        session.desktop.until(session.desktop.docked)
        self.assertIsNone(second.poll())

    def test_a_status_notifier_host_shows_it_with_its_menu(self):
        session = Session(self, tray=False)
        channel = session.home / ".config/xfce4/xfconf/xfce-perchannel-xml"
        channel.mkdir(parents=True)
        (channel / "xfce4-panel.xml").write_text(
            '<?xml version="1.0"?><channel name="xfce4-panel" version="1.0"><property name="configver" type="int" value="2"/>'
            '<property name="panels" type="array"><value type="int" value="1"/><property name="panel-1" type="empty">'
            '<property name="position" type="string" value="p=8;x=0;y=0"/><property name="size" type="uint" value="32"/>'
            '<property name="length" type="uint" value="100"/><property name="plugin-ids" type="array">'
            '<value type="int" value="1"/></property></property></property><property name="plugins" type="empty">'
            '<property name="plugin-1" type="string" value="systray"/></property></channel>')
        xfconf = next((place for place in pathlib.Path("/usr/lib").glob("*/xfce4/xfconf/xfconfd")), None)
        if xfconf is None or shutil.which("xfce4-panel") is None:
            self.skipTest("xfce4-panel is not installed")
        session.desktop.run_beside([str(xfconf)], session.environment)
        session.desktop.run_beside(["xfce4-panel"], session.environment)

        def registered():
            return session.ask("org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher", "org.freedesktop.DBus.Properties.Get",
                               "org.kde.StatusNotifierWatcher", "RegisteredStatusNotifierItems")

        self.assertTrue(wait_until(lambda: "[" in registered()), "no host of status notifiers")
        session.put(mode="resident")
        session.desktop.start(program, "--tray")
        self.assertTrue(wait_until(lambda: "StatusNotifierItem" in registered()), registered())
        bus = re.search(r"'(:[\d.]+|org\.kde\.StatusNotifierItem-[\d-]+)", registered())[1]
        menu = session.ask(bus, "/MenuBar", "com.canonical.dbusmenu.GetLayout", "0", "--", "-1", "[]")
        for words in ("Settings", "Quit Offramp"):
            self.assertIn(words, menu)
        session.ask(bus, "/StatusNotifierItem", "org.kde.StatusNotifierItem.Activate", "0", "0")
        session.desktop.until(lambda: session.desktop.windows("Offramp"))


class Registered(unittest.TestCase):
    """What the system is told, read by the system's own tools."""

    def test_off_takes_everything_back(self):
        session = Session(self, tray=False, notifications=False)
        session.put(mode="resident")
        first = session.desktop.start(program)   # puts right what the system was told
        entry = session.home / ".config/autostart/offramp-reminder.desktop"
        self.assertTrue(wait_until(entry.exists))
        checked = subprocess.run(["desktop-file-validate", entry], capture_output=True, text=True)
        self.assertEqual((checked.returncode, checked.stdout), (0, ""))
        self.assertIn(f'Exec="{program}" --tray\n', entry.read_text())
        session.desktop.until(lambda: session.desktop.windows("Offramp"))
        session.desktop.close(session.desktop.windows("Offramp")[0])
        first.kill()
        first.wait()
        self.assertEqual(session.run("--remind-off").returncode, 0)
        self.assertFalse(entry.exists())
        self.assertEqual(session.state()["mode"], "off")

    def test_systemd_accepts_the_units_and_knows_when_to_start_them(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([warp, folder, program, "units"], check=True, timeout=patience)
            units = [f"{folder}/offramp-reminder.{kind}" for kind in ("service", "timer")]
            checked = subprocess.run(["systemd-analyze", "--user", "verify", *units], capture_output=True, text=True,
                                     env=os.environ | {"XDG_RUNTIME_DIR": folder})
            self.assertEqual((checked.returncode, checked.stderr), (0, ""))
            calendar = re.search(r"^OnCalendar=(.*)$", pathlib.Path(units[1]).read_text(), re.MULTILINE)[1]
            planned = subprocess.run(["systemd-analyze", "calendar", "--iterations=3", "--base-time=2026-11-23 09:00:00 UTC",
                                      calendar], capture_output=True, text=True, env=os.environ | {"TZ": "UTC"})
            self.assertEqual(planned.returncode, 0, planned.stderr)
            times = re.findall(r"2026-11-23 (\d\d:\d\d:\d\d)", planned.stdout)
            self.assertTrue({"10:05:00", "12:05:00", "14:05:00"} <= set(times), planned.stdout)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[4:]])
