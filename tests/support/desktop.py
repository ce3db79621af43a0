"""A small desktop of our own for a test: an X server, a window manager and a tray, seen by nobody.

    with Desktop() as desktop:
        program = desktop.start("offramp")
        desktop.until(lambda: desktop.windows("Offramp"))
        desktop.picture("screen.png")
"""
import dataclasses
import os
import pathlib
import re
import subprocess
import tempfile
import time

patience = 120   # seconds; a machine that is busy with other tests is slow


@dataclasses.dataclass(frozen=True)
class Window:
    number: str   # as X writes it, "0x40000a"
    title: str
    wide: int
    high: int
    left: int
    top: int


def wait_until(condition, seconds=patience):
    """What the condition answered; false when it did not come true in time."""
    end = time.monotonic() + seconds
    while True:
        answer = condition()
        if answer or time.monotonic() > end:
            return answer
        time.sleep(0.05)


def ask(environment, *command):
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=patience).stdout


class Desktop:
    def __init__(self, size="1600x1200", tray=True):
        self.scratch = tempfile.TemporaryDirectory(prefix="offramp-desktop-")
        home = pathlib.Path(self.scratch.name)
        runtime = home / "runtime"
        runtime.mkdir(mode=0o700)
        self.programs = []
        receiving, sending = os.pipe()
        self.run_beside(["Xvfb", "-displayfd", str(sending), "-screen", "0", size + "x24", "-nolisten", "tcp"], os.environ,
                        pass_fds=[sending])
        os.close(sending)
        with os.fdopen(receiving) as number:
            display = f":{number.readline().strip()}"
        kept = {name: value for name, value in os.environ.items()
                if not name.startswith(("XDG_", "QT_", "LC_", "DBUS_")) and name not in ("WAYLAND_DISPLAY", "LANGUAGE")}
        self.environment = kept | {"DISPLAY": display, "HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "LANG": "C.UTF-8"}
        self.run_beside(["openbox"], self.environment)
        self.until(lambda: "window id" in ask(self.environment, "xprop", "-root", "_NET_SUPPORTING_WM_CHECK"))
        if tray:
            self.run_beside(["trayer", "--edge", "bottom", "--align", "right", "--widthtype", "pixel", "--width", "300",
                             "--height", "32", "--SetDockType", "true"], self.environment)
            self.until(lambda: '"panel"' in self.tree())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for program in reversed(self.programs):
            if program.poll() is None:
                program.kill()
            program.wait()
        self.scratch.cleanup()

    def run_beside(self, command, environment, **more):
        program = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, **more)
        self.programs.append(program)
        return program

    def start(self, *command):
        return self.run_beside([str(part) for part in command], self.environment)

    def until(self, condition, seconds=patience):
        answer = wait_until(condition, seconds)
        if not answer:
            raise AssertionError(f"not within {seconds} seconds; the desktop shows {self.windows('')}")
        return answer

    def again_until(self, act, happened, each=10, seconds=patience):
        """Does what a person does, and again where nothing came of it: who acts before a window listens acts in vain."""
        def done():
            try:
                act()
            except subprocess.CalledProcessError:
                pass   # the window it was meant for went meanwhile
            return wait_until(happened, each)

        return self.until(lambda: happened() or done(), seconds)

    def tree(self):
        return ask(self.environment, "xwininfo", "-root", "-tree")

    def numbers(self, kind):
        return re.findall(r"0x[0-9a-f]+", ask(self.environment, "xprop", "-root", kind))

    def windows(self, title):
        """The windows with that in their title, the lowest first."""
        found = []
        for number in self.numbers("_NET_CLIENT_LIST_STACKING"):
            about = ask(self.environment, "xwininfo", "-id", number)
            name = re.search(r'Window id: \S+ "(.*)"', about)
            place = {key: int(value) for key, value in re.findall(r"(Width|Height|Absolute upper-left [XY]):\s+(-?\d+)", about)}
            if name and title in name[1] and len(place) == 4 and "IsViewable" in about:
                found.append(Window(number, name[1], place["Width"], place["Height"], place["Absolute upper-left X"],
                                    place["Absolute upper-left Y"]))
        return found

    def is_shown(self, number):
        return "IsViewable" in ask(self.environment, "xwininfo", "-id", number)

    def on_top(self):
        """The title of the window nothing else lies on, but the panel."""
        return ([""] + [window.title for window in self.windows("") if window.title != "panel"])[-1]

    def in_front(self):
        """The title of the window the keyboard belongs to; empty when that window is not on top of the others."""
        active, title = self.numbers("_NET_ACTIVE_WINDOW"), self.on_top()
        return title if active and int(active[0], 16) in [int(each.number, 16) for each in self.windows(title)] else ""

    def docked(self):
        """What is in the tray: (number, title, (width, height, left, top)) of each icon."""
        panel = re.search(r'^( *)\S+ "panel":.*\n((?:\1 .*\n)*)', self.tree(), re.MULTILINE)
        icons = re.findall(r'^ *(0x[0-9a-f]+) (\(has no name\)|".*?"): \("(.*?)" .*?\)\s+(\d+)x(\d+)\S+\s+\+(-?\d+)\+(-?\d+)',
                           panel[2] if panel else "", re.MULTILINE)
        return [(number, name, tuple(map(int, place))) for number, _, name, *place in icons]

    def icon(self):
        """The place (width, height, left, top) of the icon in the tray, once the tray has put it there."""
        seen = []

        def rests():
            seen.append([place for _, _, place in self.docked()])
            time.sleep(0.3)
            return seen[-1] and seen[-1] == [place for _, _, place in self.docked()]

        self.until(rests)
        return seen[-1][0]

    def menu_is_open(self, program):
        """A menu has no frame around it, so it lies on the root window itself; Wine keeps hidden windows there, too."""
        unframed = re.findall(rf'^     (0x\S+) .*\("{re.escape(program)}" .*?\)\s+(\d+)x(\d+)', self.tree(), re.MULTILINE)
        return any(int(wide) > 100 and int(high) > 100 and self.is_shown(number) for number, wide, high in unframed)

    def cover(self):
        """Another program's window over the whole screen."""
        self.start("xmessage", "-geometry", "1500x1000+10+10", "-title", "Another program", "Something else")
        self.until(lambda: self.in_front() == "Another program")

    def mouse(self, *arguments):
        subprocess.run(["xdotool", *map(str, arguments)], env=self.environment, check=True, timeout=patience,
                       stderr=subprocess.DEVNULL)

    def minimize(self, window):
        def is_gone():
            self.mouse("windowminimize", window.number)   # a window that is just being shown may not listen yet
            return window.number not in [each.number for each in self.windows("")]

        self.until(is_gone)

    def close(self, window):
        def asks():
            self.mouse("windowactivate", "--sync", window.number, "key", "--clearmodifiers", "alt+F4")

        # Again only after a while: too soon, and openbox ends the window's program.
        self.again_until(asks, lambda: window.number not in [each.number for each in self.windows("")], 15)

    def open_menu(self, program):
        """The menu of the icon in the tray."""
        wide, high, left, top = self.icon()
        self.again_until(lambda: self.mouse("mousemove", left + wide // 2, top + high // 2, "click", 3),
                         lambda: self.menu_is_open(program))

    def close_menu(self, program):
        self.again_until(lambda: self.mouse("key", "Escape"), lambda: not self.menu_is_open(program))

    def double_click_icon(self, happened):
        wide, high, left, top = self.icon()
        self.again_until(lambda: self.mouse("mousemove", left + wide // 2, top + high // 2, "click", "--repeat", 2, "--delay", 80, 1),
                         happened)

    def picture(self, file, window="root"):
        subprocess.run(["import", "-silent", "-window", window, str(file)], env=self.environment, check=True, timeout=patience)
