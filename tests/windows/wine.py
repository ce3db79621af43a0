"""A Windows of our own for a test: a Wine prefix that nobody else uses and that is gone afterwards.

Making a prefix takes Wine several seconds, so one untouched prefix per version of Wine is kept in the cache folder
($XDG_CACHE_HOME/offramp) and copied. Nothing outside the prefix is written: a person's real folders are not linked
into it, and it has its own home. Several prefixes can run side by side.

    with Prefix() as windows:
        windows.import_registry(pathlib.Path("machine.reg"))
        print(windows.run("reg", "query", "HKLM\\\\SOFTWARE").stdout)
"""
import fcntl
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time

hives = ("system.reg", "user.reg", "userdef.reg")


def is_installed():
    return shutil.which("wine") is not None and shutil.which("wineserver") is not None


def environment(prefix):
    """What every program of a prefix is started with: no messages, no .NET or HTML engine, no menus of the desktop."""
    home = prefix / "home"
    home.mkdir(parents=True, exist_ok=True)
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith(("WINE", "LC_", "XDG_")) and name not in ("DISPLAY", "WAYLAND_DISPLAY", "LANGUAGE")}
    return kept | {"WINEPREFIX": str(prefix), "WINEARCH": "win64", "WINEDEBUG": "-all", "LANG": "C.UTF-8",
                   "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d", "HOME": str(home)}


def template():
    """The untouched prefix of this version of Wine, made when it is not there yet."""
    version = subprocess.run(["wine", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "offramp"
    cache.mkdir(parents=True, exist_ok=True)
    ready = cache / ("prefix-1-" + re.sub(r"[^\w.]+", "-", version).strip("-"))   # the number rises when this function changes
    with open(cache / "prefix.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if ready.is_dir():
            return ready
        making = pathlib.Path(tempfile.mkdtemp(prefix="making-", dir=cache))
        try:
            settings = environment(making)
            quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "stdin": subprocess.DEVNULL}
            subprocess.run(["wine", "wineboot", "--init"], env=settings, timeout=300, check=True, **quiet)
            subprocess.run(["wineserver", "-w"], env=settings, timeout=120, check=True, **quiet)
            # Wine links Desktop, Downloads and others to the person's own folders.
            for person in (making / "drive_c/users").iterdir():
                for folder in person.iterdir():
                    if folder.is_symlink():
                        folder.unlink()
                        folder.mkdir()
            making.rename(ready)
        finally:
            shutil.rmtree(making, ignore_errors=True)
    return ready


def look(top):
    """Size and time of everything below a folder; links and folders are only there."""
    seen = {}
    for parent, folders, files in os.walk(top):
        for name in folders + files:
            path = os.path.join(parent, name)
            status = os.lstat(path)
            seen[os.path.relpath(path, top)] = (status.st_size, status.st_mtime_ns) if name in files else None
    return seen


class Prefix:
    def __init__(self):
        self.template = template()
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix="offramp-windows-"))
        self.path = self.scratch / "prefix"
        subprocess.run(["cp", "-a", "--reflink=auto", str(self.template), str(self.path)], check=True)
        self.environment = environment(self.path)
        self.untouched = look(self.drive)
        self.begin()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
        shutil.rmtree(self.scratch, ignore_errors=True)

    @property
    def drive(self):
        return self.path / "drive_c"

    def on_drive(self, *parts):
        """Where a path of drive C stands, found in any case as Windows would; new names keep their spelling."""
        place = self.drive
        for part in parts:
            if not (place / part).exists() and place.is_dir():
                same = [entry for entry in os.listdir(place) if entry.lower() == part.lower()]
                part = same[0] if same else part
            place = place / part
        return place

    def start(self, program, *arguments, **more):
        return subprocess.Popen(["wine", str(program), *map(str, arguments)], env=self.environment, **more)

    def run(self, program, *arguments, timeout=180, check=False, display=None):
        """Runs a Windows program to its end. Its output is UTF-8; Wine itself says nothing."""
        settings = self.environment | ({"DISPLAY": display} if display else {})
        # Not pipes: Wine's own services inherit them, and would have to end before anybody sees their end.
        with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as complaints:
            finished = subprocess.run(["wine", str(program), *map(str, arguments)], env=settings, timeout=timeout,
                                      stdin=subprocess.DEVNULL, stdout=output, stderr=complaints)
            for name, file in (("stdout", output), ("stderr", complaints)):
                file.seek(0)
                setattr(finished, name, file.read().decode("utf-8", errors="replace"))
        if check:
            finished.check_returncode()
        return finished

    def import_registry(self, *files):
        """Writes .reg files into the registry, as Windows' own regedit does."""
        if files:
            self.run("regedit", "/S", *map(in_windows, files), check=True)

    def begin(self):
        """Keeps the registry in memory between two programs: people's parts of it are not all written to disk."""
        subprocess.run(["wineserver", "-p60"], env=self.environment, check=True, timeout=180,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def stop(self):
        """Ends every program of this prefix, and of no other."""
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run(["wineserver", "-k"], env=self.environment, timeout=180, **quiet)
        subprocess.run(["wineserver", "-w"], env=self.environment, timeout=180, **quiet)

    def reset(self):
        """Back to the untouched prefix: registry and drive C."""
        self.stop()
        for hive in hives:
            shutil.copy2(self.template / hive, self.path / hive)
        for path, status in sorted(look(self.drive).items(), reverse=True):   # what is in a folder before the folder
            place = self.drive / path
            if path in self.untouched and self.untouched[path] == status:
                continue
            if status is None and not place.is_symlink():
                place.rmdir()
            else:
                place.unlink()
        for path in sorted(self.untouched):
            place, original = self.drive / path, self.template / "drive_c" / path
            if place.exists() or place.is_symlink():
                continue
            if original.is_dir() and not original.is_symlink():
                place.mkdir()
            else:
                shutil.copy2(original, place, follow_symlinks=False)
        self.begin()


class Display:
    """An X server of its own, for programs with a window."""

    def __init__(self, size="1600x1200x24"):
        receiving, sending = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(sending), "-screen", "0", size, "-nolisten", "tcp"],
                                       pass_fds=[sending], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(sending)
        with os.fdopen(receiving) as number:
            self.name = f":{number.readline().strip()}"

    def __enter__(self):
        return self.name

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()


def in_windows(path):
    """How programs of a prefix see a file of this machine."""
    return "Z:" + str(pathlib.Path(path).resolve()).replace("/", "\\")


def wait_until(condition, seconds=30, pause=0.2):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(pause)
    return True
