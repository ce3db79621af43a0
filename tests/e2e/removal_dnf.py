"""Products that came through dnf: from a repository of our own by the real dnf, found, removed and taken up where dnf was cut off.

Usage: removal_dnf.py STEP_HANDS OFFRAMP_CLI OFFRAMP_BROKER CATALOG_DB SOURCE_TREE

Offramp removes with rpm, whose database dnf works on, and never with dnf, which would take others along. What is looked at here is
that both understand each other. The machine is this one seen through an overlay that is thrown away
(tests/support/throwaway_machine.py), with an rpm database of its own; its only repository is a folder.
"""
import pathlib
import subprocess
import sys

hands, cli, broker, catalog, tree = (pathlib.Path(each).resolve() for each in sys.argv[1:6])
sys.path.insert(0, str(tree / "tests/support"))
from throwaway_machine import MachineTest, run_tests   # noqa: E402

hang = "[ ! -e /tmp/hang ] || { touch /tmp/hangs; exec sleep 30; }\n"
data = "mkdir -p /var/opt/kaspersky/{0} /var/log/kaspersky/{0}\necho x > /var/opt/kaspersky/{0}/bases\n"
stuck = "[ ! -e /tmp/stuck ] || { echo 'It is stuck.'; exit 1; }\n"
# name, version, vendor, fields besides, scripts. The last ones are somebody else's.
packages = [
    ("kesl", "11.3.0", "AO Kaspersky Lab", "", {"post": data.format("kesl")}),
    ("kesl", "11.4.0", "AO Kaspersky Lab", "", {}),
    ("kesl-gui", "11.3.0", "AO Kaspersky Lab", "Requires: kesl\n", {}),
    ("klnagent64", "15.1.0", "AO Kaspersky Lab", "", {"preun": stuck + hang}),
    ("kav4fs", "8.0.4", "AO Kaspersky Lab", "Provides: virus-engine\n", {"postun": stuck, "post": hang}),
    ("portal", "1.0", "Somebody else", "Requires: kesl\n", {}),
    ("scanner-front", "1.0", "Somebody else", "Requires: virus-engine\n", {}),
    ("slow", "1.0", "Somebody else", "", {"post": "touch /tmp/slow-begun\nuntil [ -e /tmp/slow-go ]; do sleep 0.1; done\n"}),
    ("shell", "1.0", "Somebody else", "Provides: /bin/sh\n", {}),   # what every script of a package asks for
]

inside = r"""
import json, os, pathlib, subprocess
from inside_machine import (approved, cli, found, guard, hands, kill_hanging, leftovers_there_and_back, run, start_hanging, step_beside,
                            wait_until)

def there(*names):
    return sorted(run("rpm", "-q", "--queryformat", "%{NAME}-%{VERSION}\n", *names)["out"].splitlines()) if names else []

def dnf(*words):
    return run("dnf", "-y", "-q", "--releasever=1", *words)

for each in pathlib.Path("/etc/yum.repos.d").glob("*"):
    each.unlink()
os.makedirs("/etc/yum.repos.d", exist_ok=True)
pathlib.Path("/etc/yum.repos.d/own.repo").write_text("[own]\nname=own\nbaseurl=file:///tmp/repository\ngpgcheck=0\n")
pathlib.Path("/etc/dnf/dnf.conf").write_text("[main]\ngpgcheck=0\nplugins=0\nreleasever=1\nkeepcache=0\nclean_requirements_on_remove=True\n")
# Debian keeps a database for each person, in the home; here it is where Fedora has it.
os.makedirs("/etc/rpm", exist_ok=True)
pathlib.Path("/etc/rpm/macros").write_text("%_dbpath /usr/lib/sysimage/rpm\n")
seen = {"database": run("rpm", "--initdb"), "files": os.listdir("/usr/lib/sysimage/rpm")}
seen["before"] = found()
seen["install"] = dnf("install", "kesl-11.3.0", "kesl-gui", "klnagent64", "kav4fs", "portal", "scanner-front")
seen["found"] = sorted(set(found()))
seen["info"] = run("dnf", "-q", "list", "--installed")["out"]

seen["wouldTake"] = run("dnf", "--releasever=1", "--assumeno", "remove", "kesl")
seen["needed"] = hands("run", "package", "rpm", "kesl"), there("kesl", "portal", "kesl-gui")
seen["provides"] = hands("run", "package", "rpm", "kav4fs"), there("kav4fs", "scanner-front")

# dnf's own hold, which rpm knows nothing of.
hold = pathlib.Path("/etc/dnf/protected.d/company.conf")
hold.parent.mkdir(parents=True, exist_ok=True)
hold.write_text("# ours\nkesl-gui\n")
seen["dnfProtects"] = dnf("remove", "kesl-gui")
seen["protected"] = hands("run", "package", "rpm", "kesl-gui"), there("kesl-gui")
hold.unlink()

slow = subprocess.Popen(["dnf", "-y", "-q", "install", "slow"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                        stdin=subprocess.DEVNULL)
wait_until(lambda: os.path.exists("/tmp/slow-begun"))
seen["guard"] = guard("otherInstaller")
seen["dnfItself"] = dnf("--setopt=exit_on_lock=True", "remove", "scanner-front")
outcome, before, code = step_beside(slow, "rpm", "kesl-gui")
seen["waited"] = outcome, hands("check", "package", "rpm", "kesl-gui"), before, code, there("slow")

# One that refuses to go, and one whose last script fails when it is gone.
dnf("remove", "scanner-front")
stuck = pathlib.Path("/tmp/stuck")
stuck.touch()
seen["stuck"] = hands("run", "package", "rpm", "klnagent64"), hands("check", "package", "rpm", "klnagent64"), there("klnagent64"), found()
seen["lastScript"] = hands("run", "package", "rpm", "kav4fs"), hands("check", "package", "rpm", "kav4fs"), there("kav4fs")
stuck.unlink()

seen["rpmKilled"] = json.loads(kill_hanging(start_hanging("/tmp/step-hands", "run", "package", "rpm", "klnagent64"), "rpm")), there("klnagent64"), found()
seen["rpmAgain"] = hands("run", "package", "rpm", "klnagent64"), there("klnagent64")
kill_hanging(start_hanging("dnf", "-y", "-q", "--releasever=1", "install", "kav4fs"), "dnf")
seen["dnfKilled"] = there("kav4fs"), found(), hands("run", "package", "rpm", "kav4fs"), there("kav4fs"), dnf("check")

# Two versions at once, as a transaction that was cut off leaves them.
run("rpm", "-i", "--nodeps", "--force", *map(str, pathlib.Path("/tmp/repository").glob("kesl-11.4.0*.rpm")))
seen["twice"] = there("kesl"), [each["version"] for each in cli("check")["json"]["installations"] if each["product"].endswith("security-linux")]

# The whole way.
run("rm", "-rf", *(f"{folder}/{name}" for folder in ("/var/opt/kaspersky", "/var/log/kaspersky") for name in ("klnagent64", "kav4fs")))
pathlib.Path("/etc/opt/kaspersky/kesl/kesl.ini").write_text("Locale=de_DE\n")
dnf("install", "kesl-gui")
proposal = cli("remove")["json"]
seen["plan"] = [each["says"][1]["text"] for each in (proposal["plan"] or {"steps": []})["steps"] if each["do"] == "removePackage"]
seen["cliNeeded"] = cli("remove", *approved(proposal)), there("kesl", "kesl-gui", "portal")
dnf("remove", "--noautoremove", "portal")
seen["cliResumed"] = cli("resume"), there("kesl"), cli("verify")["code"]
seen |= leftovers_there_and_back()
seen["clean"] = found(), run("find", "/opt/kaspersky", "/etc/opt", "/var/opt")["out"]
seen["dnfAfter"] = dnf("check"), run("rpm", "-Va", "--nofiles"), run("dnf", "-q", "list", "--installed")["out"]
print(json.dumps(seen))
"""


def make_packages(folder):
    top = folder / "rpmbuild"
    for name, version, vendor, fields, scripts in packages:
        place = f"/opt/kaspersky/{name}" if "Kaspersky" in vendor else f"/usr/share/{name}"
        config = f"/etc{place}/{name}.ini"
        spec = folder / f"{name}-{version}.spec"
        spec.write_text(f"Name: {name}\nVersion: {version}\nRelease: 1\nSummary: {name}\nLicense: Proprietary\nVendor: {vendor}\n"
                        f"BuildArch: noarch\nAutoReqProv: no\n{fields}%description\n{name}\n%install\n"
                        f"mkdir -p %{{buildroot}}{place}/bin %{{buildroot}}/etc{place}\n"
                        f"echo '#!/bin/sh' > %{{buildroot}}{place}/bin/{name}-control\necho Locale=en_US > %{{buildroot}}{config}\n"
                        + "".join(f"%{script}\n{text}" for script, text in scripts.items()) +
                        f"%files\n{place}\n%config(noreplace) {config}\n")
        subprocess.run(["rpmbuild", "-bb", "--define", f"_topdir {top}", "--define", f"_dbpath {folder}/rpmdb",
                        "--define", "_build_id_links none", spec], capture_output=True, check=True)
    (folder / "repository").mkdir()
    for package in top.glob("RPMS/*/*.rpm"):
        package.rename(folder / "repository" / package.name)
    subprocess.run(["createrepo_c", "-q", folder / "repository"], check=True, capture_output=True)


class Dnf(MachineTest):
    @classmethod
    def setUpClass(cls):
        folder = cls.make_scratch("dnf")
        make_packages(folder)
        cls.seen = cls.run_inside(folder, [folder / "repository", hands, cli, catalog], inside)

    def test_what_dnf_installed_is_found(self):
        self.assertEqual((self.seen["before"], self.seen["install"]["code"]), ([], 0), self.seen["install"])
        self.assertEqual(self.seen["found"], ["kaspersky-endpoint-security-linux", "kaspersky-network-agent", "kav4fs"])
        self.assertIn("@own", self.seen["info"])

    def test_what_dnf_would_take_along_is_named_and_stays(self):
        self.assertIn("Removing dependent packages:", self.seen["wouldTake"]["out"])
        outcome, there = self.seen["needed"]
        self.assertEqual((outcome["kind"], len(there)), ("refused", 3), outcome)
        self.assertEqual(sorted(outcome["detail"].rpartition(": ")[2].split(", ")), ["kesl-gui-11.3.0-1.noarch", "portal-1.0-1.noarch"])
        outcome, there = self.seen["provides"]
        self.assertEqual((outcome["kind"], len(there)), ("refused", 2), outcome)
        self.assertIn("scanner-front", outcome["detail"])

    def test_what_dnf_was_told_to_protect_stays(self):
        self.assertIn("protected packages: kesl-gui", self.seen["dnfProtects"]["err"])
        outcome, there = self.seen["protected"]
        self.assertEqual((outcome["kind"], there), ("refused", ["kesl-gui-11.3.0"]), outcome)
        self.assertIn("an administrator protects it in /etc/dnf/protected.d/company.conf", outcome["detail"])

    def test_dnf_at_work_holds_a_removal_up_before_it_begins(self):
        guard = self.seen["guard"]
        self.assertEqual((guard["state"], guard["holdsUp"], guard["answerable"]), ("inTheWay", True, False), guard)
        self.assertEqual(guard["reasons"][0]["text"], "Running now: dnf")

    def test_a_step_waits_for_dnf_where_dnf_itself_gives_up(self):
        self.assertEqual(self.seen["dnfItself"]["code"], 200, self.seen["dnfItself"])
        outcome, check, before, code, slow = self.seen["waited"]
        self.assertEqual((outcome["kind"], check["truth"], before, code, slow), ("done", "holds", [None, None], 0, ["slow-1.0"]), outcome)

    def test_a_product_that_refuses_to_go_is_a_failure_that_tells_why(self):
        outcome, check, there, found = self.seen["stuck"]
        self.assertEqual((outcome["kind"], outcome["code"], check["truth"], there), ("failed", 1, "doesNotHold", ["klnagent64-15.1.0"]))
        self.assertIn("It is stuck.\nerror: %preun(klnagent64-15.1.0-1.noarch) scriptlet failed", outcome["detail"])
        self.assertIn("kaspersky-network-agent", found)

    def test_what_is_gone_is_gone_though_its_last_script_failed(self):
        outcome, check, there = self.seen["lastScript"]
        self.assertEqual((outcome["kind"], check["truth"], there), ("done", "holds", ["package kav4fs is not installed"]), outcome)

    def test_an_rpm_that_is_killed_under_a_step_is_a_failure_and_can_be_tried_again(self):
        outcome, there, found = self.seen["rpmKilled"]
        self.assertEqual((outcome["kind"], outcome["code"], there), ("failed", 128 + 9, ["klnagent64-15.1.0"]), outcome)
        self.assertIn("kaspersky-network-agent", found)
        outcome, there = self.seen["rpmAgain"]
        self.assertEqual((outcome["kind"], there), ("done", ["package klnagent64 is not installed"]), outcome)

    def test_a_product_whose_installation_by_dnf_was_cut_off_is_found_and_goes(self):
        there, found, outcome, gone, check = self.seen["dnfKilled"]
        self.assertEqual(there, ["kav4fs-8.0.4"])
        self.assertIn("kav4fs", found)
        self.assertEqual((outcome["kind"], gone, check["code"]), ("done", ["package kav4fs is not installed"], 0), outcome)

    def test_two_versions_at_once_are_found_and_go_in_one_step(self):
        self.assertEqual(self.seen["twice"], [["kesl-11.3.0", "kesl-11.4.0"], ["11.3.0-1", "11.4.0-1"]])
        self.assertEqual([each.partition(",")[0] for each in self.seen["plan"]],
                         ["The package kesl-gui is removed with its configuration", "The package kesl is removed with its configuration"])

    def test_the_whole_removal_stops_at_what_is_needed_and_goes_on_when_it_is_not(self):
        answer, there = self.seen["cliNeeded"]
        self.assertEqual((answer["code"], there), (31, ["kesl-11.3.0", "kesl-11.4.0", "package kesl-gui is not installed", "portal-1.0"]), answer)
        steps = {each["id"]: each for each in answer["json"]["removal"]["steps"]}
        self.assertEqual(steps["remove:kesl"]["state"], "refused")
        self.assertIn("other packages need it: portal-1.0-1.noarch", steps["remove:kesl"]["detail"])
        answer, there, verified = self.seen["cliResumed"]
        self.assertEqual((answer["json"]["phase"], there, verified), ("ended", ["package kesl is not installed"], 11), answer)

    def test_its_leftovers_with_changed_configuration_go_come_back_and_go_again(self):
        self.assertIn("/etc/opt/kaspersky", self.seen["places"])   # rpm keeps what a person changed
        for name, there in (("leftovers", True), ("taken", False), ("redone", False)):
            self.assertEqual(set(self.seen[name]), {there}, name)
        code, there = self.seen["undone"]
        self.assertEqual((code, set(there)), (0, {True}))
        self.assertEqual(self.seen["clean"], [[], "/etc/opt\n/var/opt\n"])

    def test_dnf_and_rpm_are_content_afterwards(self):
        check, verify, listed = self.seen["dnfAfter"]
        self.assertEqual([(each["code"], each["out"]) for each in (check, verify)], [(0, ""), (0, "")])
        self.assertEqual([line.split(".")[0] for line in listed.splitlines()[1:]], ["shell", "slow"])


if __name__ == "__main__":
    run_tests("dnf", "rpm", "rpmbuild", "createrepo_c")
