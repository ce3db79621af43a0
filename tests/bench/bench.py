"""Measures Offramp against what a person would otherwise run, in one run, as ratios of medians.

Usage: bench.py PROGRAMS [--runs N]   (PROGRAMS is the folder with offramp and offramp-cli)

Never part of the timed tests: a busy machine must not make a test fail. Goals stand in docs/benchmarks.md.
"""
import argparse
import json
import os
import pathlib
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time

parser = argparse.ArgumentParser()
parser.add_argument("programs", type=pathlib.Path)
parser.add_argument("--runs", type=int, default=15)
parser.add_argument("--only-desktop", action="store_true", help="only the window beside other desktop programs")
options = parser.parse_args()
programs = options.programs.resolve()
cli = str(programs / "offramp-cli")


def hyperfine(*commands):
    """Median seconds of each command, process start included, all in one run."""
    for command in commands:   # hyperfine is told to ignore exit codes, since finding something is not a failure
        code = subprocess.run(command.split(), stdout=subprocess.DEVNULL).returncode
        if code not in (0, 10, 11, 20):
            sys.exit(f"{command} ended with {code}")
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        subprocess.run(["hyperfine", "-N", "-i", "--warmup", "3", "--runs", str(max(options.runs, 10)), "--export-json",
                        out.name, *commands], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return [result["median"] for result in json.load(out)["results"]]


def row(what, mine, theirs, unit, goal):
    ratio = mine / theirs
    print(f"{what:<62} {mine:>9.1f} {theirs:>9.1f} {unit:<4} {ratio:>6.2f}   goal {goal}")


def windows_machine(folder, entries):
    """A recorded Windows PC with that many uninstall entries, one of them Kaspersky's."""
    folder.mkdir()
    (folder / "machine.json").write_text(json.dumps({"os": "windows", "name": f"bench-{entries}", "complete": ["HKLM"]}))
    (folder / "registry").mkdir()
    chance = random.Random(entries)
    words = ["Visual", "Runtime", "Office", "Driver", "Studio", "Update", "Reader", "Player", "Tools", "Suite", "Service"]
    lines = ["Windows Registry Editor Version 5.00", ""]
    root = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall"
    for number in range(entries):
        name = " ".join(chance.choices(words, k=3)) + f" {number}"
        publisher = f"Publisher {number % 300}"
        if number == entries // 2:
            name, publisher = "Kaspersky Internet Security", "Kaspersky Lab"
        lines += [f"[{root}\\{{{number:08X}-0000-4000-8000-{chance.getrandbits(48):012X}}}]", f'"DisplayName"="{name}"',
                  f'"DisplayVersion"="1.{number % 90}.{number}"', f'"Publisher"="{publisher}"',
                  f'"UninstallString"="MsiExec.exe /X{{{number:08X}-0000-4000-8000-000000000000}}"',
                  f'"InstallLocation"="C:\\\\Program Files\\\\{name}\\\\"', ""]
    (folder / "registry" / "uninstall.reg").write_bytes(b"\xff\xfe" + "\r\n".join(lines).encode("utf-16-le"))
    return folder


def debian_machine(folder, times):
    """This computer's package list several times over, as dpkg keeps it and as a recorded machine."""
    stanzas = pathlib.Path("/var/lib/dpkg/status").read_text(encoding="utf-8", errors="replace").strip().split("\n\n")
    copies = [re.sub(r"^Package: (.*)$", rf"Package: \1-copy{number}", stanza, count=1, flags=re.MULTILINE)
              for number in range(1, times) for stanza in stanzas]
    text = "\n\n".join(stanzas + copies) + "\n"
    for place in ("admin", "machine/files/var/lib/dpkg"):
        (folder / place).mkdir(parents=True)
        (folder / place / "status").write_text(text, encoding="utf-8")
    for name in ("updates", "info"):
        (folder / "admin" / name).mkdir()
    (folder / "admin/info/format").write_text("1\n")
    (folder / "machine/machine.json").write_text(json.dumps({"os": "linux", "complete": ["/opt", "/etc", "/usr", "/run"]}))
    return folder, len(stanzas + copies)


class Desktop:
    """A display and a window manager of our own."""

    def __enter__(self):
        self.display = f":{random.randint(300, 900)}"
        environment = {k: v for k, v in os.environ.items() if k not in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
        self.home = tempfile.TemporaryDirectory()
        self.environment = environment | {"DISPLAY": self.display, "HOME": self.home.name,
                                          "XDG_CONFIG_HOME": self.home.name + "/config",
                                          "XDG_RUNTIME_DIR": self.home.name}
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        # As on every desktop; without one each program would first look for somebody to start it.
        self.bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"],
                                    stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.bus.stdout.readline().strip()
        self.server = subprocess.Popen(["Xvfb", self.display, "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], **quiet)
        time.sleep(1.5)
        self.manager = subprocess.Popen(["openbox"], env=self.environment, **quiet)
        time.sleep(1.0)
        self.mapped = []
        self.watcher = subprocess.Popen(["stdbuf", "-oL", "xev", "-root", "-event", "substructure"], env=self.environment,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        threading.Thread(target=self.watch_windows, daemon=True).start()
        time.sleep(0.5)
        return self

    def __exit__(self, *_):
        for process in (self.watcher, self.manager, self.server, self.bus):
            process.send_signal(signal.SIGTERM)
            process.wait()
        self.home.cleanup()

    def start(self, command):
        return subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def shows_a_window(self, process):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(process.pid)], env=self.environment,
                               capture_output=True, text=True)
        return bool(found.stdout.strip())

    def watch_windows(self):
        """Notes when the X server says that a top-level window was mapped; asking it again and again would slow down
        the very thing that is measured."""
        event = ""
        for line in self.watcher.stdout:
            if not line.startswith(" "):
                event = line.split(" ", 1)[0]
            elif event == "MapNotify" and "override NO" in line:
                self.mapped.append(time.perf_counter())

    def starting(self, command):
        """Seconds from start to a mapped window, and to the moment from which the process rests for 0.2 seconds: the
        first moment it can answer a person at once. The same is measured of every program."""
        self.mapped.clear()
        begin = time.perf_counter()
        process = self.start(command)
        try:
            worked, resting_since = -1, begin
            while True:
                now = time.perf_counter()
                used, waits_for_a_core = work_of(process.pid)
                if used != worked or waits_for_a_core:
                    worked, resting_since = used, now
                if now - resting_since > 0.2 and self.mapped and self.shows_a_window(process):
                    return self.mapped[0] - begin, max(self.mapped[0], resting_since) - begin
                if now - begin > 30:
                    sys.exit(f"{command[0]} never came to rest")
                time.sleep(0.001)
        finally:
            process.terminate()
            process.wait()

    def idling(self, command):
        """MiB of memory (PSS) after a minute of doing nothing, and how often it woke in the minute after."""
        process = self.start(command)
        try:
            while not self.shows_a_window(process):
                time.sleep(0.05)
            time.sleep(60)
            rollup = pathlib.Path(f"/proc/{process.pid}/smaps_rollup").read_text()
            before = wakeups(process.pid)
            time.sleep(60)
            return int(rollup.split("Pss:")[1].split()[0]) / 1024, wakeups(process.pid) - before
        finally:
            process.terminate()
            process.wait()

    def accept_legal_notice(self):
        """qBittorrent asks once before it shows its window."""
        folder = pathlib.Path(self.environment["XDG_CONFIG_HOME"], "qBittorrent")
        folder.mkdir(parents=True)
        (folder / "qBittorrent.conf").write_text("[LegalNotice]\nAccepted=true\n[Preferences]\nGeneral\\CloseToTray=false\n")


def work_of(pid):
    """How many nanoseconds its threads have worked so far, and whether one of them wants to right now."""
    worked, waits = 0, False
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        try:
            worked += int((task / "schedstat").read_text().split()[0])
            waits = waits or (task / "stat").read_text().rsplit(")", 1)[1].split()[0] == "R"
        except (FileNotFoundError, ProcessLookupError):
            worked -= 1   # a thread that ended also is work
    return worked, waits


def wakeups(pid):
    """How often any thread went to sleep of its own accord, which is how often it was woken."""
    return sum(int(re.search(r"^voluntary_ctxt_switches:\s+(\d+)", (task / "status").read_text(), re.MULTILINE)[1])
               for task in pathlib.Path(f"/proc/{pid}/task").iterdir())


print(f"{'':<62} {'Offramp':>9} {'other':>9} {'':<4} {'ratio':>6}")
if not options.only_desktop:
    mine, theirs = hyperfine(f"{cli} check", "dpkg-query -W")
    row("check this computer / dpkg-query -W", mine * 1000, theirs * 1000, "ms", "at most 1.00")
    with tempfile.TemporaryDirectory() as scratch:
        desktop_size, packages = debian_machine(pathlib.Path(scratch, "debian"), 3)
        mine, theirs = hyperfine(f"{cli} check --host {desktop_size / 'machine'}",
                                 f"dpkg-query --admindir={desktop_size / 'admin'} -W")
        row(f"the same for {packages} packages, a desktop's number", mine * 1000, theirs * 1000, "ms", "at most 1.00")
    with tempfile.TemporaryDirectory() as scratch:
        small = windows_machine(pathlib.Path(scratch, "small"), 200)
        large = windows_machine(pathlib.Path(scratch, "large"), 20000)
        few, many, none = hyperfine(f"{cli} check --host {small}", f"{cli} check --host {large}", f"{cli} catalog status")
        row("check --host, 20,000 entries / 200 entries", many * 1000, few * 1000, "ms", "linear")
        per_entry = ((many - none) / 20000) / ((few - none) / 200)
        print(f"{'  time per entry above program start, 20,000 / 200':<62} {'':>9} {'':>9} {'':<4} {per_entry:>6.2f}   goal about 1 or less")

with Desktop() as desktop:
    desktop.accept_legal_notice()
    others = {"KeePassXC": ["keepassxc"], "qBittorrent": ["qbittorrent", "--no-splash"]}
    commands = {"Offramp": [str(programs / "offramp")]} | others
    starts = {name: [] for name in commands}
    for _ in range(max(options.runs // 2, 5)):   # in turns, so that what else the machine does meets all of them
        for name, command in commands.items():
            starts[name].append(desktop.starting(command))
    middle = {name: [statistics.median(run[index] for run in runs) for index in (0, 1)] for name, runs in starts.items()}
    idle = {name: desktop.idling(command) for name, command in commands.items()}
    for index, what in enumerate(("start to mapped window", "start to rest (can answer at once)")):
        for name in others:
            row(f"desktop app, {what} / {name}", middle["Offramp"][index] * 1000, middle[name][index] * 1000, "ms",
                "at most 0.50 of the better")
    for name in others:
        row(f"desktop app, memory (PSS) after a minute / {name}", idle["Offramp"][0], idle[name][0], "MiB",
            "at most 0.50 of the better")
    for name, (_, woken) in idle.items():
        print(f"{'wake-ups in the minute after: ' + name:<62} {woken:>9}")
    frames = [float(subprocess.run([str(programs / "offramp"), "--first-frame"], env=desktop.environment, timeout=30,
                                   capture_output=True, text=True).stdout.split()[0]) for _ in range(options.runs)]
    print(f"{'desktop app, start to first painted frame':<62} {statistics.median(frames):>9.1f} {'':>9} ms")
