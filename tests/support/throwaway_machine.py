"""A machine of a test's own: this one seen through an overlay that is thrown away, in a mount namespace of its own.

Whatever is written there goes into memory; the real system never sees it. Where the kernel does not allow that, run_tests() says so
and skips the tests.

    class Removal(MachineTest):
        @classmethod
        def setUpClass(cls):
            folder = cls.make_scratch("removal")
            cls.seen = cls.run_inside(folder, [cli, catalog], inside)

    if __name__ == "__main__":
        run_tests("dpkg")
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

here = pathlib.Path(__file__).resolve().parent
skipped = 77   # what CTest is told
no_way = "this kernel or account allows no mount namespace with an overlay, so nothing was done anywhere"

# $1 the scratch folder, $2 what the overlay needs besides, $3 the home of the script inside.
machine = """
set -e
mount --make-rprivate /
mount -t tmpfs tmpfs "$1/mount"
mkdir "$1/mount/upper" "$1/mount/work" "$1/mount/m"
mount -t overlay overlay -o "lowerdir=/,upperdir=$1/mount/upper,workdir=$1/mount/work$2" "$1/mount/m"
mount -t tmpfs tmpfs "$1/mount/m/tmp"
mount -t tmpfs tmpfs "$1/mount/m/run"
mount -t proc proc "$1/mount/m/proc" 2>/dev/null || mount --rbind /proc "$1/mount/m/proc"
mount --rbind /dev "$1/mount/m/dev"
cp -r "$1/carried/." "$1/mount/m/tmp/"
chroot "$1/mount/m" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "HOME=$3" /usr/bin/python3 -B /tmp/inside.py
[ ! -d "$1/mount/m/tmp/brought" ] || cp -r "$1/mount/m/tmp/brought" "$1/"
"""

as_root = (["unshare", "--mount"], "")
as_anybody = (["unshare", "--mount", "--map-root-user"], ",userxattr")


def find_way(ways=(as_root, as_anybody)):
    """How to get such a machine here; none when the kernel forbids it. Package managers give files to other accounts: as_root."""
    for way in ways:
        with tempfile.TemporaryDirectory() as scratch:
            probe = ('mount --make-rprivate / && mount -t tmpfs tmpfs "$1" && mkdir "$1/u" "$1/w" "$1/m" && '
                     'mount -t overlay overlay -o "lowerdir=/,upperdir=$1/u,workdir=$1/w$2" "$1/m"')
            if subprocess.run([*way[0], "bash", "-c", probe, "probe", scratch, way[1]], capture_output=True).returncode == 0:
                return way
    return None


def run_inside(way, folder, carried, inside, home="/root", seconds=500):
    """What the script `inside` printed as JSON: run as root of the machine, where `carried` files and folders are in /tmp.

    It may import inside_machine. What it puts into /tmp/brought is in folder/brought afterwards.
    """
    command, options = way
    (folder / "mount").mkdir()
    (folder / "carried").mkdir()
    for each in map(pathlib.Path, [here / "inside_machine.py", *carried]):
        (shutil.copytree if each.is_dir() else shutil.copy2)(each, folder / "carried" / each.name)
    (folder / "carried/inside.py").write_text(inside, encoding="utf-8")
    # Its own processes: whatever else runs here is not seen there, and what is left running there ends with it.
    done = subprocess.run([*command, "--pid", "--fork", "--kill-child", "bash", "-c", machine, "machine", folder, options, home],
                          capture_output=True, text=True, timeout=seconds)
    if done.returncode != 0:
        sys.exit(done.stdout + done.stderr)
    return json.loads(done.stdout)


class MachineTest(unittest.TestCase):
    """Judges what a script saw in such a machine; run_tests() has found the way there."""
    maxDiff = None
    way = None

    @classmethod
    def make_scratch(cls, name):
        scratch = tempfile.TemporaryDirectory(prefix=f"offramp-{name}-")
        cls.addClassCleanup(scratch.cleanup)
        return pathlib.Path(scratch.name)

    @classmethod
    def run_inside(cls, folder, carried, inside, **more):
        return run_inside(cls.way, folder, carried, inside, **more)


def run_tests(*tools, ways=(as_root,)):
    """Runs the tests of the file that was started. Skips them where a tool is missing or no such machine is to be had."""
    missing = [tool for tool in (*tools, "unshare", "chroot") if shutil.which(tool) is None]
    MachineTest.way = find_way(ways)
    if missing or MachineTest.way is None:
        print("skipped:", f"{', '.join(missing)} missing" if missing else no_way)
        sys.exit(skipped)
    unittest.main(argv=[sys.argv[0]])
