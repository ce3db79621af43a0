"""Updating the catalog on Windows: through Schannel, with a real nginx, in a Wine prefix.

Usage: catalog_update_test.py PROGRAMS SOURCE_TREE CATALOG_COMPILER   (PROGRAMS holds offramp-cli-testtrust.exe; the
compiler is one of this machine)
"""
import json
import pathlib
import shutil
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
programs, tree, compiler_program = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
sys.path.insert(0, str(tree / "tests/support"))
import publishing as p  # noqa: E402
import test_servers as servers  # noqa: E402
import wine  # noqa: E402

BASE = 100


class OnWindows(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = pathlib.Path(tempfile.mkdtemp(prefix="offramp-update-"))
        keys, trusted, tls, cls.www = (cls.scratch / name for name in ("keys", "trusted", "tls", "www"))
        for folder in (keys, trusted, tls, cls.www):
            folder.mkdir()
        cls.key = p.Key(keys, "ours")
        cls.stranger = p.Key(keys, "stranger")
        shutil.copy(cls.key.public, trusted)
        compiler = p.Compiler(compiler_program, tree, cls.scratch)
        program = cls.scratch / "program"
        program.mkdir()
        cls.cli = program / "offramp-cli.exe"
        shutil.copy2(programs / "offramp-cli-testtrust.exe", cls.cli)
        program.joinpath("catalog.db").write_bytes(compiler.database(BASE))
        cls.database, cls.newer = compiler.database(BASE + 1), compiler.database(BASE + 2)
        p.publish(cls.www / "good", cls.key, BASE + 1, cls.database)
        p.publish(cls.www / "newer", cls.key, BASE + 2, cls.newer)
        p.publish(cls.www / "stranger", cls.stranger, BASE + 2, cls.newer)
        authority, other = (servers.make_authority(tls, name) for name in ("authority", "other"))
        cls.ports = [servers.free_port() for _ in range(3)]
        cls.nginx = servers.Nginx(cls.scratch / "nginx", cls.www, [
            (cls.ports[0], servers.make_certificate(tls, authority, "honest", "DNS:localhost"),
             f"location /elsewhere/ {{ rewrite ^/elsewhere/(.*)$ https://127.0.0.1:{cls.ports[0]}/newer/$1 redirect; }}"),
            (cls.ports[1], servers.make_certificate(tls, other, "foreign", "DNS:localhost"), ""),
            (cls.ports[2], servers.make_certificate(tls, authority, "misnamed", "DNS:elsewhere.example"), "")])
        cls.windows = wine.Prefix()
        cls.windows.environment |= {"OFFRAMP_TEST_KEYS": wine.in_windows(trusted),
                                    "OFFRAMP_TEST_AUTHORITY": wine.in_windows(authority[1]), "OFFRAMP_TEST_LIMITS": "10 10 60"}

    @classmethod
    def tearDownClass(cls):
        cls.windows.stop()
        shutil.rmtree(cls.windows.scratch, ignore_errors=True)
        cls.nginx.close()
        shutil.rmtree(cls.scratch, ignore_errors=True)

    def run_catalog(self, *arguments):
        finished = self.windows.run(self.cli, "catalog", *arguments, "--json", timeout=120)
        self.assertNotEqual(finished.stdout, "", finished.stderr)
        return finished.returncode, json.loads(finished.stdout)

    def update(self, folder, port=0):
        return self.run_catalog("update", "--mirror", f"https://localhost:{self.ports[port]}/{folder}/")

    def test_the_good_path_then_what_must_be_refused(self):
        code, value = self.update("good")
        self.assertEqual((code, value["outcome"], value["serial"]), (0, "installed", BASE + 1), value)
        self.assertTrue(self.nginx.requests()[0]["agent"] == "Offramp")
        status = self.run_catalog("status")[1]
        self.assertEqual((status["serial"], status["origin"]), (BASE + 1, "downloaded"))
        self.assertIn("\\AppData\\Local\\Offramp\\catalog\\", status["file"])
        self.assertEqual(self.run_catalog("verify")[1]["reason"]["code"], "catalogIsWhole")
        code, value = self.update("good")
        self.assertEqual((value["outcome"], self.nginx.requests()[-1]["status"]), ("upToDate", 304))
        for folder, port, reasons in (("newer", 1, {"updateNotSecure"}), ("newer", 2, {"updateNotSecure"}),
                                      ("stranger", 0, {"updateUnknownKey"}), ("elsewhere", 0, {"updateRedirected"})):
            code, value = self.update(folder, port)
            print(f"  {folder} on port {port}: {value['outcome']} {value['reason']['code']} {value['detail']}")
            self.assertEqual(code, 65, value)
            self.assertIn(value["reason"]["code"], reasons, value)
            self.assertEqual(self.run_catalog("status")[1]["serial"], BASE + 1)
        code, value = self.update("newer")
        self.assertEqual((code, value["outcome"], value["serial"]), (0, "installed", BASE + 2), value)
        self.assertEqual(self.run_catalog("rollback")[1]["serial"], BASE + 1)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
