"""Updating the catalog over a network that lies: a real nginx, a lying server, memory sticks, and a power cut.

Usage: catalog_update.py OFFRAMP_CLI_TESTTRUST OFFRAMP_CLI CATALOG_COMPILER SOURCE_TREE

Prints a table of what was tried and how it was refused; fails when anything was accepted or the vault changed.
"""
import gzip
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

import jsonschema

test_cli, product_cli, compiler_program, tree = (pathlib.Path(argument).resolve() for argument in sys.argv[1:5])
sys.path.insert(0, str(tree / "tests/support"))
import publishing as p  # noqa: E402
import test_servers as servers  # noqa: E402

schemas = {f"offramp.{name}/1": jsonschema.Draft7Validator(json.loads((tree / f"resources/schema/{file}.schema.json").read_text()))
           for name, file in (("catalogStatus", "catalog-status"), ("catalogUpdate", "catalog-update"))}
BASE = 100   # the serial of the catalog that came with the program
SLOW_FOR = 2
# Some containers forbid one process to trace another; what is proven by tracing is then said to be not proven.
may_trace = subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True).returncode == 0
traced = unittest.skipUnless(may_trace, "this machine does not let strace trace: not proven here")


class World:
    """Everything the tests share: keys, catalogs, servers, and a program in a folder of its own."""

    def __init__(self):
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix="offramp-update-"))
        keys = self.scratch / "keys"
        self.trusted = self.scratch / "trusted"
        for folder in (keys, self.trusted):
            folder.mkdir()
        self.key, self.next_key, self.stranger = (p.Key(keys, name) for name in ("ours", "next", "stranger"))
        for key in (self.key, self.next_key):
            shutil.copy(key.public, self.trusted)
        self.compiler = p.Compiler(compiler_program, tree, self.scratch)
        self.program = self.scratch / "program"
        self.program.mkdir()
        self.cli = self.program / "offramp-cli"
        try:
            os.link(test_cli, self.cli)
        except OSError:
            shutil.copy2(test_cli, self.cli)
        self.base = self.compiler.database(BASE)
        self.program.joinpath("catalog.db").write_bytes(self.base)
        self.database = self.compiler.database(BASE + 1)
        self.newer = self.compiler.database(BASE + 2)
        self.www = self.scratch / "www"
        self.www.mkdir()
        self.good = p.publish(self.www / "good", self.key, BASE + 1, self.database)
        self.start_servers()

    def start_servers(self):
        tls = self.scratch / "tls"
        tls.mkdir()
        authority = servers.make_authority(tls, "authority")
        stranger = servers.make_authority(tls, "stranger")
        self.authority = authority[1]
        honest = servers.make_certificate(tls, authority, "honest", "IP:127.0.0.1")
        self.ports = [servers.free_port() for _ in range(5)]
        one, two, foreign, misnamed, plain = self.ports
        faults = f"""
        location /slow/ {{ alias {self.www}/newest/; limit_rate 200; }}
        location /reset/ {{ return 444; }}
        location /broken/ {{ return 500; }}
        location /loop/ {{ return 302 https://$http_host/loop/again; }}
        location /to-plain/ {{ rewrite ^/to-plain/(.*)$ http://127.0.0.1:{plain}/good/$1 redirect; }}
        location /to-stranger/ {{ rewrite ^/to-stranger/(.*)$ https://localhost:{two}/good/$1 redirect; }}
        location /to-friend/ {{ rewrite ^/to-friend/(.*)$ https://127.0.0.1:{two}/good/$1 redirect; }}
        location /portal/ {{ default_type text/html; return 200 "<html>Please sign in</html>"; }}
        location /html/ {{ alias {self.www}/newest/; types {{ }} default_type text/html; }}"""
        self.nginx = servers.Nginx(self.scratch / "nginx", self.www, [
            (one, honest, faults),
            (two, honest, "http2"),
            (foreign, servers.make_certificate(tls, stranger, "foreign", "IP:127.0.0.1"), ""),
            (misnamed, servers.make_certificate(tls, authority, "misnamed", "DNS:elsewhere.example"), "")])
        self.liar = servers.LyingServer(self.good, honest)

    def url(self, path, port=0):
        return f"https://127.0.0.1:{self.ports[port]}/{path}/"

    def lie(self, name):
        return f"https://127.0.0.1:{self.liar.port}/{name}/"

    def close(self):
        self.nginx.close()
        self.liar.close()
        shutil.rmtree(self.scratch, ignore_errors=True)


class Person:
    """One person's data folder."""

    def __init__(self, world, program=None):
        self.world, self.program = world, program or world.cli
        self.data = pathlib.Path(tempfile.mkdtemp(dir=world.scratch))
        self.vault = self.data / "offramp/catalog"

    def environment(self, **more):
        plain = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
        return {**plain, "XDG_DATA_HOME": str(self.data), "OFFRAMP_TEST_KEYS": str(self.world.trusted),
                "OFFRAMP_TEST_AUTHORITY": str(self.world.authority), "OFFRAMP_TEST_LIMITS": f"2 {SLOW_FOR} 20", **more}

    def run(self, *arguments, **more):
        finished = subprocess.run([self.program, "catalog", *map(str, arguments), "--json"], capture_output=True, text=True,
                                  timeout=60, stdin=subprocess.DEVNULL, env=self.environment(**more))
        if not finished.stdout:
            raise AssertionError(f"{arguments}: {finished.returncode} {finished.stderr}")
        value = json.loads(finished.stdout)
        schemas[value["format"]].validate(value)
        return finished.returncode, value

    def update(self, *mirrors, **more):
        return self.run("update", *(word for mirror in mirrors for word in ("--mirror", mirror)), **more)

    def serial(self):
        return self.run("status")[1]["serial"]

    def contents(self):
        """The catalogs of the vault and which one is in use; the record of the last try may change."""
        found = {f.name: p.sha256(f.read_bytes()) for f in self.vault.glob("catalog-*")} if self.vault.exists() else {}
        state = self.vault / "state.json"
        value = json.loads(state.read_text()) if state.exists() else {}
        return found, value.get("current"), value.get("previous"), value.get("highest", 0)


world = World()
table = []


def stick(name, packed, signature_of=None, comment=None, key=None, legacy=False):
    """A file on a memory stick, signed as if it were something else when wanted."""
    folder = world.scratch / "sticks" / name.replace(" ", "-").replace("/", "-")
    folder.mkdir(parents=True)
    file = folder / f"catalog-{BASE + 2}.db.gz"
    file.write_bytes(packed if signature_of is None else signature_of)
    (key or world.key).sign(file, comment or p.catalog_comment(BASE + 2, world.newer), legacy)
    file.write_bytes(packed)
    return file


def folder(name):
    return world.www / name


class Attacks(unittest.TestCase):
    """Each attack is tried on a person who has catalog 101 and would like 102."""

    @classmethod
    def setUpClass(cls):
        cls.person = Person(world)
        code, value = cls.person.update(world.url("good"))
        assert code == 0 and value["outcome"] == "installed", value
        newest = p.publish(folder("newest"), world.key, BASE + 2, world.newer)
        world.liar.folder = newest
        world.nginx.requests()

    def refused(self, name, reason, arguments, **more):
        before = self.person.contents()
        code, value = self.person.run(*arguments, **more)
        after = self.person.contents()
        allowed = {reason} if isinstance(reason, str) else set(reason)
        unchanged = before == after and self.person.serial() == BASE + 1
        right = code in (65, 69) and value["outcome"] in ("refused", "failed") and value["reason"]["code"] in allowed
        table.append((name, value["outcome"], value["reason"]["code"], "unchanged" if unchanged else "CHANGED", right))
        with self.subTest(name):
            self.assertTrue(right, value)
            self.assertTrue(unchanged, (before, after))

    def over_network(self, name, reason, url, **more):
        self.refused(name, reason, ("update", "--mirror", url), **more)

    def test_1_a_server_that_offers_what_must_not_be_taken(self):
        packed = gzip.compress(world.newer, 9, mtime=0)

        def offer(name, key=world.key, serial=BASE + 2, database=world.newer, then=None, **options):
            made = p.publish(folder(name), key, serial, database, **options)
            if then:
                then(made)
            return world.url(name)

        def sign_catalog_with(key, comment=None):
            def change(made):
                key.sign(made / f"catalog-{BASE + 2}.db.gz", comment or p.catalog_comment(BASE + 2, world.newer))
            return change

        def flip(name, place=None):
            def change(made):
                file = made / name
                data = bytearray(file.read_bytes())
                data[len(data) // 2 if place is None else place] ^= 1
                file.write_bytes(data)
            return change

        def cut(made):
            file = made / f"catalog-{BASE + 2}.db.gz"
            file.write_bytes(file.read_bytes()[:-1])

        def swap_index_signature(made):
            shutil.copy(world.good / "index.json.minisig", made)

        old = p.now - p.datetime.timedelta(days=20)
        over = p.now - p.datetime.timedelta(hours=1)
        past = world.compiler.database(BASE + 3, old, over)
        future_schema = bytearray(world.newer)
        future_schema[63] = 9
        broken = bytearray(world.newer)
        broken[4096 * 3:4096 * 3 + 200] = bytes(200)
        bomb = gzip.compress(bytes(len(world.newer) + 1), 9, mtime=0)

        def too_large(page):
            page["file"]["size"] = 40 << 20

        self.over_network("index signed with another key", "updateUnknownKey", offer("other-key", key=world.stranger))
        self.over_network("catalog signed with another key", "updateUnknownKey",
                          offer("other-key-catalog", then=sign_catalog_with(world.stranger)))
        self.over_network("one byte of the index changed", "updateBytesChanged", offer("flip-index", then=flip("index.json")))
        self.over_network("one byte of the catalog changed", "updateBytesChanged",
                          offer("flip-catalog", then=flip(f"catalog-{BASE + 2}.db.gz")))
        self.over_network("one bit of the index signature changed", ("updateBytesChanged", "updateNoSignature", "updateUnknownKey"),
                          offer("flip-signature", then=flip("index.json.minisig", 100)))
        self.over_network("signature of an older index", ("updateBytesChanged", "updateForeignSignature"),
                          offer("old-index-signature", then=swap_index_signature))
        self.over_network("index signed as a catalog", "updateForeignSignature", offer(
            "index-as-catalog", then=lambda made: world.key.sign(made / "index.json", p.catalog_comment(BASE + 2, world.newer))))
        self.over_network("catalog signed as an index", "updateForeignSignature", offer(
            "catalog-as-index", then=sign_catalog_with(world.key, p.index_comment(BASE + 2))))
        self.over_network("valid signature for another serial", "updateForeignSignature", offer(
            "other-serial", then=sign_catalog_with(world.key, p.catalog_comment(BASE + 1, world.database))))
        self.over_network("comment without our words", "updateForeignSignature", offer(
            "no-words", then=sign_catalog_with(world.key, "timestamp:1 file:catalog.db.gz hashed")))
        self.over_network("older kind of signature", "updateOldSignature", offer(
            "legacy", then=lambda made: world.key.sign(made / "index.json", p.index_comment(BASE + 2), legacy=True)))
        self.over_network("lower serial", "updateNotNewer", offer("lower", serial=BASE - 1,
                                                                  database=world.compiler.database(BASE - 1)))
        self.over_network("expired", "updateExpired", offer("expired", serial=BASE + 3, database=past, issued_at=old,
                                                            expires_at=over))
        self.over_network("schema of a newer program, index", "updateNeedsNewerProgram",
                          offer("schema", change_index=lambda page: page.update(schemaVersion=9)))
        self.over_network("schema of a newer program, database", "updateNeedsNewerProgram",
                          offer("schema-inside", database=bytes(future_schema)))
        self.over_network("catalog cut off by one byte", ("updateServerLies", "updateTruncated"), offer("cut", then=cut))
        self.over_network("signed but cut off", "updateTruncated", offer("signed-cut", packed=packed[:-1]))
        self.over_network("larger than a catalog may be", "updateIndexUnreadable", offer("too-large", change_index=too_large))
        self.over_network("decompression bomb", "updateBomb", offer("bomb", packed=bomb))
        self.over_network("something after the end", "updateTruncated", offer("tail", packed=packed + b"tail"))
        self.over_network("damaged database, signed", "updateDamaged", offer("damaged", database=bytes(broken)))
        self.over_network("no database at all, signed", "updateDamaged", offer("no-database", database=b"hello" * 100))
        self.over_network("database of another serial", ("updateWrongContent",), offer("other-content", database=world.compiler.database(BASE + 7)))
        self.over_network("signed comment names another database", "updateForeignSignature",
                          offer("other-claim", claimed=b"another database"))
        self.over_network("index that is no JSON, signed", "updateIndexUnreadable", offer("no-json", then=lambda made: (
            made.joinpath("index.json").write_text("{"), world.key.sign(made / "index.json", p.index_comment(BASE + 2)))))
        self.over_network("index names a file elsewhere", "updateIndexUnreadable", offer(
            "elsewhere", change_index=lambda page: page["file"].update(name="../good/catalog-102.db.gz")))
        self.over_network("no signature on the server", "updateServerProblem", offer(
            "no-signature", then=lambda made: made.joinpath("index.json.minisig").unlink()))

    def test_2_a_server_or_network_that_misbehaves(self):
        lying = {"length-too-big": "updateTooLarge", "length-too-small": "updateServerLies",
                 "short-without-length": "updateTruncated", "short-body": "updateBrokeOff",
                 "endless-body": "updateTooLarge", "endless-head": ("updateServerLies", "updateBrokeOff"),
                 "packed-again": "updateServerLies", "part-unasked": "updateServerProblem",
                 "unchanged-unasked": "updateServerProblem", "wrong-part": "updateServerLies",
                 "wrong-bytes-in-part": ("updateBytesChanged", "updateBrokeOff"), "reset-at-once": ("updateBrokeOff", "updateUnreachable"),
                 "stalled": "updateTooSlow", "garbage": "updateServerLies"}
        for lie, reason in lying.items():
            shutil.rmtree(self.person.vault / "partial", ignore_errors=True)
            for part in self.person.vault.glob("*.part"):
                part.unlink()
            self.over_network("server lies: " + lie.replace("-", " "), reason, world.lie(lie))
        self.over_network("slow server", "updateTooSlow", world.url("slow"))
        self.over_network("connection closed without an answer", ("updateBrokeOff", "updateServerLies"), world.url("reset"))
        self.over_network("server error", "updateServerProblem", world.url("broken"))
        self.over_network("sign-in page", "updateWrongType", world.url("portal"))
        self.over_network("catalog sent as a web page", "updateWrongType", world.url("html"))
        self.over_network("redirects in a circle", "updateRedirectLoop", world.url("loop"))
        self.over_network("redirect to http", "updateRedirected", world.url("to-plain"))
        self.over_network("redirect to a host that is not listed", "updateRedirected", world.url("to-stranger"))
        self.over_network("certificate of another authority", "updateNotSecure", world.url("newest", 2))
        self.over_network("certificate of another name", "updateNotSecure", world.url("newest", 3))
        self.over_network("nobody listens", "updateUnreachable", world.url("newest", 4))
        self.over_network("address without https", "updateNotHttps", f"http://127.0.0.1:{world.ports[0]}/newest/")
        self.over_network("a file as an address", "updateNotHttps", f"file://{world.www}/newest/")
        self.over_network("an address with a name in it", "updateNotHttps", f"https://me:secret@127.0.0.1:{world.ports[0]}/newest/")
        self.over_network("a host that does not exist", "updateUnreachable", f"https://nowhere.invalid:{world.ports[0]}/newest/")

    def test_3_a_memory_stick_that_is_not_ours(self):
        packed = gzip.compress(world.newer, 9, mtime=0)
        flipped = bytearray(packed)
        flipped[len(packed) // 2] ^= 1
        alone = world.scratch / "sticks/alone/catalog.db.gz"
        alone.parent.mkdir(parents=True)
        alone.write_bytes(packed)
        link = world.scratch / "sticks/device.gz"
        link.symlink_to("/dev/zero")
        for name, reason, file in (
                ("file: signed with another key", "updateUnknownKey", stick("key", packed, key=world.stranger)),
                ("file: one byte changed", "updateBytesChanged", stick("byte", bytes(flipped), signature_of=packed)),
                ("file: cut off", "updateBytesChanged", stick("cut", packed[:-1], signature_of=packed)),
                ("file: without signature", "updateNoSignature", alone),
                ("file: older kind of signature", "updateOldSignature", stick("legacy", packed, legacy=True)),
                ("file: signed as an index", "updateForeignSignature", stick("index", packed, comment=p.index_comment(BASE + 2))),
                ("file: equal serial", "updateNotNewer", world.good / f"catalog-{BASE + 1}.db.gz"),
                ("file: bomb", "updateBomb", stick("bomb", gzip.compress(bytes(70 << 20), 9, mtime=0))),
                ("file: far too large", "updateTooLarge", stick("large", bytes(33 << 20))),
                ("file: an endless device", "updateFileUnreadable", link),
                ("file: missing", "updateFileUnreadable", world.scratch / "sticks/none.gz")):
            self.refused(name, reason, ("import", file))

    def test_4_the_product_trusts_none_of_this_and_no_variable_changes_that(self):
        product = world.scratch / "product"
        product.mkdir(exist_ok=True)
        shutil.copy2(product_cli, product / "offramp-cli")
        product.joinpath("catalog.db").write_bytes(world.base)
        person = Person(world, product / "offramp-cli")
        code, value = person.run("import", folder("newest") / f"catalog-{BASE + 2}.db.gz")
        table.append(("product: test key", value["outcome"], value["reason"]["code"], "unchanged", code == 65))
        self.assertEqual((code, value["reason"]["code"]), (65, "updateUnknownKey"))
        code, value = person.update(world.url("newest"), SSL_CERT_FILE=str(world.authority), CURL_CA_BUNDLE=str(world.authority))
        table.append(("product: test authority", value["outcome"], value["reason"]["code"], "unchanged", code == 65))
        self.assertEqual((code, value["reason"]["code"]), (65, "updateNotSecure"))
        self.assertEqual(person.serial(), BASE)
        # Its vault, filled with a catalog of the test key, is not believed either.
        shutil.rmtree(person.vault)
        shutil.copytree(self.person.vault, person.vault)
        self.assertEqual(person.serial(), BASE)


class GoodPath(unittest.TestCase):
    def test_an_update_is_installed_and_the_next_one_asks_only_whether_anything_changed(self):
        person = Person(world)
        world.nginx.requests()
        code, value = person.update(world.url("good"))
        self.assertEqual((code, value["outcome"], value["serial"]), (0, "installed", BASE + 1))
        asked = world.nginx.requests()
        self.assertEqual([a["line"].split()[1] for a in asked],
                         ["/good/index.json", "/good/index.json.minisig", f"/good/catalog-{BASE + 1}.db.gz.minisig",
                          f"/good/catalog-{BASE + 1}.db.gz"])
        status = person.run("status")[1]
        self.assertEqual((status["serial"], status["origin"], status["signedBy"]["name"], status["goesBackTo"]),
                         (BASE + 1, "downloaded", "ours", "cameWithProgram"))
        code, value = person.update(world.url("good"))
        self.assertEqual((code, value["outcome"], value["received"]), (0, "upToDate", 0))
        again = world.nginx.requests()
        self.assertEqual([(a["line"].split()[1], a["status"]) for a in again], [("/good/index.json", 304)])

    def test_no_request_tells_one_person_from_another(self):
        person, other = Person(world), Person(world)
        world.nginx.requests()
        for each in (person, other, person, other):
            each.update(world.url("good"), LANG="de_DE.UTF-8", HTTP_REFERER="x")
        asked = world.nginx.requests()
        for request in asked:
            self.assertEqual((request["agent"], request["language"], request["cookie"], request["referrer"], request["none_match"],
                              request["if_range"], request["encoding"], request["accept"]),
                             ("Offramp", "-", "-", "-", "-", "-", "-", "*/*"), request)
        self.assertEqual(asked[:4], asked[4:8])
        self.assertEqual(asked[8], asked[9])

    def test_a_broken_connection_is_continued_where_it_broke_off(self):
        world.liar.folder, world.liar.asked = world.good, []
        person = Person(world)
        code, value = person.update(world.lie("flaky"))
        self.assertEqual((code, value["outcome"]), (0, "installed"))
        ranges = [fields.get("range") for _, name, fields in world.liar.asked if name.endswith(".db.gz")]
        self.assertEqual(ranges[0], None)
        self.assertRegex(ranges[1], r"^bytes=[1-9]\d*-$")

    def test_what_one_run_downloaded_another_run_continues_at_another_server(self):
        world.liar.folder = world.good
        person = Person(world)
        code, value = person.update(world.lie("stalled"))
        self.assertEqual((code, value["reason"]["code"]), (69, "updateTooSlow"))
        self.assertEqual(len(list(person.vault.glob("*.part"))), 1)
        world.nginx.requests()
        code, value = person.update(world.url("good"))
        self.assertEqual((code, value["outcome"]), (0, "installed"))
        self.assertEqual([a["status"] for a in world.nginx.requests() if a["line"].split()[1].endswith(".gz")], [206])
        self.assertEqual(list(person.vault.glob("*.part")), [])

    def test_mirrors_are_asked_in_turn_and_a_redirect_to_a_listed_one_is_followed(self):
        person = Person(world)
        code, value = person.update(world.url("good", 4), world.url("good", 2), world.url("good", 1))
        self.assertEqual((code, value["outcome"]), (0, "installed"))
        self.assertEqual([a["reason"]["code"] for a in value["attempts"]], ["updateUnreachable", "updateNotSecure", "updateInstalled"])
        person = Person(world)
        code, value = person.update(world.url("to-friend"), world.url("good", 1))
        self.assertEqual((code, value["outcome"], len(value["attempts"])), (0, "installed", 1))

    def test_the_second_key_is_trusted_for_the_day_the_first_is_retired(self):
        p.publish(folder("rotated"), world.next_key, BASE + 1, world.database)
        person = Person(world)
        self.assertEqual(person.update(world.url("rotated"))[1]["outcome"], "installed")
        self.assertEqual(person.run("status")[1]["signedBy"]["name"], "next")

    def test_one_changed_record_travels_as_a_delta(self):
        advice = json.loads((world.compiler.folder / "features.json").read_text())["features"][0]["advice"]
        written = json.dumps(advice, ensure_ascii=False)[1:-1]
        changed = world.compiler.database(BASE + 2, change=("features.json", written, written + " Really."))
        p.publish(folder("delta"), world.key, BASE + 2, changed, old=(BASE + 1, world.database))
        person = Person(world)
        person.update(world.url("good"))
        world.nginx.requests()
        code, value = person.update(world.url("delta"))
        self.assertEqual((code, value["outcome"], value["serial"]), (0, "installed", BASE + 2))
        self.assertTrue(any(".delta.gz" in a["line"] for a in world.nginx.requests()))
        whole = (folder("delta") / f"catalog-{BASE + 2}.db.gz").stat().st_size
        print(f"\none changed record: {value['received']} bytes of content in 4 requests; "
              f"the whole file is {whole} compressed, {len(changed)} unpacked")
        self.assertLess(value["received"], whole / 4)
        self.assertEqual((person.vault / f"catalog-{BASE + 2}.db").read_bytes(), changed)
        # A delta that does not make what was signed is set aside, and the whole file is taken.
        p.publish(folder("bad-delta"), world.key, BASE + 2, changed, old=(BASE + 1, world.database),
                  change_index=lambda page: page["deltas"][0].update(sha256="0" * 64))
        person = Person(world)
        person.update(world.url("good"))
        self.assertEqual(person.update(world.url("bad-delta"))[1]["outcome"], "installed")

    def test_what_the_release_command_publishes_is_taken_whole_and_then_as_a_delta(self):
        def release(serial):
            subprocess.run([sys.executable, tree / "resources/packaging/catalog/release.py", compiler_program, "--serial", str(serial),
                            "--expires", p.day(p.expires), "--key", world.key.secret, "--pub", world.key.public, "--unencrypted",
                            "--source", world.compiler.folder, "--out", folder("released")], check=True, capture_output=True)

        person = Person(world)
        release(BASE + 1)
        code, value = person.update(world.url("released"))
        self.assertEqual((code, value["outcome"], value["serial"]), (0, "installed", BASE + 1), value)
        self.assertEqual(person.update(world.url("released"))[1]["received"], 0)
        time.sleep(1.1)   # every catalog is issued in a second of its own
        release(BASE + 2)
        world.nginx.requests()
        code, value = person.update(world.url("released"))
        self.assertEqual((code, value["outcome"], value["serial"]), (0, "installed", BASE + 2), value)
        self.assertTrue(any(".delta.gz" in a["line"] for a in world.nginx.requests()))

    def test_nothing_is_asked_unless_the_person_allowed_it_and_it_is_time(self):
        person = Person(world)
        world.nginx.requests()
        self.assertEqual(person.run("update", "--if-due", "--mirror", world.url("good"))[1]["reason"]["code"], "updateNotAllowed")
        self.assertEqual(person.run("automatic", "on")[0], 0)
        state = person.vault / "state.json"
        value = json.loads(state.read_text())
        self.assertEqual(person.run("update", "--if-due", "--mirror", world.url("good"))[1]["outcome"], "notDue")
        self.assertEqual(world.nginx.requests(), [])
        value["nextTry"] = p.stamp(p.now - p.datetime.timedelta(minutes=1))
        state.write_text(json.dumps(value))
        self.assertEqual(person.run("update", "--if-due", "--mirror", world.url("good"))[1]["outcome"], "installed")
        planned = p.datetime.datetime.strptime(json.loads(state.read_text())["nextTry"], "%Y-%m-%dT%H:%M:%SZ")
        self.assertGreaterEqual(planned.replace(tzinfo=p.datetime.timezone.utc), p.now + p.datetime.timedelta(days=7))

    @traced
    def test_check_opens_no_connection(self):
        person = Person(world)
        person.run("automatic", "on")
        trace = world.scratch / "check.trace"
        finished = subprocess.run(["strace", "-f", "-qq", "-e", "trace=socket,connect", "-o", trace, world.cli, "check",
                                   "--host", tree / "tests/machines/clean-windows-11"], env=person.environment(),
                                  capture_output=True, timeout=60)
        self.assertEqual(finished.returncode, 0, finished.stderr)
        self.assertNotRegex(trace.read_text(), r"AF_INET")

    def test_a_file_is_imported_without_a_network_and_rolled_back(self):
        person = Person(world)
        self.assertEqual(person.run("import", world.good / f"catalog-{BASE + 1}.db.gz")[1]["outcome"], "installed")
        self.assertEqual(person.run("verify")[1]["reason"]["code"], "catalogIsWhole")
        self.assertEqual(person.run("rollback")[1]["serial"], BASE)
        self.assertEqual(person.serial(), BASE)
        # It was gone back from, so it does not come again by itself.
        self.assertEqual(person.update(world.url("good"))[1]["reason"]["code"], "updateNotNewer")
        self.assertEqual(person.run("rollback")[1]["serial"], BASE + 1)


@traced
class PowerCut(unittest.TestCase):
    """The installation is killed before each of its system calls that touches the vault; one good catalog is left."""

    CALLS = ("mkdir", "openat", "flock", "write", "fsync", "rename", "unlink", "unlinkat")

    def trace(self, person, arguments, *inject):
        log = world.scratch / "kill.trace"
        log.unlink(missing_ok=True)
        finished = subprocess.run(["strace", "-qq", "-y", "-o", log, "-e", "trace=" + ",".join(self.CALLS + ("close",)),
                                   *inject, world.cli, "catalog", *map(str, arguments)], env=person.environment(),
                                  capture_output=True, timeout=60)
        return finished.returncode, log.read_text().splitlines() if log.exists() else []

    def prepared(self):
        person = Person(world)
        self.assertEqual(person.run("import", world.good / f"catalog-{BASE + 1}.db.gz")[1]["outcome"], "installed")
        return person

    def test_killed_anywhere_it_leaves_one_good_catalog(self):
        newest = p.publish(folder("kill"), world.key, BASE + 2, world.newer) / f"catalog-{BASE + 2}.db.gz"
        for what, fresh, arguments in (("first import", True, ("import", world.good / f"catalog-{BASE + 1}.db.gz")),
                                       ("second import", False, ("import", newest)),
                                       ("rollback", False, ("rollback",))):
            template = Person(world) if fresh else self.prepared()
            start = BASE if fresh else BASE + 1
            goal = {"first import": BASE + 1, "second import": BASE + 2, "rollback": BASE}[what]
            rehearsal = Person(world)
            shutil.copytree(template.data, rehearsal.data, dirs_exist_ok=True)
            code, lines = self.trace(rehearsal, arguments)
            self.assertEqual(code, 0, "strace must be able to trace here")
            self.check_order(lines, rehearsal)
            points, seen = [], {}
            for line in lines:
                call = line.split("(")[0]
                seen[call] = seen.get(call, 0) + 1
                if str(rehearsal.data) in line and call in self.CALLS:
                    points.append((call, seen[call]))
            self.assertGreater(len(points), 5)
            outcomes = {start: 0, goal: 0}
            for call, number in points:
                person = Person(world)
                shutil.copytree(template.data, person.data, dirs_exist_ok=True)
                code, _ = self.trace(person, arguments, "-e", f"inject={call}:signal=KILL:when={number}")
                self.assertIn(code, (-signal.SIGKILL, 128 + signal.SIGKILL), (what, call, number))
                _, status = person.run("status")
                self.assertIn(status["serial"], outcomes, (what, call, number))
                self.assertEqual(status["notices"], [], (what, call, number))
                outcomes[status["serial"]] += 1
                self.assertEqual(person.run("verify")[0], 0, (what, call, number))
                # Nothing that was left behind is in the way of the next try.
                if status["serial"] == start:
                    code, value = person.run(*arguments)
                    self.assertEqual((code, person.serial()), (0, goal), (what, call, number, value))
                    if what != "rollback":
                        self.assertEqual(list(person.vault.glob("*.new")), [], (what, call, number))
                shutil.rmtree(person.data)
            print(f"\npower cut during {what}: killed at {len(points)} places; old catalog in use after "
                  f"{outcomes[start]}, new one after {outcomes[goal]}, damaged after 0")
            self.assertGreater(outcomes[start], 0)

    def check_order(self, lines, person):
        """What is renamed was forced to the disk before, and its folder afterwards; the state comes last."""
        forced, renamed, waiting = set(), [], False
        for line in lines:
            if line.startswith("fsync("):
                path = re.search(r"<([^>]*)>", line)[1]
                forced.add(path)
                waiting = waiting and path != str(person.vault)
            elif line.startswith("rename("):
                source, target = re.findall(r'"([^"]*)"', line) or (None, None)
                if source is None:
                    continue
                self.assertFalse(waiting, "the folder was not forced to the disk between two renames")
                self.assertIn(source, forced)
                renamed.append(pathlib.Path(target).name)
                waiting = True
        if renamed:
            self.assertFalse(waiting)
            self.assertEqual(renamed[-1], "state.json")


if __name__ == "__main__":
    try:
        finished = unittest.main(argv=[sys.argv[0], *sys.argv[5:]], exit=False)
    finally:
        world.close()
    if table:
        width = max(len(row[0]) for row in table)
        print("\nWhat was tried, and how it was refused:")
        for name, outcome, reason, vault, right in table:
            print(f"  {name:{width}}  {outcome:8} {reason:26} vault {vault}{'' if right else '   <-- WRONG'}")
        print(f"  {len(table)} attacks, {sum(row[1] not in ('refused', 'failed') for row in table)} accepted, "
              f"{sum(row[3] != 'unchanged' for row in table)} changed the vault")
    sys.exit(0 if finished.result.wasSuccessful() else 1)
