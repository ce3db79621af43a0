"""The Debian package on a machine of its own: installed, used, and purged without a trace.

Usage: debian_package.py BUILD_FOLDER SOURCE_TREE

The machine is this one seen through an overlay that is thrown away (tests/support/throwaway_machine.py).
"""
import gzip
import pathlib
import re
import shutil
import subprocess
import sys

build, tree = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
sys.path.insert(0, str(tree / "tests/support"))
from throwaway_machine import MachineTest, as_anybody, as_root, run_tests   # noqa: E402

# Runs as root of the machine and prints what it saw; the tests judge it.
inside = r"""
import json, os, pathlib, signal, subprocess, time
from inside_machine import run

def files():
    # dpkg's own books, logs, and caches that belong to others are not what is looked at.
    books = ("/var/lib/dpkg/", "/var/log/", "/var/cache/")
    found = set()
    for top in ("/usr", "/etc", "/opt", "/var", "/srv"):
        for folder, folders, names in os.walk(top):
            found.update(os.path.join(folder, name) for name in folders + names)
    return {each for each in found if not each.startswith(books)}

home = pathlib.Path("/tmp/home")
home.mkdir()
quiet = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
before = files()
package = str(next(pathlib.Path("/tmp").glob("*.deb")))
seen = {"install": run("dpkg", "-i", package)}
seen["added"] = sorted(files() - before)
seen["state"] = run("dpkg-query", "-W", "-f", "${Status}", "offramp")
seen["version"] = run("offramp-cli", "--version"), run("offramp", "--version", env=quiet)
seen["check"] = run("offramp-cli", "check")
seen["status"] = run("offramp-cli", "catalog", "status", "--json")
seen["page"] = run("offramp", "--print-page", "--language", "en", "--page", "overview", "--catalog",
                   "/usr/share/offramp/catalog.db", env=quiet)
seen["spanish"] = run("offramp", "--print-page", "--language", "es", env=quiet)
# An everyday start, closed after it had time to write what it wants to remember.
window = subprocess.Popen(["offramp"], env=quiet, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
time.sleep(3)
seen["open"] = window.poll()
window.send_signal(signal.SIGTERM)
window.wait(30)
seen["home"] = sorted(str(each.relative_to(home)) for each in home.rglob("*") if not each.is_dir())
seen["purge"] = run("dpkg", "--purge", "offramp")
after = files()
seen["left"], seen["lost"] = sorted(after - before), sorted(before - after)
print(json.dumps(seen))
"""


def make_package(folder):
    done = subprocess.run(["cpack", "--config", build / "CPackConfig.cmake", "-B", folder], cwd=build, capture_output=True,
                          text=True)
    if done.returncode != 0:
        sys.exit(done.stdout + done.stderr)
    shutil.rmtree(folder / "_CPack_Packages")
    return next(folder.glob("*.deb"))


class Package(MachineTest):
    @classmethod
    def setUpClass(cls):
        folder = cls.make_scratch("package")
        cls.package = make_package(folder)
        cls.seen = cls.run_inside(folder, [cls.package], inside, home="/tmp/home")
        cls.unpacked = folder / "unpacked"
        subprocess.run(["dpkg-deb", "-x", cls.package, cls.unpacked], check=True)

    def test_it_installs_with_what_its_control_file_asks_for(self):
        self.assertEqual(self.seen["install"]["code"], 0, self.seen["install"]["err"])
        self.assertEqual(self.seen["state"]["out"], "install ok installed")
        needs = subprocess.run(["dpkg-deb", "-f", self.package, "Depends"], capture_output=True, text=True, check=True).stdout
        for library in ("libqt6widgets6", "libsqlite3-0", "libcurl4", "libsodium23", "libplist3"):
            self.assertIn(library, needs)

    def test_no_program_loads_the_network_library_before_it_needs_it(self):
        for program in ("bin/offramp", "bin/offramp-cli", "libexec/offramp/offramp-broker"):
            loaded = subprocess.run(["ldd", self.unpacked / "usr" / program], capture_output=True, text=True, check=True).stdout
            self.assertIn("libsqlite3", loaded, program)
            self.assertNotIn("libcurl", loaded, program)

    def test_it_brings_what_a_desktop_needs_and_nothing_else(self):
        wanted = {"/usr/bin/offramp", "/usr/bin/offramp-cli", "/usr/share/offramp/catalog.db",
                  "/usr/share/applications/offramp.desktop", "/usr/share/metainfo/offramp.metainfo.xml",
                  "/usr/share/man/man1/offramp.1.gz", "/usr/share/man/man1/offramp-cli.1.gz", "/usr/share/doc/offramp/copyright",
                  "/usr/share/icons/hicolor/scalable/apps/offramp.svg", "/usr/libexec/offramp/offramp-broker",
                  "/usr/share/polkit-1/actions/org.offramp.broker.policy"}
        for size in (16, 22, 24, 32, 48, 64, 128, 256):
            wanted.add(f"/usr/share/icons/hicolor/{size}x{size}/apps/offramp.png")
        added = set(self.seen["added"])
        self.assertEqual(wanted - added, set())
        self.assertEqual([each for each in added if "offramp" not in each and pathlib.Path(self.unpacked, each[1:]).is_file()], [])

    def test_the_terminal_program_answers_from_the_installed_catalog(self):
        self.assertIn(self.seen["check"]["code"], (0, 10, 11, 20), self.seen["check"]["err"])
        self.assertIn('"/usr/share/offramp/catalog.db"', self.seen["status"]["out"].replace("/usr/bin/../", "/usr/"))

    def test_the_window_finds_everything_it_needs(self):
        version = re.search(r"VERSION (\S+)", (tree / "CMakeLists.txt").read_text(encoding="utf-8").split("project(")[1])[1]
        for program in self.seen["version"]:
            self.assertIn(version, program["out"])
        self.assertEqual((self.seen["page"]["code"], self.seen["spanish"]["code"]), (0, 0), self.seen["page"]["err"])
        self.assertIn("Check again", self.seen["page"]["out"])
        self.assertIn("Revisar de nuevo", self.seen["spanish"]["out"])
        self.assertIsNone(self.seen["open"], "the window closed by itself")

    def test_what_it_remembers_is_where_the_desktop_wants_it(self):
        for file in self.seen["home"]:
            self.assertRegex(file, r"^\.(config|local/share|local/state|cache)/")

    def test_purging_leaves_the_machine_as_it_was(self):
        self.assertEqual(self.seen["purge"]["code"], 0, self.seen["purge"]["err"])
        self.assertEqual((self.seen["left"], self.seen["lost"]), ([], []))

    def test_desktop_entry_and_software_center_page_are_valid(self):
        share = self.unpacked / "usr/share"
        for command in (["desktop-file-validate", share / "applications/offramp.desktop"],
                        ["appstreamcli", "validate", "--no-net", share / "metainfo/offramp.metainfo.xml"]):
            done = subprocess.run(command, capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_the_manual_names_every_option_and_has_no_mistake(self):
        pages = {name: self.unpacked / f"usr/share/man/man1/{name}.1.gz" for name in ("offramp", "offramp-cli")}
        for name, page in pages.items():
            checked = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", page], capture_output=True, text=True)
            self.assertEqual((checked.returncode, checked.stderr), (0, ""))
            text = gzip.decompress(page.read_bytes()).decode().replace("\\-", "-")
            commands = [[]] if name == "offramp" else [[]] + [
                [each] for each in ("check", "inventory", "recommend", "assess", "plan", "remove", "resume", "verify", "undo",
                                    "report", "policy")] + [
                ["catalog", each] for each in ("status", "update", "import", "verify", "rollback", "automatic")]
            for command in commands:
                said = subprocess.run([self.unpacked / "usr/bin" / name, *command, "--help"], capture_output=True, text=True).stdout
                for option in re.findall(r"^ +(?:-\w,)?(--[a-z-]+)", said, re.MULTILINE):
                    self.assertIn(option, text, f"{name} {command}")


if __name__ == "__main__":
    run_tests("dpkg", "dpkg-deb", ways=(as_root, as_anybody))
