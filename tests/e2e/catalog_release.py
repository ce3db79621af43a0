"""Publishing the catalog as an editor does: release, serve, update, release again; and everything a release must refuse.

Usage: catalog_release.py OFFRAMP_CLI_TESTTRUST CATALOG_COMPILER SOURCE_TREE
"""
import datetime
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

test_cli, compiler, tree = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
sys.path.insert(0, str(tree / "tests/support"))
import publishing as p  # noqa: E402
import test_servers as servers  # noqa: E402

good_until = (p.now + datetime.timedelta(days=365)).strftime("%Y-%m-%d")


class CatalogRelease(unittest.TestCase):
    def setUp(self):
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix="offramp-release-"))
        self.addCleanup(shutil.rmtree, self.scratch, ignore_errors=True)
        keys = self.scratch / "keys"
        keys.mkdir()
        self.key, self.stranger = p.Key(keys, "ours"), p.Key(keys, "stranger")
        self.sources = self.scratch / "sources"
        shutil.copytree(tree / "resources/catalog", self.sources)
        self.out = self.scratch / "www/offramp"

    def release(self, serial, key=None, pub=None, expires=good_until, source=None):
        """As `./dev catalog release`; each catalog is issued in a second of its own."""
        time.sleep(1.1)
        key = key or self.key
        return subprocess.run([sys.executable, "-B", tree / "resources/packaging/catalog/release.py", compiler, "--serial",
                               str(serial), "--expires", expires, "--key", key.secret, "--pub", pub or key.public, "--out",
                               self.out, "--source", source or self.sources, "--unencrypted"],
                              capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL)

    def published(self):
        """Every file of the folder with its content, so that a refused release can be seen to have changed nothing."""
        return {f.name: p.sha256(f.read_bytes()) for f in self.out.iterdir()} if self.out.exists() else {}

    def refused(self, word, before, **how):
        finished = self.release(**how)
        self.assertNotEqual(finished.returncode, 0, how)
        self.assertIn(word, finished.stderr)
        self.assertEqual(self.published(), before, how)

    def change_a_sentence(self, now):
        file = self.sources / "timeline.json"
        value = json.loads(file.read_text(encoding="utf-8"))
        value["events"][0]["summary"] = now
        file.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")

    def serve(self):
        tls = self.scratch / "tls"
        tls.mkdir()
        authority = servers.make_authority(tls, "authority")
        port = servers.free_port()
        nginx = servers.Nginx(self.scratch / "nginx", self.out.parent,
                              [(port, servers.make_certificate(tls, authority, "honest", "IP:127.0.0.1"), "")])
        self.addCleanup(nginx.close)
        # A program of its own, with the catalog of this tree beside it, that trusts this run's key only.
        program, trusted = self.scratch / "program", self.scratch / "trusted"
        program.mkdir()
        trusted.mkdir()
        shutil.copy2(test_cli, program)
        shutil.copy(self.key.public, trusted)
        subprocess.run([compiler, tree / "resources/catalog", "--output", program / "catalog.db"], check=True,
                       stdout=subprocess.DEVNULL)
        plain = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
        environment = {**plain, "XDG_DATA_HOME": str(self.scratch / "data"), "OFFRAMP_TEST_KEYS": str(trusted),
                       "OFFRAMP_TEST_AUTHORITY": str(authority[1])}

        def run(*arguments):
            finished = subprocess.run([program / test_cli.name, "catalog", *arguments, "--json"], capture_output=True,
                                      text=True, timeout=60, stdin=subprocess.DEVNULL, env=environment)
            return json.loads(finished.stdout)
        return nginx, run, f"https://127.0.0.1:{port}/offramp/"

    def test_a_release_reaches_a_person_and_the_next_one_travels_as_what_changed(self):
        first = self.release(5)
        self.assertEqual(first.returncode, 0, first.stderr)
        nginx, run, mirror = self.serve()
        index = json.loads((self.out / "index.json").read_text())
        self.assertEqual((index["serial"], index["deltas"]), (5, []))
        times = {int(f.stat().st_mtime) for f in self.out.iterdir()}
        issued = datetime.datetime.strptime(index["issuedAt"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=datetime.timezone.utc)
        self.assertEqual(times, {int(issued.timestamp())})
        update = run("update", "--mirror", mirror)
        self.assertEqual((update["outcome"], update["serial"]), ("installed", 5), update)
        self.assertEqual(run("status")["serial"], 5)
        self.assertEqual(run("verify")["outcome"], "upToDate")
        self.assertEqual(run("update", "--mirror", mirror)["outcome"], "upToDate")

        self.change_a_sentence("Only this sentence is new.")
        second = self.release(6)
        self.assertEqual(second.returncode, 0, second.stderr)
        index = json.loads((self.out / "index.json").read_text())
        self.assertEqual([entry["from"] for entry in index["deltas"]], [5])
        nginx.requests()
        update = run("update", "--mirror", mirror)
        self.assertEqual((update["outcome"], update["serial"]), ("installed", 6), update)
        asked = [request["line"].split()[1].rsplit("/", 1)[1] for request in nginx.requests()]
        self.assertIn("catalog-5-6.delta.gz", asked)
        self.assertNotIn("catalog-6.db.gz", asked)
        whole = index["file"]["size"]
        print(f"one changed sentence: {update['received']:,} bytes received, {index['deltas'][0]['size']:,} of them the "
              f"delta; the whole file is {whole:,} bytes")
        self.assertLess(update["received"], whole / 20)
        self.assertEqual(run("verify")["outcome"], "upToDate")

        # Deltas of the last release go, the files of older catalogs stay for people who come from further back.
        self.change_a_sentence("And now another one.")
        self.assertEqual(self.release(7).returncode, 0)
        names = {f.name for f in self.out.iterdir()}
        self.assertLessEqual({"catalog-5.db.gz", "catalog-5-7.delta.gz", "catalog-6-7.delta.gz", "catalog-7.db.gz"}, names)
        self.assertNotIn("catalog-5-6.delta.gz", names)
        self.assertEqual([name for name in names if name.startswith(".")], [])
        self.assertEqual(run("update", "--mirror", mirror)["serial"], 7)

    def test_a_release_that_is_not_allowed_writes_nothing(self):
        self.refused("would be expired", {}, serial=5, expires="2020-01-01")
        self.refused("is not a day", {}, serial=5, expires="tomorrow")
        self.refused("is this the right key?", {}, serial=5, key=self.stranger, pub=self.key.public)
        self.assertEqual(self.release(5).returncode, 0)
        before = self.published()
        self.refused("already holds catalog 5", before, serial=5)
        self.refused("already holds catalog 5", before, serial=4)
        self.refused("nothing is published over it", before, serial=6, key=self.stranger)
        self.refused("is this the right key?", before, serial=6, key=self.stranger, pub=self.key.public)

    def test_a_catalog_that_is_not_in_order_is_not_published(self):
        broken = self.scratch / "broken"
        shutil.copytree(self.sources, broken)
        timeline = broken / "timeline.json"
        value = json.loads(timeline.read_text(encoding="utf-8"))
        ruling = next(event for event in value["events"] if event["effect"] == "updatesEnd")
        ruling["source"]["verification"] = "memory"
        timeline.write_text(json.dumps(value), encoding="utf-8")
        self.refused("not in order", {}, serial=5, source=broken)

    def test_a_folder_whose_catalog_is_of_tomorrow_is_left_alone(self):
        tomorrow = p.now + datetime.timedelta(days=1)
        sources = p.Compiler(compiler, tree, self.scratch / "tomorrow")
        database = sources.database(5, issued_at=tomorrow, expires_at=tomorrow + datetime.timedelta(days=30))
        p.publish(self.out, self.key, 5, database, issued_at=tomorrow, expires_at=tomorrow + datetime.timedelta(days=30))
        self.refused("is the clock right?", self.published(), serial=6)

    def test_an_index_that_was_changed_is_not_published_over(self):
        self.assertEqual(self.release(5).returncode, 0)
        index = self.out / "index.json"
        index.write_text(index.read_text().replace('"serial": 5', '"serial": 1'))
        self.refused("nothing is published over it", self.published(), serial=6)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
