"""offramp-broker refuses what it does not know, in one sentence, and does nothing where it is not installed.

What it carries out is in removal_broker.py. Usage: broker.py OFFRAMP_BROKER SOURCE_TREE
"""
import pathlib
import re
import subprocess
import sys
import unittest

program, tree = sys.argv[1], pathlib.Path(sys.argv[2])
version = re.search(r"project\(offramp VERSION ([\d.]+)", (tree / "CMakeLists.txt").read_text())[1]


def run(*arguments, **streams):
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | streams
    return subprocess.run([program, *arguments], text=True, timeout=60, stdin=subprocess.DEVNULL, **streams)


class Broker(unittest.TestCase):
    def test_it_says_what_it_is(self):
        self.assertEqual((run("--version").returncode, run("--version").stdout), (0, f"offramp-broker {version}\n"))
        shown = run("--help")
        self.assertEqual(shown.returncode, 0)
        self.assertIn("refuses every step that is not in it", shown.stdout.replace("\n", " "))

    def test_every_request_is_refused_in_one_sentence_and_the_code_says_so(self):
        for request in (["run"], ["--plan", "plan.json"], ["--version", "--help"], ["--Help"], [""], ["C:\\setup.exe", "/S"]):
            refused = run(*request)
            self.assertEqual((refused.returncode, refused.stdout), (64, ""), request)
            self.assertRegex(refused.stderr, r"^offramp-broker: [^.\n]+ refused and nothing was changed\.\n$")

    def test_without_an_installation_of_its_own_it_serves_nobody(self):
        for request in ([], ["--serve"]):
            refused = run(*request)
            self.assertIn(refused.returncode, (64, 77))
            self.assertEqual(refused.stdout, "")
            self.assertRegex(refused.stderr, r"^offramp-broker: [^.\n]+ refused and nothing was changed\.\n$")

    def test_an_answer_that_cannot_be_written_is_no_success(self):
        with open("/dev/full", "w") as full:
            self.assertEqual(run("--help", stdout=full).returncode, 74)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
