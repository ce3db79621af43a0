"""One person's desktop with a session bus of its own, for tests of reminders on Linux.

    Session.program = pathlib.Path("offramp")
    session = Session(test)
    session.turn_on()
    run = session.remind()
"""
import os
import pathlib
import sqlite3
import subprocess
import time

from desktop import Desktop, patience, wait_until

tree = pathlib.Path(__file__).resolve().parents[2]
affected = tree / "tests/machines/plus-with-vpn-and-password-manager"
clean = tree / "tests/machines/clean-windows-11"
ever_since = int(time.time()) - 40 * 86400   # reminders were turned on then


class Session:
    program = None   # offramp, set by the test

    def __init__(self, test, tray=True, notifications=True):
        self.test = test
        self.desktop = Desktop(tray=tray)
        test.addCleanup(self.desktop.__exit__)
        self.environment = self.desktop.environment
        self.home = pathlib.Path(self.environment["HOME"])
        self.environment["XDG_CONFIG_HOME"] = str(self.home / ".config")
        self.environment["XDG_DATA_HOME"] = str(self.home / ".local/share")
        receiving, sending = os.pipe()
        # Nothing is started by name here, so what shows notifications is what the test starts.
        configuration = self.home / "bus.conf"
        configuration.write_text("<busconfig><type>session</type><keep_umask/>"
                                 f"<listen>unix:path={self.home}/runtime/bus</listen><auth>EXTERNAL</auth>"
                                 '<policy context="default"><allow send_destination="*" eavesdrop="true"/>'
                                 '<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>')
        self.desktop.run_beside(["dbus-daemon", f"--config-file={configuration}", "--nofork", "--print-address", str(sending)],
                                self.environment, pass_fds=[sending])
        os.close(sending)
        with os.fdopen(receiving) as address:
            self.environment["DBUS_SESSION_BUS_ADDRESS"] = address.readline().strip()
        if notifications:
            self.start_dunst()

    def start_notifications(self, server):
        """Another server than dunst."""
        self.desktop.run_beside([str(server)], self.environment)
        self.test.assertTrue(wait_until(lambda: "actions" in self.ask("org.freedesktop.Notifications",
                                                                      "/org/freedesktop/Notifications",
                                                                      "org.freedesktop.Notifications.GetCapabilities")))

    def ask(self, service, place, method, *arguments):
        """Calls a program on the session bus; empty when there is none."""
        call = ["gdbus", "call", "--session", "--dest", service, "--object-path", place, "--method", method, *arguments]
        return subprocess.run(call, env=self.environment, capture_output=True, text=True, timeout=patience).stdout

    def start_dunst(self):
        # "dmenu" is who dunst asks for an action; here the test says which.
        chooser = self.home / "chooser"
        chooser.write_text(f'#!/bin/sh\ngrep -m1 -F "$(cat {self.home}/choice)"\n')
        chooser.chmod(0o755)
        configuration = self.home / "dunstrc"
        configuration.write_text(f"[global]\n dmenu = {chooser}\n history_length = 200\n notification_limit = 0\n"
                                 "[urgency_normal]\n timeout = 0\n")
        self.desktop.run_beside(["dunst", "-config", str(configuration)], self.environment)
        self.test.assertTrue(wait_until(lambda: self.dunst("count").returncode == 0), "dunst did not start")

    def dunst(self, *arguments):
        return subprocess.run(["dunstctl", *arguments], env=self.environment, capture_output=True, text=True, timeout=patience)

    def showing(self):
        return int(self.dunst("count", "displayed").stdout or 0)

    def choose(self, words):
        (self.home / "choice").write_text(words)
        self.dunst("context")

    def put(self, **values):
        """What state.db says about reminders; made by Offramp itself first."""
        file = self.home / ".local/share/offramp/state.db"
        if not file.exists():
            self.run("--remind")
        with sqlite3.connect(file) as database:
            for name, value in values.items():
                database.execute("INSERT OR REPLACE INTO reminder VALUES (?, ?)", (name.replace("__", "."), str(value)))

    def turn_on(self, mode="scheduled"):
        self.put(mode=mode, cadenceDays=7, quietFrom=0, quietTo=0, anchor=ever_since, anchor__offset=0)

    def state(self):
        with sqlite3.connect(self.home / ".local/share/offramp/state.db") as database:
            return dict(database.execute("SELECT name, value FROM reminder"))

    def run(self, *arguments):
        return subprocess.run([self.program, *map(str, arguments)], env=self.environment, capture_output=True, text=True,
                              timeout=patience, stdin=subprocess.DEVNULL)

    def remind(self, machine=affected, *more):
        return self.desktop.start(self.program, "--remind", "--host", machine, *more)

    def close_all(self):
        for window in self.desktop.windows("Offramp"):
            self.desktop.close(window)
        self.desktop.until(lambda: not self.desktop.windows("Offramp"))
