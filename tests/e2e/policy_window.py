"""An organization's signed policy in /etc/offramp, and the running window: what it shows, what a person may still put off, and
that a policy which cannot be believed counts for nothing and loses nothing.

Usage: policy_window.py OFFRAMP OFFRAMP_CLI CATALOG_DB SOURCE_TREE [PICTURES]

The machine is this one seen through an overlay that is thrown away (tests/support/throwaway_machine.py); its /etc is written, the
real one is not. Policies are signed by minisign. The window is used through AT-SPI, as a screen reader does.
"""
import datetime
import json
import pathlib
import shutil
import subprocess
import sys

program, cli, catalog, tree = (pathlib.Path(each).resolve() for each in sys.argv[1:5])
pictures = pathlib.Path(sys.argv[5]).resolve() if len(sys.argv) > 5 else None
support = tree / "tests/support"
sys.path.insert(0, str(support))
from kaspersky_packages import make_debs, products   # noqa: E402
from throwaway_machine import MachineTest, run_tests   # noqa: E402

# Runs as root of the machine: makes a person, installs Offramp and a product, and plays the administrator who writes /etc.
inside = r"""
import json, pathlib, shutil
from inside_machine import add_person, become, install, install_offramp, open_to_all, run, state, surroundings, walk

def put(policy):
    shutil.rmtree("/etc/offramp", ignore_errors=True)
    for file in pathlib.Path("/tmp/policies", policy).iterdir():
        install(file, "/etc/offramp", "666" if policy == "open" else "644")

install_offramp()
add_person()
open_to_all("/tmp", "/run", "/tmp/brought")
shutil.rmtree("/etc/offramp", ignore_errors=True)
seen = {"install": run("dpkg", "-i", *map(str, pathlib.Path("/tmp").glob("kesl*.deb")))}

def tell(word, value):
    if word == "put":
        put(value)
    else:
        shown = run(*become(), "/usr/bin/offramp-cli", "policy", "show", "--json", env=surroundings())
        seen[word] = {"says": value, "policy": json.loads(shown["out"]), "package": state("kesl")}

seen["code"] = walk(tell)
print(json.dumps(seen))
"""

# Runs as the person.
walk = r"""
import json, sqlite3, sys
from accessible_window import AccessibleWindow, start_bus
from desktop import Desktop, patience, wait_until

def to_root(word, value):
    print(json.dumps([word, value]), flush=True)
    sys.stdin.readline()

def tell(word):
    desktop.picture(f"/tmp/brought/{word}.png")
    to_root(word, eyes.texts())

def press(text):
    eyes.press(eyes.find(role.PUSH_BUTTON, text))

def until_said(text):
    if not wait_until(lambda: [each for each in eyes.texts() if text in each]):
        raise AssertionError(f"nothing says {text!r}; there is:\n" + "\n".join(eyes.texts()))

def start():
    program = desktop.start("/usr/bin/offramp", "--language", "en", "--person", "us")
    eyes.wait_for_window()
    eyes.find(role.PUSH_BUTTON, "Remind me later")
    return program

def end(program):
    program.terminate()
    program.wait(patience)
    eyes.wait_for_none()

def under(policy, sentence):
    to_root("put", policy)
    press("Check again")
    until_said(sentence)
    tell(policy)

def later(word, sentence):
    press("Remind me later")
    until_said(sentence)
    tell(word)
    press("Back to the Overview")
    eyes.find(role.PUSH_BUTTON, "Remind me later")

def kept(word):
    with sqlite3.connect(f"file:{desktop.environment['HOME']}/.local/share/offramp/state.db?mode=ro", uri=True) as database:
        rows = dict(database.execute("SELECT name, value FROM reminder"))
    to_root(word, {name: value for name, value in rows.items() if name in ("mode", "snoozedUntil") or "eferral" in name or "olicy" in name})

with Desktop(size="1280x1000", tray=False) as desktop:
    start_bus(desktop)
    eyes = AccessibleWindow(desktop)
    role = eyes.role
    program = start()
    tell("none")
    under("audit", "has this computer checked")
    under("asks", "asks that Kaspersky products are removed")
    later("before", "You can put it off 1 more time")
    press("Remind me later")
    press("Tomorrow")
    until_said("It cannot be put off again")
    wait_until(lambda: not eyes.matching(role.PUSH_BUTTON, "Tomorrow"))
    tell("after")
    kept("kept")
    press("Back to the Overview")
    end(program)
    program = start()
    later("again", "It cannot be put off again")
    for policy, sentence in (("changed", "was changed after it was signed"), ("cut", "was changed after it was signed"),
                             ("cut-signature", "without a signature that can be read"), ("no-signature", "without a signature"),
                             ("foreign", "was signed with another key"), ("no-key", "no public key"),
                             ("open", "People who are no administrators can change"), ("expired", "ended on")):
        under(policy, sentence)
        later(policy + "-later", "Tomorrow")
    kept("still kept")
    under("asks", "asks that Kaspersky products are removed")
    later("at last", "It cannot be put off again")
    under("authorize", "allowed its administrators' tools")
    later("authorize-later", "You can put it off 2 more times")
    end(program)
"""

today = datetime.datetime.now(datetime.timezone.utc).date()
deadline = today + datetime.timedelta(days=3)


def minisign(*arguments):
    return subprocess.run(["minisign", *map(str, arguments)], capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL)


def make_policies(folder):
    """One folder for each state of /etc/offramp; policy.pub is the organization's own in all but what is said."""
    base = {"format": "offramp.policy/1", "serial": 7, "organization": "Example Ltd", "contact": "IT desk, extension 42",
            "mode": "audit", "expires": "2099-06-30"}
    asks = base | {"serial": 8, "deadline": deadline.isoformat(), "deferrals": 1}
    folder.mkdir()
    for key in ("own", "other"):
        minisign("-G", "-W", "-f", "-s", folder / f"{key}.key", "-p", folder / f"{key}.pub")

    def make(name, policy, key="own"):
        place = folder / name
        place.mkdir()
        (place / "policy.json").write_text(json.dumps(policy, indent=1) + "\n")
        comment = subprocess.run([cli, "policy", "comment", place / "policy.json"], capture_output=True, text=True, check=True)
        minisign("-S", "-H", "-W", "-s", folder / f"{key}.key", "-m", place / "policy.json", "-t", comment.stdout.strip())
        shutil.copy(folder / "own.pub", place / "policy.pub")
        return place

    make("audit", base)
    make("authorize", asks | {"serial": 9, "mode": "authorize", "deferrals": 2})
    for name in ("asks", "open"):
        make(name, asks)
    file = make("changed", asks) / "policy.json"
    file.write_text(file.read_text().replace('"deferrals": 1', '"deferrals": 9'))
    file = make("cut", asks) / "policy.json"
    file.write_text(file.read_text()[:-40])
    file = make("cut-signature", asks) / "policy.json.minisig"
    file.write_text(file.read_text()[:60])
    (make("no-signature", asks) / "policy.json.minisig").unlink()
    make("foreign", asks, "other")
    (make("no-key", asks) / "policy.pub").unlink()
    make("expired", base | {"expires": "2024-01-01"})
    for key in folder.glob("*.key"):
        key.unlink()


class Walk(MachineTest):
    refused = {"changed": "changed", "cut": "changed", "cut-signature": "noSignature", "no-signature": "noSignature",
               "foreign": "foreignKey", "no-key": "noKey", "open": "openToOthers", "expired": "expired"}

    @classmethod
    def setUpClass(cls):
        folder = cls.make_scratch("policy")
        make_debs(folder, products[:1])
        make_policies(folder / "policies")
        (folder / "walk.py").write_text(walk, encoding="utf-8")
        cls.seen = cls.run_inside(folder, [*folder.glob("packages/*"), program, cli, catalog, support, folder / "policies",
                                           folder / "walk.py"], inside)
        if pictures is not None:
            shutil.copytree(folder / "brought", pictures, dirs_exist_ok=True)

    def all_of(self, page):
        return "\n".join(self.seen[page]["says"])

    def test_the_walk_came_to_its_end(self):
        self.assertEqual((self.seen["install"]["code"], self.seen["code"]), (0, 0), self.seen)

    def test_without_a_policy_nothing_is_said_of_one(self):
        for word in ("policy", "Example Ltd", "Whom to ask"):
            self.assertNotIn(word, self.all_of("none"))
        self.assertEqual(self.seen["none"]["policy"]["policy"], None)

    def test_a_policy_only_looks_unless_it_says_more(self):
        said = self.all_of("audit")
        self.assertIn("Example Ltd has this computer checked. Nothing is removed because of that.", said)
        self.assertIn("Whom to ask: IT desk, extension 42", said)
        self.assertNotIn("without asking here", said)
        self.assertEqual(self.seen["audit"]["policy"]["mode"], "audit")

    def test_a_deadline_is_told_and_no_later_day_is_offered(self):
        day = f"{deadline:%B} {deadline.day}, {deadline.year}"
        self.assertIn(f"Example Ltd asks that Kaspersky products are removed from this computer by {day}.", self.all_of("asks"))
        self.assertIn("push button: Tomorrow", self.seen["before"]["says"])
        self.assertNotIn("push button: Next week", self.seen["before"]["says"], "that is behind the deadline")

    def test_what_may_be_put_off_once_is_put_off_once_also_after_a_restart(self):
        self.assertIn("You can put it off 1 more time.", self.all_of("before"))
        for page in ("after", "again", "at last"):
            self.assertIn("It cannot be put off again.", self.all_of(page), page)
            self.assertNotIn("push button: Tomorrow", self.seen[page]["says"], page)

    def test_a_policy_that_cannot_be_believed_is_told_and_binds_nobody(self):
        for name, code in self.refused.items():
            answer, said = self.seen[name]["policy"], self.all_of(name)
            self.assertEqual((answer["policy"], answer["mode"], answer["refused"]["code"]), (None, "audit", code), name)
            self.assertTrue("Nothing of it counts" in said or "Nothing of the policy counts" in said, said)
            for word in ("asks that", "Whom to ask"):
                self.assertNotIn(word, said, name)
            self.assertIn("push button: Next week", self.seen[name + "-later"]["says"], name)

    def test_a_policy_that_cannot_be_believed_loses_nothing(self):
        kept = self.seen["kept"]["says"]
        self.assertTrue([value for name, value in kept.items() if "eferral" in name], kept)
        self.assertEqual(self.seen["still kept"]["says"], kept)

    def test_an_authorization_is_told_and_a_new_policy_begins_anew(self):
        said = self.all_of("authorize")
        self.assertIn("It has allowed its administrators", said)
        self.assertEqual(self.seen["authorize"]["policy"]["mode"], "authorize")
        self.assertIn("You can put it off 2 more times.", self.all_of("authorize-later"))

    def test_no_policy_removes_anything(self):
        for page, about in self.seen.items():
            if isinstance(about, dict) and "package" in about:
                self.assertEqual(about["package"], "ii", page)


if __name__ == "__main__":
    run_tests("dpkg", "dpkg-deb", "minisign", "Xvfb", "openbox", "dbus-daemon")
