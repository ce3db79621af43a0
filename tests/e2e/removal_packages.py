"""Steps carried out by real package managers: .deb and .rpm packages laid out as Kaspersky's Linux products are.

Usage: removal_packages.py STEP_HANDS OFFRAMP_CLI OFFRAMP_BROKER CATALOG_DB

The machine is this one seen through an overlay that is thrown away, in a mount namespace of its own: the real package
databases are never written. Where the kernel does not allow that, or a tool is missing, the test says so and is skipped.
"""
import json
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from kaspersky_packages import make_debs, make_rpm, products   # noqa: E402
from throwaway_machine import MachineTest, run_tests   # noqa: E402

hands, cli, broker, catalog = (pathlib.Path(each).resolve() for each in sys.argv[1:5])

# Runs as root of the machine and prints what it saw; the tests judge it.
inside = r"""
import fcntl, json, os, pathlib, subprocess, threading, time
from inside_machine import approved, hands, identity, install, run, state, wait_until

def verdict():
    answer = json.loads(run("/tmp/offramp-cli", "check", "--json", "--catalog", "/tmp/catalog.db")["out"])
    return answer["verdict"], sorted(each["product"] for each in answer["installations"])

seen = {"before": verdict()}
seen["install"] = run("dpkg", "-i", *map(str, sorted(pathlib.Path("/tmp").glob("*.deb"))))
seen["installed"] = verdict()

seen["needed"] = hands("run", "package", "dpkg", "kesl"), state("kesl"), state("kesl-gui")

# Another installation holds the lock for a while.
lock = open("/var/lib/dpkg/lock-frontend", "w")
fcntl.lockf(lock, fcntl.LOCK_EX)
began = time.monotonic()
threading.Timer(4, lambda: fcntl.lockf(lock, fcntl.LOCK_UN)).start()
seen["locked"] = hands("run", "package", "dpkg", "kesl-gui"), time.monotonic() - began, os.path.exists("/var/lib/dpkg/lock-frontend")
lock.close()
seen["gui"] = hands("check", "package", "dpkg", "kesl-gui"), state("kesl-gui")

seen["broken"] = hands("run", "package", "dpkg", "klnagent64"), hands("check", "package", "dpkg", "klnagent64")
pathlib.Path("/opt/kaspersky/klnagent64/protected").unlink()
seen["mended"] = hands("run", "package", "dpkg", "klnagent64"), hands("check", "package", "dpkg", "klnagent64")

# The installation of the last one was cut off.
status = pathlib.Path("/var/lib/dpkg/status")
text = status.read_text()
at = text.index("Package: kav4fs\n")
status.write_text(text[:at] + text[at:].replace("install ok installed", "install reinstreq half-installed", 1))
seen["halfState"] = state("kav4fs")
seen["half"] = hands("run", "package", "dpkg", "kav4fs"), hands("check", "package", "dpkg", "kav4fs")

seen["again"] = hands("check", "package", "dpkg", "kesl"), hands("run", "package", "dpkg", "kesl"), hands("run", "package", "dpkg", "kesl")
seen["gone"] = hands("check", "package", "dpkg", "kesl"), state("kesl"), os.path.exists("/etc/opt/kaspersky/kesl/kesl.ini")
seen["left"] = verdict()

# Removed by somebody else, its configuration left.
run("dpkg", "-i", "/tmp/kesl_11.3.0-7441_amd64.deb")
seen["purgeInstalled"] = hands("run", "purge", "dpkg", "kesl"), state("kesl")
run("dpkg", "--remove", "kesl")
seen["rc"] = state("kesl"), hands("check", "purge", "dpkg", "kesl")
seen["purged"] = hands("run", "purge", "dpkg", "kesl"), state("kesl"), hands("check", "purge", "dpkg", "kesl")

# Leftovers: moved, undone, redone.
places = ["/var/opt/kaspersky", "/var/log/kaspersky"]
seen["was"] = [identity(each) for each in places]
seen["moved"] = [hands("run", "folder", each) for each in places]
seen["movedGone"] = [os.path.lexists(each) for each in places]
seen["clean"] = verdict()
seen["undone"] = [hands("undo", "folder", each, answer["undo"]) for each, answer in zip(places, seen["moved"])]
seen["is"] = [identity(each) for each in places]
seen["redone"] = [hands("run", "folder", each) for each in places]
seen["conflict"] = (os.mkdir(places[0]), hands("undo", "folder", places[0], seen["redone"][0]["undo"]))[1]
os.rmdir(places[0])
seen["link"] = (os.symlink("/etc", "/opt/kaspersky-link"), hands("run", "folder", "/opt/kaspersky-link"),
                hands("run", "folder", "/opt/kaspersky-link/apt"), os.path.exists("/etc/apt"))[1:]
seen["shared"] = hands("run", "folder", "/var/opt"), hands("run", "folder", "/etc/apt")

unit, wants = pathlib.Path("/etc/systemd/system/kesl.service"), pathlib.Path("/etc/systemd/system/multi-user.target.wants/kesl.service")
wants.parent.mkdir(parents=True, exist_ok=True)
unit.write_text("[Service]\nExecStart=/opt/kaspersky/kesl/libexec/kesl\n")
wants.symlink_to(unit)
seen["unit"] = hands("run", "unit", "kesl.service", str(unit))
seen["unitGone"] = os.path.lexists(unit), os.path.lexists(wants), hands("check", "unit", "kesl.service", str(unit))
seen["unitBack"] = hands("undo", "unit", "kesl.service", str(unit), seen["unit"]["undo"]), unit.exists(), os.readlink(wants)
owned = subprocess.run("dpkg -S /lib/systemd/system/*.service /usr/lib/systemd/system/*.service", shell=True, capture_output=True,
                       text=True).stdout.split("\n")[0]
seen["owned"] = owned and hands("run", "unit", os.path.basename(owned.split(": ")[1]), owned.split(": ")[1])
seen["kept"] = oct(os.stat("/var/lib/offramp/quarantine").st_mode & 0o777)

# With rights, through the broker as it is installed; polkit's part is played by a script.
def asked(script):
    pkexec = pathlib.Path("/usr/bin/pkexec")
    pkexec.unlink(missing_ok=True)
    if script:
        pkexec.write_text("#!/bin/sh\n" + script + "\n")
        pkexec.chmod(0o755)

def through(*words):
    done = run("/usr/bin/step-hands", "broker", "/tmp/catalog.db", *words)
    return json.loads(done["out"]) if done["code"] == 0 else done

home, facts = pathlib.Path("/usr/libexec/offramp"), pathlib.Path("/usr/share/offramp")
for folder in (home, facts):
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o755)
install("/tmp/offramp-broker", home)
install("/tmp/catalog.db", facts, "644")
install("/tmp/step-hands", "/usr/bin")
run("dpkg", "-i", "/tmp/kesl_11.3.0-7441_amd64.deb", "/tmp/kesl-gui_11.3.0-7441_amd64.deb")
allow = '[ "$1" = --disable-internal-agent ] && shift; exec "$@"'
seen["steps"] = through("no-such-step")
first = next((each for each in seen["steps"].get("steps", []) if "kesl-gui" in each or "gui" in each), "none")
asked(None)
seen["nobodyAsks"] = through(first)
asked("exit 126")
seen["saidNo"] = through(first)
asked("exit 127")
seen["mayNot"] = through(first)
asked(allow)
seen["invented"] = through("remove:invented", "bash"), os.path.exists("/bin/bash")
(home / "offramp-broker").chmod(0o777)
seen["swapped"] = through(first)
(home / "offramp-broker").chmod(0o755)
os.chown(home, 65534, 65534)
seen["swappable"] = through(first)
os.chown(home, 0, 0)
(facts / "catalog.db").chmod(0o666)
seen["forgedCatalog"] = through(first)
(facts / "catalog.db").chmod(0o644)
seen["stillThere"] = state("kesl-gui")
seen["carriedOut"] = through(first), state("kesl-gui"), state("kesl")
seen["noRights"] = run("setpriv", "--reuid", "65534", "--clear-groups", str(home / "offramp-broker"))
(pathlib.Path("/tmp/step-hands")).chmod(0o755)
seen["secondUser"] = run("setpriv", "--reuid", "65534", "--clear-groups", "/usr/bin/step-hands", "undo", "folder",
                         "/var/opt/kaspersky", seen["redone"][0]["undo"])

packages = [str(each) for each in sorted(pathlib.Path("/tmp").glob("*.rpm"))]
if packages:
    run("dpkg", "--purge", "kesl")
    run("rpm", "--initdb")
    seen["rpmInstall"] = run("rpm", "-i", "--nodeps", *packages)
    seen["rpmNeeded"] = hands("run", "package", "rpm", "kesl"), run("rpm", "-q", "kesl", "kesl-gui")["out"].split()
    seen["rpmGui"] = hands("run", "package", "rpm", "kesl-gui"), hands("check", "package", "rpm", "kesl-gui")
    seen["rpmKesl"] = hands("run", "package", "rpm", "kesl"), hands("check", "package", "rpm", "kesl"), os.path.exists("/opt/kaspersky/kesl/bin/kesl-control")
    seen["rpmNone"] = hands("check", "package", "rpm", "kesl-gui"), hands("run", "package", "rpm", "kesl-gui")
# The whole removal from the command line, as it is installed.
home_of = {"XDG_DATA_HOME": "/var/person/data", "XDG_CONFIG_HOME": "/var/person/config"}
def cli(*words, **more):
    done = subprocess.run(["/usr/bin/offramp-cli", *words], capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=120,
                          env={**os.environ, **home_of}, **more)
    try:
        value = json.loads(done.stdout)
    except ValueError:
        value = None
    return {"code": done.returncode, "json": value, "out": done.stdout[-2000:], "err": done.stderr[-2000:]}

run("install", "-m", "755", "/tmp/offramp-cli", "/usr/bin/offramp-cli")
run("dpkg", "--purge", "kesl-gui", "kesl")
for each in ("/var/opt/kaspersky", "/var/log/kaspersky", "/opt/kaspersky", "/etc/opt/kaspersky"):
    run("rm", "-rf", each)
run("dpkg", "-i", "/tmp/kesl_11.3.0-7441_amd64.deb", "/tmp/kesl-gui_11.3.0-7441_amd64.deb")
catalog = ("--catalog", "/tmp/catalog.db", "--json")
seen["cliShown"] = cli("remove", *catalog), state("kesl"), state("kesl-gui")
asked_for = ("remove", *catalog, *approved(seen["cliShown"][0]["json"] or {}))
seen["cliWrong"] = cli("remove", *catalog, "--approve", "0" * 64, *(asked_for[len(catalog) + 3:] or ("--settle", "rights"))), state("kesl")
# Killed while the package manager works: its removal script waits for a moment.
slow = pathlib.Path("/var/lib/dpkg/info/kesl-gui.prerm")
slow.write_text("#!/bin/sh\ntouch /tmp/begun\nsleep 3\nexit 0\n")
slow.chmod(0o755)
killed = subprocess.Popen(["/usr/bin/offramp-cli", *asked_for], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                          stdin=subprocess.DEVNULL, env={**os.environ, **home_of})
wait_until(lambda: os.path.exists("/tmp/begun"))
killed.kill()
killed.wait()
seen["cliKilled"] = os.path.exists("/tmp/begun"), cli("remove", *catalog)["code"]
seen["cliResumed"] = cli("resume", *catalog), state("kesl"), state("kesl-gui")
seen["cliVerified"] = cli("verify", *catalog)
left = cli("remove", "--leftovers", *catalog)
seen["cliLeft"] = left
there = [each["place"] for each in (left["json"] or {"leftovers": []})["leftovers"] if each["preselected"]]
seen["cliThere"] = [[each, os.path.lexists(each)] for each in there]
seen["cliTaken"] = cli("remove", "--leftovers", *catalog, "--approve", (left["json"] or {}).get("leftoversDigest") or "none")
seen["cliGone"] = [os.path.lexists(each) for each in there]
seen["cliUndone"] = cli("undo", *catalog), [os.path.lexists(each) for each in there]
again = cli("remove", "--leftovers", *catalog)
seen["cliRedone"] = cli("remove", "--leftovers", *catalog, "--approve", (again["json"] or {}).get("leftoversDigest") or "none"), \
    [os.path.lexists(each) for each in there]
for format in ("html", "json"):
    page = cli("report", "--format", format)
    whole = subprocess.run(["/usr/bin/offramp-cli", "report", "--format", format], capture_output=True, env={**os.environ, **home_of}).stdout
    pathlib.Path("/tmp/report").write_bytes(whole)
    pathlib.Path("/tmp/changed").write_bytes(whole.replace(b"finished", b"FINISHED", 1))
    seen["report " + format] = (page["code"], len(whole), os.uname().nodename in whole.decode(),
                                cli("report", "--verify", "/tmp/report")["code"], cli("report", "--verify", "/tmp/changed")["code"])
seen["keyMode"] = oct(os.stat("/var/person/data/offramp/report.key").st_mode & 0o777)
seen["cliNothing"] = cli("remove", *catalog), cli("resume", *catalog)["code"]
print(json.dumps(seen))
"""


class Removal(MachineTest):
    @classmethod
    def setUpClass(cls):
        folder = cls.make_scratch("removal")
        make_debs(folder, products)
        cls.rpm = shutil.which("rpmbuild") is not None
        if cls.rpm:
            for name, version, _, depends, title in products[:2]:
                make_rpm(folder, name, version, depends, title)
        cls.seen = cls.run_inside(folder, [*folder.glob("packages/*"), hands, cli, broker, catalog], inside)

    def test_the_products_are_found(self):
        self.assertEqual(self.seen["install"]["code"], 0, self.seen["install"])
        self.assertEqual(self.seen["installed"][0], "affected")
        self.assertGreaterEqual(len(self.seen["installed"][1]), 3)

    def test_a_package_another_needs_is_refused_and_both_stay(self):
        outcome, kesl, gui = self.seen["needed"]
        self.assertEqual(outcome["kind"], "refused", outcome)
        self.assertIn("kesl-gui", outcome["detail"])
        self.assertEqual((kesl, gui), ("ii", "ii"))

    def test_another_installation_is_waited_for_and_its_lock_stays(self):
        outcome, seconds, lock = self.seen["locked"]
        self.assertEqual((outcome["kind"], lock), ("done", True), outcome)
        self.assertGreater(seconds, 3.5)
        self.assertEqual(self.seen["gui"], [{"truth": "holds"}, ""])

    def test_a_product_that_refuses_to_go_is_a_failure_that_tells_why(self):
        outcome, check = self.seen["broken"]
        self.assertEqual((outcome["kind"], outcome["code"], check["truth"]), ("failed", 1, "doesNotHold"))
        self.assertIn("exit status 1", outcome["detail"])
        self.assertEqual([each.get("kind", each.get("truth")) for each in self.seen["mended"]], ["done", "holds"])

    def test_an_installation_that_was_cut_off_can_be_taken_away(self):
        self.assertIn("R", self.seen["halfState"])
        self.assertEqual([each.get("kind", each.get("truth")) for each in self.seen["half"]], ["done", "holds"], self.seen["half"])

    def test_a_removed_product_is_gone_with_its_configuration_and_removing_it_again_does_nothing(self):
        before, first, second = self.seen["again"]
        self.assertEqual((before["truth"], first["kind"], second["kind"]), ("doesNotHold", "done", "done"), first)
        self.assertEqual(self.seen["gone"], [{"truth": "holds"}, "", False])
        self.assertEqual(self.seen["left"][0], "traces")

    def test_configuration_left_by_somebody_elses_removal_is_purged_but_an_installed_product_is_not(self):
        self.assertEqual((self.seen["purgeInstalled"][0]["kind"], self.seen["purgeInstalled"][1]), ("refused", "ii"))
        self.assertEqual(self.seen["rc"], ["rc", {"truth": "doesNotHold"}])
        outcome, state, check = self.seen["purged"]
        self.assertEqual((outcome["kind"], state, check["truth"]), ("done", "", "holds"), outcome)

    def test_leftovers_go_come_back_exactly_and_go_again(self):
        self.assertEqual([each["kind"] for each in self.seen["moved"]], ["done", "done"], self.seen["moved"])
        self.assertEqual([each["undo"] for each in self.seen["moved"]], [each["remembered"] for each in self.seen["moved"]])
        self.assertEqual(self.seen["movedGone"], [False, False])
        self.assertEqual(self.seen["undone"], [{"fault": ""}, {"fault": ""}])
        self.assertEqual(self.seen["is"], self.seen["was"])
        self.assertEqual([each["kind"] for each in self.seen["redone"]], ["done", "done"])
        self.assertIn("something new stands there", self.seen["conflict"]["fault"])
        self.assertEqual(self.seen["kept"], "0o700")

    def test_after_all_of_it_the_check_says_what_it_said_before(self):
        self.assertEqual(self.seen["clean"], self.seen["before"])

    def test_links_and_shared_folders_are_never_moved(self):
        link, through, there = self.seen["link"]
        self.assertEqual((link["kind"], through["kind"], there), ("refused", "refused", True), (link, through))
        self.assertEqual([each["kind"] for each in self.seen["shared"]], ["refused", "refused"])

    def test_a_unit_goes_with_the_link_that_enables_it_and_comes_back_unless_a_package_owns_it(self):
        self.assertEqual(self.seen["unit"]["kind"], "done", self.seen["unit"])
        self.assertEqual(self.seen["unitGone"], [False, False, {"truth": "holds"}])
        self.assertEqual(self.seen["unitBack"], [{"fault": ""}, True, "/etc/systemd/system/kesl.service"])
        if self.seen["owned"]:
            self.assertEqual(self.seen["owned"]["kind"], "refused", self.seen["owned"])

    def test_the_installed_broker_carries_out_a_step_of_the_plan_it_makes_itself(self):
        outcome, gui, kesl = self.seen["carriedOut"]
        self.assertEqual((outcome.get("kind"), gui, kesl), ("done", "", "ii"), (outcome, self.seen["steps"]))

    def test_who_says_no_and_who_may_not_be_asked_are_told_apart_and_nothing_changes(self):
        kinds = [self.seen[each].get("kind") for each in ("nobodyAsks", "saidNo", "mayNot")]
        self.assertEqual(kinds, ["refused", "declined", "refused"], [self.seen[each] for each in ("nobodyAsks", "saidNo", "mayNot")])
        self.assertEqual(self.seen["stillThere"], "ii")

    def test_an_invented_step_is_refused_by_the_broker(self):
        outcome, bash = self.seen["invented"]
        self.assertEqual((outcome.get("kind"), bash), ("refused", True), outcome)

    def test_a_broker_or_a_catalog_somebody_else_could_have_changed_is_not_used(self):
        self.assertEqual([self.seen[each].get("kind") for each in ("swapped", "swappable")], ["refused", "refused"],
                         (self.seen["swapped"], self.seen["swappable"]))
        self.assertIn(self.seen["forgedCatalog"].get("kind"), ("refused", "failed"), self.seen["forgedCatalog"])

    def test_without_rights_and_as_another_person_nothing_is_done(self):
        self.assertEqual(self.seen["noRights"]["code"], 77, self.seen["noRights"])
        self.assertNotEqual(json.loads(self.seen["secondUser"]["out"])["fault"], "", self.seen["secondUser"])

    def test_the_command_line_shows_refuses_and_changes_nothing_without_the_approved_digest(self):
        shown, kesl, gui = self.seen["cliShown"]
        self.assertEqual((shown["code"], kesl, gui), (10, "ii", "ii"), shown)
        wrong, kesl = self.seen["cliWrong"]
        self.assertEqual((wrong["code"], kesl), (32, "ii"), wrong)

    def test_a_removal_killed_in_the_middle_is_found_and_resumed_to_its_end(self):
        begun, code = self.seen["cliKilled"]
        self.assertEqual((begun, code), (True, 31))
        resumed, kesl, gui = self.seen["cliResumed"]
        self.assertEqual((kesl, gui), ("", ""), resumed)
        self.assertEqual(resumed["json"]["phase"], "ended", resumed)
        states = {each["id"]: each["state"] for each in resumed["json"]["removal"]["steps"]}
        self.assertTrue(set(states.values()) <= {"done", "alreadyDone", "doneUnchecked", "notNeeded"}, states)
        self.assertEqual(self.seen["cliVerified"]["code"], 11, self.seen["cliVerified"])

    def test_its_leftovers_are_taken_put_back_and_taken_again(self):
        self.assertTrue(self.seen["cliThere"] and all(there for _, there in self.seen["cliThere"]), self.seen["cliLeft"])
        self.assertEqual(self.seen["cliTaken"]["json"]["phase"], "ended", self.seen["cliTaken"])
        self.assertFalse(any(self.seen["cliGone"]), self.seen["cliTaken"])
        undone, there = self.seen["cliUndone"]
        self.assertEqual((undone["code"], all(there)), (0, True), undone)
        redone, there = self.seen["cliRedone"]
        self.assertEqual((redone["json"]["phase"], any(there)), ("ended", False), redone)
        nothing, resume = self.seen["cliNothing"]
        self.assertEqual((nothing["json"]["plan"], resume), (None, 0), nothing)

    def test_its_report_names_nobody_and_a_changed_one_is_found_out(self):
        for format in ("html", "json"):
            code, length, named, verified, changed = self.seen["report " + format]
            self.assertEqual((code, named, verified, changed), (0, False, 0, 10), format)
            self.assertGreater(length, 3000)
        self.assertEqual(self.seen["keyMode"], "0o600")

    def test_the_same_with_rpm(self):
        if not self.rpm:
            self.skipTest("rpmbuild is not installed")
        self.assertEqual(self.seen["rpmInstall"]["code"], 0, self.seen["rpmInstall"])
        outcome, there = self.seen["rpmNeeded"]
        self.assertEqual((outcome["kind"], len(there)), ("refused", 2), outcome)
        self.assertIn("kesl-gui", outcome["detail"])
        self.assertEqual([each.get("kind", each.get("truth")) for each in self.seen["rpmGui"]], ["done", "holds"], self.seen["rpmGui"])
        outcome, check, file = self.seen["rpmKesl"]
        self.assertEqual((outcome["kind"], check["truth"], file), ("done", "holds", False), outcome)
        self.assertEqual([each.get("kind", each.get("truth")) for each in self.seen["rpmNone"]], ["holds", "done"])


if __name__ == "__main__":
    run_tests("dpkg", "dpkg-deb")
