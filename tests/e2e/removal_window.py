"""The guided removal of real packages through the window: its buttons are pressed, a package manager works, and what is on the
computer afterwards is looked at.

Usage: removal_window.py OFFRAMP OFFRAMP_CLI OFFRAMP_BROKER CATALOG_DB SOURCE_TREE [PICTURES]

The machine is this one seen through an overlay that is thrown away (tests/support/throwaway_machine.py). The person there has no
rights of their own: what needs them goes through the broker as it is installed, with the real polkit and a rule that says yes to
them. The window is used through AT-SPI, as a screen reader does. PICTURES is a folder for a picture of each page.
"""
import pathlib
import shutil
import sys

program, cli, broker, catalog, tree = (pathlib.Path(each).resolve() for each in sys.argv[1:6])
pictures = pathlib.Path(sys.argv[6]).resolve() if len(sys.argv) > 6 else None
support = tree / "tests/support"
sys.path.insert(0, str(support))
from kaspersky_packages import make_debs, products   # noqa: E402
from throwaway_machine import MachineTest, run_tests   # noqa: E402

# Runs as root of the machine: makes a person, and installs Offramp and the products.
inside = r"""
import json, pathlib
from inside_machine import add_person, identity, install_offramp, open_to_all, run, start_polkit, start_system_bus, state, walk

install_offramp()
add_person()
with open("/etc/group", "a") as groups:
    groups.write("admin:x:4322:person\n")
open_to_all("/tmp", "/run", "/tmp/brought")

# A rule of polkit says yes, and writes down that it was asked; polkit has an account of its own for that.
note, rules = pathlib.Path("/usr/local/libexec/note"), pathlib.Path("/etc/polkit-1/rules.d")
note.parent.mkdir(parents=True, exist_ok=True)
note.write_text('#!/bin/sh\necho "$1: $2" >> /tmp/brought/asked\n')
note.chmod(0o755)
rules.mkdir(parents=True, exist_ok=True)
rules.chmod(0o755)
(rules / "10-offramp-test.rules").write_text('''polkit.addRule(function(action, subject) {
    if (action.id == "org.offramp.broker" && subject.user == "person") {
        polkit.spawn(["%s", subject.user, action.lookup("command_line")]);
        return polkit.Result.YES;
    }
});
''' % note)
bus = start_system_bus()
polkit = start_polkit()

seen = {"install": run("dpkg", "-i", *map(str, sorted(pathlib.Path("/tmp").glob("kesl*.deb"))))}
# One that takes its time, so that the window can be killed meanwhile.
slow = pathlib.Path("/var/lib/dpkg/info/kesl.prerm")
slow.write_text("#!/bin/sh\ntouch /tmp/begun\nsleep 4\nexit 0\n")
slow.chmod(0o755)
places = ["/var/opt/kaspersky/kesl", "/var/opt/kaspersky/kesl/install-1/bases", "/var/log/kaspersky/kesl"]
seen["was"] = [identity(each) for each in places]

# The walk says where it is; what only an administrator can see is looked at here.
def tell(word, value):
    seen[word] = {"says": value, "packages": [state("kesl-gui"), state("kesl")], "is": [identity(each) for each in places]}

seen["code"] = walk(tell)
for each in (polkit, bus):
    each.terminate()
    each.wait()
print(json.dumps(seen))
"""

# Runs as the person.
walk = r"""
import json, os, pathlib, signal, subprocess, sys
from accessible_window import AccessibleWindow, start_bus
from desktop import Desktop, patience, wait_until

def tell(word, value=None):
    desktop.picture(f"/tmp/brought/{word}.png")
    print(json.dumps([word, eyes.texts() if value is None else value]), flush=True)
    sys.stdin.readline()

def start(*more):
    program = desktop.start("/usr/bin/offramp", "--language", "en", "--person", "us", *more)
    eyes.wait_for_window()
    return program

def press(text):
    eyes.press(eyes.find(role.PUSH_BUTTON, text))

def heading(text):
    eyes.find(role.HEADING, text)

def save(kind):
    # The dialog proposes a name in the person's folder of documents; Return takes it.
    dialog = eyes.press_and_meet(eyes.find(role.PUSH_BUTTON, kind))
    eyes.press(eyes.find(role.PUSH_BUTTON, "Save", dialog))
    file = documents / f"offramp-removal.{kind.lower()}"
    wait_until(lambda: eyes.matching(role.LABEL, "Saved as") and file.exists())
    return file

def report():
    files = {kind: save(kind) for kind in ("HTML", "PDF", "JSON")}
    answer = {kind: file.read_bytes()[:4].decode("latin-1") for kind, file in files.items() if file.exists()}
    for kind in ("HTML", "JSON"):
        answer["verified " + kind] = subprocess.run(["/usr/bin/offramp-cli", "report", "--verify", files[kind]], capture_output=True,
                                                    stdin=subprocess.DEVNULL).returncode
    return answer

with Desktop(size="1280x900", tray=False) as desktop:
    documents = pathlib.Path(desktop.environment["HOME"], "Documents")
    documents.mkdir()
    start_bus(desktop)
    eyes = AccessibleWindow(desktop)
    role = eyes.role
    program = start()
    press("Switch safely")
    heading("Before you start")
    eyes.find(role.CHECK_BOX, "I have looked")
    tell("before")
    for attempt in range(20):
        ticks = [each for each in eyes.matching(role.CHECK_BOX, "") if not eyes.has_state(each, "CHECKED")]
        if not ticks:
            break
        about = len(ticks)
        eyes.press(ticks[0])
        wait_until(lambda: len([each for each in eyes.matching(role.CHECK_BOX, "") if not eyes.has_state(each, "CHECKED")]) < about, 10)
    heading("Before you start")
    press("Continue")
    heading("Choose protection")
    eyes.press(eyes.find(role.RADIO_BUTTON, "ESET PROTECT"))
    wait_until(lambda: eyes.has_state(eyes.find(role.RADIO_BUTTON, "ESET PROTECT"), "CHECKED"))
    press("Continue")
    heading("Review the plan")
    tell("review")
    press("Start removal")
    wait_until(lambda: os.path.exists("/tmp/begun"))
    tell("remove")
    program.send_signal(signal.SIGKILL)
    program.wait()
    tell("killed", "killed")
    program = start("--resume-removal")
    heading("is gone")
    tell("check")
    press("to quarantine")
    eyes.find(role.PUSH_BUTTON, "Put back what was moved")
    tell("done")
    tell("report", report())
    press("Put back: /var/log/kaspersky")
    eyes.find(role.LABEL, "Put back: 1 thing")
    tell("one")
    press("Put back what was moved")
    eyes.find(role.LABEL, "Put back: 3 things")
    tell("undone")
    press("Finish")
    eyes.find(role.PUSH_BUTTON, "Check again")
    tell("after")
    program.terminate()
    tell("ended", program.wait(patience))
"""


class Walk(MachineTest):
    @classmethod
    def setUpClass(cls):
        folder = cls.make_scratch("window")
        make_debs(folder, products[:2])
        (folder / "walk.py").write_text(walk, encoding="utf-8")
        cls.seen = cls.run_inside(folder, [*folder.glob("packages/*"), program, cli, broker, catalog, support, folder / "walk.py",
                                           tree / "resources/packaging/linux/org.offramp.broker.policy"], inside)
        cls.asked = (folder / "brought/asked").read_text().splitlines()
        if pictures is not None:
            shutil.copytree(folder / "brought", pictures, dirs_exist_ok=True)

    def says(self, page, text):
        self.assertTrue([each for each in self.seen[page]["says"] if text in each], self.seen[page]["says"])

    def test_the_walk_came_to_its_end(self):
        self.assertEqual((self.seen["install"]["code"], self.seen["code"]), (0, 0), self.seen)

    def test_nothing_is_touched_before_start_removal(self):
        for page in ("before", "review"):
            self.assertEqual((self.seen[page]["packages"], self.seen[page]["is"]), (["ii", "ii"], self.seen["was"]), page)
        self.says("review", "package kesl-gui")
        self.says("review", "Nothing runs before you press Start removal")

    def test_the_one_that_needs_the_other_goes_first_and_what_runs_is_shown(self):
        gui, kesl = self.seen["remove"]["packages"]
        self.assertEqual((gui, kesl[0]), ("", "p"), "kesl is just being taken away")
        self.says("remove", "The package manager removes Kaspersky Endpoint Security for Linux")

    def test_a_window_that_was_killed_goes_on_to_the_end(self):
        self.assertEqual(self.seen["check"]["packages"], ["", ""])
        self.says("check", "heading: Kaspersky Endpoint Security for Linux is gone")
        self.says("done", "Install ESET PROTECT")   # as chosen before the kill

    def test_rights_are_asked_for_by_the_person_and_for_the_broker_alone(self):
        self.assertGreaterEqual(len(self.asked), 3, "packages, the rest of them after the kill, and leftovers")
        self.assertEqual(set(self.asked), {"person: /usr/libexec/offramp/offramp-broker"})

    def test_what_was_left_is_moved_and_comes_back_exactly(self):
        self.assertEqual(self.seen["check"]["is"], self.seen["was"])
        self.assertEqual(self.seen["done"]["is"], [None, None, None])
        self.assertEqual([each is not None for each in self.seen["one"]["is"]], [False, False, False], "what lay in it comes after it")
        self.assertEqual(self.seen["undone"]["is"], self.seen["was"])

    def test_the_report_is_saved_in_three_ways_and_is_unchanged(self):
        self.assertEqual(self.seen["report"]["says"],
                         {"HTML": "<!DO", "PDF": "%PDF", "JSON": "{\n  ", "verified HTML": 0, "verified JSON": 0})

    def test_the_overview_knows_what_is_left(self):
        self.says("after", "heading: ")
        self.assertFalse([each for each in self.seen["after"]["says"] if "no longer gets updates" in each], self.seen["after"]["says"])


if __name__ == "__main__":
    run_tests("dpkg", "dpkg-deb", "Xvfb", "openbox", "dbus-daemon", "pkexec", "pkaction")
