"""Measures the Windows programs under Wine against Windows' own reg.exe, in one run, as ratios of medians.

Beside the medians stand the least times: on a machine that does other work, too, they are nearer to the truth.

Usage: windows.py PROGRAMS [--runs N]   (PROGRAMS is the folder with offramp.exe and offramp-cli.exe)

Never part of the timed tests. Goals stand in docs/benchmarks.md, "Under Wine".
"""
import argparse
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "windows"))
import wine

parser = argparse.ArgumentParser()
parser.add_argument("programs", type=pathlib.Path)
parser.add_argument("--runs", type=int, default=15)
options = parser.parse_args()
programs = options.programs.resolve()
runs = max(options.runs, 7)
cli, app = programs / "offramp-cli.exe", programs / "offramp.exe"
uninstall = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall"

if not wine.is_installed() or not cli.exists():
    print("The Windows programs are not measured: " +
          ("Wine is not installed." if not wine.is_installed() else f"{cli} is not built (./dev windows)."))
    sys.exit(0)


def row(what, mine, theirs, unit, goal):
    ratio = f"{mine / theirs:>6.2f}" if theirs else f"{'':>6}"
    other = f"{theirs:>9.1f}" if theirs else f"{'':>9}"
    print(f"{what:<62} {mine:>9.1f} {other} {unit:<4} {ratio}" + (f"   goal {goal}" if goal else ""))


def registry_file(entries):
    """That many uninstall entries, one of them Kaspersky's, as a .reg file."""
    chance = random.Random(entries)
    words = ["Visual", "Runtime", "Office", "Driver", "Studio", "Update", "Reader", "Player", "Tools", "Suite", "Service"]
    lines = ["Windows Registry Editor Version 5.00", ""]
    for number in range(entries):
        name, publisher = " ".join(chance.choices(words, k=3)) + f" {number}", f"Publisher {number % 300}"
        if number == entries // 2:
            name, publisher = "Kaspersky Internet Security", "Kaspersky Lab"
        lines += [f"[{uninstall.replace('HKLM', 'HKEY_LOCAL_MACHINE')}\\{{{number:08X}-0000-4000-8000-{chance.getrandbits(48):012X}}}]",
                  f'"DisplayName"="{name}"', f'"DisplayVersion"="1.{number % 90}.{number}"', f'"Publisher"="{publisher}"',
                  f'"UninstallString"="MsiExec.exe /X{{{number:08X}-0000-4000-8000-000000000000}}"',
                  f'"InstallLocation"="C:\\\\Program Files\\\\{name}\\\\"', ""]
    return b"\xff\xfe" + "\r\n".join(lines).encode("utf-16-le")


def seconds(windows, *command):
    begin = time.perf_counter()
    finished = subprocess.run(["wine", *map(str, command)], env=windows.environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    taken = time.perf_counter() - begin
    if finished.returncode not in (0, 10):
        sys.exit(f"{command} ended with {finished.returncode}")
    return taken


def times(windows, *commands):
    """Milliseconds of each command, as (medians, least), in turns so that a busy moment meets all of them."""
    taken = [[seconds(windows, *command) * 1000 for command in commands] for _ in range(runs + 2)][2:]
    return [statistics.median(column) for column in zip(*taken)], [min(column) for column in zip(*taken)]


def peak_memory(windows, display):
    """The most memory the window's process held (VmHWM) in its first four seconds, in MiB, Wine's libraries included."""
    process = subprocess.Popen(["wine", str(app)], env=windows.environment | {"DISPLAY": display},
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        time.sleep(4)
        status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
        if "offramp" not in status.split("\n")[0]:
            sys.exit(f"the measured process is not the window: {status.splitlines()[0]}")
        return int(status.split("VmHWM:")[1].split()[0]) / 1024
    finally:
        process.kill()
        process.wait()


with wine.Prefix() as windows, tempfile.TemporaryDirectory() as scratch:
    print("Load of this machine: %.1f, %.1f, %.1f" % os.getloadavg())
    print(f"{'under Wine':<62} {'Offramp':>9} {'other':>9} {'':<4} {'ratio':>6}")
    for entries in (200, 5000):
        windows.reset()
        file = pathlib.Path(scratch, f"{entries}.reg")
        file.write_bytes(registry_file(entries))
        windows.import_registry(file)
        keeper = windows.start("cmd", "/k", stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        medians, least = times(windows, [cli, "check"], ["reg", "query", uninstall, "/s"], [cli, "--version"],
                               [cli, "catalog", "status"])
        row(f"check / reg query of the uninstall list, {entries:,} entries", medians[0], medians[1], "ms", "at most 1.00")
        row("  the least of these times", least[0], least[1], "ms", "")
        print(f"{'  least start of a program, and of one that reads the catalog':<62} {least[2]:>9.1f} {least[3]:>9.1f} ms")
        keeper.kill()
        keeper.wait()
    windows.reset()
    row("size of offramp-cli.exe", cli.stat().st_size / 1e6, 0, "MB", "")
    if app.exists():
        row("size of offramp.exe", app.stat().st_size / 1e6, 0, "MB", "under 30")
        with wine.Display() as display:
            frames, peaks = [], []
            for _ in range(runs):
                printed = windows.run(app, "--first-frame", display=display).stdout.split()
                if not printed:
                    sys.exit("offramp.exe --first-frame printed nothing")
                frames.append(float(printed[0]))
                peaks.append(peak_memory(windows, display))
            row("desktop app, start to first painted frame", statistics.median(frames), 0, "ms", "")
            row("desktop app, most memory in the first four seconds (VmHWM)", statistics.median(peaks), 0, "MiB", "")
            windows.stop()
