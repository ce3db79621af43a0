"""Products that came through apt: from a repository of our own by the real apt-get, found, removed and taken up where apt was cut off.

Usage: removal_apt.py STEP_HANDS OFFRAMP_CLI OFFRAMP_BROKER CATALOG_DB SOURCE_TREE

Offramp removes with dpkg, which apt itself calls, and never with apt, which would take others along. What is looked at here is that
both understand each other: apt's locks, holds, half-done work and records. The machine is this one seen through an overlay that is
thrown away (tests/support/throwaway_machine.py); its only repository is a folder.
"""
import pathlib
import subprocess
import sys

hands, cli, broker, catalog, tree = (pathlib.Path(each).resolve() for each in sys.argv[1:6])
sys.path.insert(0, str(tree / "tests/support"))
from kaspersky_packages import make_debs, products, put   # noqa: E402
from throwaway_machine import MachineTest, run_tests   # noqa: E402

# name, fields besides, scripts. What depends on a product of Kaspersky is somebody else's.
hang = "[ ! -e /tmp/hang ] || { touch /tmp/hangs; sleep 30; }\n"
others = [
    ("hanging-removal", "Multi-Arch: foreign\n", {"prerm": hang}),
    ("portal", "Depends: kesl (>= 11)\n", {}),
    ("scanner-front", "Depends: virus-engine\n", {}),
    ("reports", "Recommends: kesl\n", {}),
    ("slow", "", {"postinst": "touch /tmp/slow-begun\nuntil [ -e /tmp/slow-go ]; do sleep 0.1; done\n"}),
    ("klnagent", "Architecture: i386\nDepends: hanging-removal\nMaintainer: AO Kaspersky Lab\n", {}),
    # Refuses to go, and then cannot come back either: half-configured.
    ("kav4fs", "Maintainer: AO Kaspersky Lab\n", {"prerm": hang + "[ ! -e /tmp/stuck ] || { echo 'It is stuck.'; exit 1; }\n",
                                                 "postinst": "[ ! -e /tmp/stuck ]\n" + hang}),
    # Goes, and then fails to clean up after itself: half-installed.
    ("kesl-extra", "Provides: virus-engine\nMaintainer: AO Kaspersky Lab\n", {"postrm": "[ ! -e /tmp/stuck ] || exit 7\n"}),
]

inside = r"""
import json, os, pathlib, subprocess
from inside_machine import (approved, cli, found, guard, hands, kill_hanging, leftovers_there_and_back, run, start_hanging, state,
                            step_beside, wait_until)

def apt(*words):
    return run("apt-get", "-q", "-y", *words, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})

repository = pathlib.Path("/tmp/repository")
for each in list(pathlib.Path("/etc/apt/sources.list.d").iterdir()) + [pathlib.Path("/etc/apt/sources.list")]:
    each.unlink(missing_ok=True)
for each in pathlib.Path("/etc/apt/apt.conf.d").iterdir():
    each.unlink()
pathlib.Path("/etc/apt/sources.list").write_text("deb [trusted=yes] file:/tmp/repository ./\n")
pathlib.Path("/etc/apt/apt.conf").write_text('APT::Sandbox::User "root";\nAPT::Install-Recommends "false";\n')
run("dpkg", "--add-architecture", "i386")
seen = {"before": found(), "update": apt("update")}

seen["install"] = apt("install", "kesl-gui", "klnagent64", "kav4fs", "kesl-extra", "klnagent", "portal", "scanner-front", "reports",
                      "hanging-removal")
seen["found"] = found()
seen["policy"] = run("apt-cache", "policy", "kesl")["out"]

# Somebody else's packages need it, by its name or by what it provides. What only recommends it does not count.
seen["wouldTake"] = apt("-s", "remove", "kesl")["out"]
seen["needed"] = hands("run", "package", "dpkg", "kesl"), state("kesl"), state("portal")
seen["provides"] = hands("run", "package", "dpkg", "kesl-extra"), state("kesl-extra"), state("scanner-front")
apt("purge", "scanner-front")

# apt's own hold.
run("apt-mark", "hold", "kesl-gui")
seen["held"] = hands("run", "package", "dpkg", "kesl-gui"), state("kesl-gui")
run("apt-mark", "unhold", "kesl-gui")

# apt at work: it holds the locks, and the person is told who.
slow = subprocess.Popen(["apt-get", "-q", "-y", "install", "slow"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                        stdin=subprocess.DEVNULL)
wait_until(lambda: os.path.exists("/tmp/slow-begun"))
seen["guard"] = guard("otherInstaller")
seen["aptItself"] = apt("-o", "DPkg::Lock::Timeout=0", "remove", "reports")
outcome, before, code = step_beside(slow, "dpkg", "klnagent")
seen["waited"] = outcome, state("klnagent:i386"), before, code, state("slow")

# dpkg ends with the same code as for a lock when its database lets it down.
pathlib.Path("/var/lib/dpkg/updates/0000").write_text("nonsense\\n")
seen["noDatabase"] = run("dpkg", "--purge", "kesl-gui"), hands("run", "package", "dpkg", "kesl-gui")
os.unlink("/var/lib/dpkg/updates/0000")

# A product that cannot go and cannot stay, and one that fails when it is gone.
stuck = pathlib.Path("/tmp/stuck")
stuck.touch()
seen["halfConfigured"] = hands("run", "package", "dpkg", "kav4fs"), state("kav4fs"), hands("check", "package", "dpkg", "kav4fs"), found()
seen["halfInstalled"] = hands("run", "package", "dpkg", "kesl-extra"), state("kesl-extra"), hands("check", "package", "dpkg", "kesl-extra")
stuck.unlink()
seen["halfMended"] = [(hands("run", "package", "dpkg", each)["kind"], state(each)) for each in ("kav4fs", "kesl-extra")]
seen["aptAfterHalf"] = apt("check")

# The whole way: one package can go, the next is needed by somebody else's until that is gone.
pathlib.Path("/opt/kaspersky/klnagent64/protected").unlink()
hands("run", "package", "dpkg", "klnagent64")
run("rm", "-rf", *("/var/opt/kaspersky/" + each for each in ("klnagent64", "kav4fs")), "/var/log/kaspersky/klnagent64",
    "/opt/kaspersky/klnagent64", "/etc/opt/kaspersky/klnagent64")
proposal = cli("remove")["json"]
seen["cliNeeded"] = cli("remove", *approved(proposal)), state("kesl-gui"), state("kesl"), state("portal")
apt("purge", "portal")
seen["cliResumed"] = cli("resume"), state("kesl")
seen["verified"] = cli("verify")["code"]
seen |= leftovers_there_and_back()
seen["clean"] = found()
seen["aptAfter"] = apt("check"), run("dpkg", "--audit")

# Removed with apt by the person, which leaves the configuration.
apt("install", "kesl")
apt("remove", "kesl")
proposal = cli("remove")["json"]
seen["rcState"] = state("kesl"), found()
seen["rcPlan"] = proposal["plan"] and [each["do"] for each in proposal["plan"]["steps"]]
left = cli("remove", "--leftovers")["json"]
seen["rcTaken"] = (cli("remove", "--leftovers", "--approve", left["leftoversDigest"])["json"] or {}).get("phase"), state("kesl"), found()

def cut_off(*command):
    kill_hanging(start_hanging("apt-get", "-q", "-y", *command), "apt-get", "dpkg")
    return sorted(each.name for each in pathlib.Path("/var/lib/dpkg/updates").iterdir())

apt("install", "klnagent")
seen["beforeCut"] = found()
seen["cutWhileRemoved"] = cut_off("purge", "klnagent", "hanging-removal"), found(), state("klnagent:i386"), state("hanging-removal")
seen["configured"] = run("dpkg", "--configure", "-a")["code"]
seen["cutWhileInstalled"] = cut_off("install", "kav4fs"), state("kav4fs"), found()
seen["aptRefuses"] = apt("install", "kesl")
seen["cutRemoved"] = hands("run", "package", "dpkg", "kav4fs"), state("kav4fs"), hands("check", "package", "dpkg", "kav4fs")
seen["aptMended"] = run("dpkg", "--configure", "-a")["code"], apt("check")["code"], apt("install", "kav4fs")["code"]
killed = json.loads(kill_hanging(start_hanging("/tmp/step-hands", "run", "package", "dpkg", "kav4fs"), "dpkg"))
seen["dpkgKilled"] = killed, state("kav4fs"), found(), hands("run", "package", "dpkg", "kav4fs"), state("kav4fs"), apt("check")["code"]
print(json.dumps(seen))
"""


def make_package(folder, name, fields, scripts):
    given = {each.split(":")[0] for each in fields.splitlines()}
    root = folder / f"other-{name}"
    wanted = {"Architecture": "amd64", "Maintainer": "Somebody else"}
    put(root, "DEBIAN/control", f"Package: {name}\nVersion: 1.0\n{fields}"
        + "".join(f"{field}: {value}\n" for field, value in wanted.items() if field not in given) + f"Description: {name}\n")
    put(root, f"usr/share/{name}/about", name + "\n")
    for script, text in scripts.items():
        put(root, f"DEBIAN/{script}", "#!/bin/sh\nset -e\n" + text, 0o755)
    subprocess.run(["dpkg-deb", "--root-owner-group", "--build", root, folder / "packages"], check=True, capture_output=True)


class Apt(MachineTest):
    @classmethod
    def setUpClass(cls):
        folder = cls.make_scratch("apt")
        make_debs(folder, products[:3])
        for each in others:
            make_package(folder, *each)
        index = subprocess.run(["dpkg-scanpackages", "--multiversion", "."], cwd=folder / "packages", check=True, capture_output=True)
        (folder / "packages/Packages").write_bytes(index.stdout)
        (folder / "packages").rename(folder / "repository")
        cls.seen = cls.run_inside(folder, [folder / "repository", hands, cli, catalog], inside)

    def test_what_apt_installed_is_found(self):
        self.assertEqual((self.seen["before"], self.seen["install"]["code"]), ([], 0), self.seen["install"])
        for product in ("kaspersky-endpoint-security-linux", "kaspersky-network-agent", "kav4fs"):
            self.assertIn(product, self.seen["found"])
        self.assertIn("file:/tmp/repository", self.seen["policy"])

    def test_what_apt_would_take_along_is_named_and_stays(self):
        self.assertIn("kesl kesl-gui portal", self.seen["wouldTake"])
        outcome, kesl, portal = self.seen["needed"]
        self.assertEqual((outcome["kind"], kesl, portal), ("refused", "ii", "ii"), outcome)
        self.assertEqual(sorted(outcome["detail"].rpartition(": ")[2].split(", ")), ["kesl-gui", "portal"])
        outcome, extra, front = self.seen["provides"]
        self.assertEqual((outcome["kind"], extra, front), ("refused", "ii", "ii"), outcome)
        self.assertIn("scanner-front", outcome["detail"])

    def test_what_is_held_with_apt_mark_stays(self):
        outcome, state = self.seen["held"]
        self.assertEqual((outcome["kind"], state), ("refused", "hi"), outcome)

    def test_apt_at_work_holds_a_removal_up_before_it_begins(self):
        guard = self.seen["guard"]
        self.assertEqual((guard["state"], guard["holdsUp"], guard["answerable"]), ("inTheWay", True, False), guard)
        self.assertEqual(guard["reasons"][0]["text"], "Running now: apt-get, dpkg")

    def test_a_step_waits_for_apt_where_apt_itself_gives_up(self):
        self.assertEqual(self.seen["aptItself"]["code"], 100)
        self.assertIn("Could not get lock", self.seen["aptItself"]["err"])
        outcome, agent, before, code, slow = self.seen["waited"]
        self.assertEqual((outcome["kind"], agent, before, code, slow), ("done", "", [None, None], 0, "ii"), outcome)

    def test_a_database_that_is_damaged_is_a_failure_and_no_lock(self):
        dpkg, outcome = self.seen["noDatabase"]
        self.assertEqual((dpkg["code"], outcome["kind"]), (2, "failed"), (dpkg, outcome))

    def test_half_configured_and_half_installed_products_are_failures_that_can_be_mended(self):
        outcome, state, check, found = self.seen["halfConfigured"]
        self.assertEqual((outcome["kind"], outcome["code"], state, check["truth"]), ("failed", 1, "pF", "doesNotHold"), outcome)
        self.assertIn("pre-removal script subprocess returned error exit status 1", outcome["detail"])
        self.assertIn("kav4fs", found)
        outcome, state, check = self.seen["halfInstalled"]
        self.assertEqual((outcome["kind"], outcome["code"], state, check["truth"]), ("failed", 1, "pH", "doesNotHold"), outcome)
        self.assertIn("post-removal script subprocess returned error exit status 7", outcome["detail"])
        self.assertEqual(self.seen["halfMended"], [["done", ""], ["done", ""]])
        self.assertEqual(self.seen["aptAfterHalf"]["code"], 0, self.seen["aptAfterHalf"])

    def test_the_whole_removal_stops_at_what_is_needed_and_goes_on_when_it_is_not(self):
        answer, gui, kesl, portal = self.seen["cliNeeded"]
        self.assertEqual((answer["code"], gui, kesl, portal), (31, "", "ii", "ii"), answer)
        steps = {each["id"]: each for each in answer["json"]["removal"]["steps"]}
        self.assertEqual(steps["remove:kesl"]["state"], "refused")
        self.assertIn("other packages need it: portal", steps["remove:kesl"]["detail"])
        answer, kesl = self.seen["cliResumed"]
        self.assertEqual((answer["json"]["phase"], kesl, self.seen["verified"]), ("ended", "", 11), answer)

    def test_its_leftovers_go_come_back_and_go_again(self):
        for name, there in (("leftovers", True), ("taken", False), ("redone", False)):
            self.assertEqual(set(self.seen[name]), {there}, name)
        code, there = self.seen["undone"]
        self.assertEqual((code, set(there)), (0, {True}))
        self.assertEqual(self.seen["clean"], [])
        self.assertEqual([(each["code"], each["err"]) for each in self.seen["aptAfter"]], [(0, ""), (0, "")])

    def test_what_apt_remove_leaves_is_a_trace_and_is_purged(self):
        state, found = self.seen["rcState"]
        self.assertEqual((state, found, self.seen["rcPlan"]), ("rc", ["kaspersky-endpoint-security-linux"], None))
        self.assertEqual(self.seen["rcTaken"][:2], ["ended", ""], self.seen["rcTaken"])

    def test_a_removal_cut_off_before_dpkg_wrote_its_database_is_seen(self):
        self.assertIn("kaspersky-network-agent", self.seen["beforeCut"])
        journal, found, agent, next_one = self.seen["cutWhileRemoved"]
        self.assertIn("0000", journal)
        self.assertEqual((agent, next_one), ("", "rF"))
        self.assertNotIn("kaspersky-network-agent", found)

    def test_a_product_whose_installation_was_cut_off_is_found_and_goes_where_apt_refuses_everything(self):
        journal, state, found = self.seen["cutWhileInstalled"]
        self.assertEqual((journal[0], state), ("0000", "iF"))
        self.assertIn("kav4fs", found)
        self.assertEqual(self.seen["aptRefuses"]["code"], 100)
        self.assertIn("dpkg was interrupted", self.seen["aptRefuses"]["err"])
        outcome, state, check = self.seen["cutRemoved"]
        self.assertEqual((outcome["kind"], state, check["truth"]), ("done", "", "holds"), outcome)
        self.assertEqual((self.seen["configured"], self.seen["aptMended"]), (0, [0, 0, 0]))

    def test_a_dpkg_that_is_killed_under_a_step_is_a_failure_and_can_be_tried_again(self):
        outcome, state, found, again, gone, check = self.seen["dpkgKilled"]
        self.assertEqual((outcome["kind"], outcome["code"], state), ("failed", 128 + 9, "pF"), outcome)
        self.assertIn("kav4fs", found)
        self.assertEqual((again["kind"], gone, check), ("done", "", 0), again)


if __name__ == "__main__":
    run_tests("dpkg", "dpkg-deb", "dpkg-scanpackages", "apt-get")
