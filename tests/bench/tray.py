"""Measures Offramp idle in the tray beside KeePassXC and Nextcloud's client: memory, wake-ups and processor time of a minute.

Usage: tray.py PROGRAMS [--seconds N] [--runs N]   (PROGRAMS is the folder with offramp)

Medians of the runs. "Own" is what a program has written to and shares with nobody: memory with no file behind it, which only its end
gives back. All run at once on one desktop of their own, so whatever disturbs one disturbs all. Nextcloud's client has no account here and so
less to do than at home.
"""
import argparse
import os
import pathlib
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time

parser = argparse.ArgumentParser()
parser.add_argument("programs", type=pathlib.Path)
parser.add_argument("--seconds", type=int, default=60)
parser.add_argument("--runs", type=int, default=3)
options = parser.parse_args()
offramp = options.programs.resolve() / "offramp"
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from desktop import Desktop, wait_until   # noqa: E402

settle = 45   # seconds after which whatever a start does is over


def tree_of(process):
    """The program and all it started."""
    children = {}
    for status in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(status.read_text().rsplit(")", 1)[1].split()[1])
        except OSError:
            continue
        children.setdefault(parent, []).append(int(status.parent.name))
    found, waiting = [], [process]
    while waiting:
        found.append(waiting.pop())
        waiting += children.get(found[-1], [])
    return found


def memory(processes, kind):
    """MiB. "Pss" counts shared pages in parts, "Private_Dirty" only what is written to and not shared."""
    kib = [int(pathlib.Path(f"/proc/{each}/smaps_rollup").read_text().split(kind + ":")[1].split()[0]) for each in processes]
    return sum(kib) / 1024


def wakeups(processes):
    """How often each thread was put on a processor so far."""
    counts = {}
    for each in processes:
        for status in pathlib.Path(f"/proc/{each}/task").glob("*/status"):
            counts[status.parent.name] = sum(int(line.split()[1]) for line in status.read_text().splitlines()
                                             if "ctxt_switches" in line)
    return counts


def since(before, now):
    """Of threads that have ended nobody knows; those that began count from their beginning."""
    return sum(count - before.get(thread, 0) for thread, count in now.items())


def processor(processes):
    """Milliseconds."""
    ticks = 0
    for each in processes:
        ticks += sum(map(int, pathlib.Path(f"/proc/{each}/stat").read_text().rsplit(")", 1)[1].split()[11:13]))
    return ticks * 1000 / os.sysconf("SC_CLK_TCK")


def measure(desktop):
    """For each program: (PSS, own memory, wake-ups, processor time)."""
    home = pathlib.Path(desktop.environment["HOME"])
    receiving, sending = os.pipe()
    desktop.run_beside(["dbus-daemon", "--session", "--nofork", "--print-address", str(sending)], desktop.environment,
                       pass_fds=[sending])
    os.close(sending)
    with os.fdopen(receiving) as address:
        desktop.environment["DBUS_SESSION_BUS_ADDRESS"] = address.readline().strip()
    keepass = home / ".config/keepassxc/keepassxc.ini"
    keepass.parent.mkdir(parents=True)
    keepass.write_text("[General]\nConfigVersion=2\nUpdateCheckMessageShown=true\n"
                       "[GUI]\nShowTrayIcon=true\nMinimizeToTray=true\nMinimizeOnStartup=true\nCheckForUpdates=false\n")
    subprocess.run([offramp, "--remind"], env=desktop.environment, check=True)
    with sqlite3.connect(home / ".local/share/offramp/state.db") as database:
        database.execute("INSERT INTO reminder VALUES ('mode', 'resident')")
    running = {"Offramp": desktop.start(offramp, "--tray")}
    for name, command in (("KeePassXC", ["keepassxc"]), ("Nextcloud", ["nextcloud", "--background"])):
        if shutil.which(command[0]):
            running[name] = desktop.start(*command)
    if not wait_until(desktop.docked, 30):
        sys.exit("nothing is in the tray")
    time.sleep(settle)
    for name, process in running.items():
        if process.poll() is not None:
            sys.exit(f"{name} ended with {process.returncode}")
    trees = {name: tree_of(process.pid) for name, process in running.items()}
    before = {name: (wakeups(tree), processor(tree)) for name, tree in trees.items()}
    time.sleep(options.seconds)
    figures = {}
    for name, tree in trees.items():
        woken, busy = since(before[name][0], wakeups(tree)), processor(tree) - before[name][1]
        figures[name] = (memory(tree, "Pss"), memory(tree, "Private_Dirty"), woken, busy)
    return figures


runs = []
for _ in range(options.runs):
    with Desktop() as desktop:
        runs.append(measure(desktop))
figures = {name: [statistics.median(run[name][i] for run in runs) for i in range(4)] for name in runs[0]}
print(f"{f'idle in the tray, {options.seconds} s':<28} {'memory (PSS)':>13} {'own':>9} {'wake-ups':>9} {'processor':>10}")
for name, (pss, own, woken, busy) in figures.items():
    print(f"{name:<28} {pss:>9.1f} MiB {own:>5.1f} MiB {woken:>9.0f} {busy:>7.0f} ms")
others = [values for name, values in figures.items() if name != "Offramp"]
if others:
    pss, own = (figures["Offramp"][i] / min(values[i] for values in others) for i in range(2))
    print(f"{'Offramp / the better one':<28} {pss:>9.2f} {own:>13.2f}       goal for PSS at most 0.50, and no wake-ups")
