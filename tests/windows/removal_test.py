"""Steps of a removal, carried out under Wine: uninstallers, Windows Installer, leftovers, and the broker.

The stand-ins bear the names of real products. The uninstallers are signed by a certificate of the test's own, whose root
this Windows is told to trust, so the check of the signer is the product's own. What Wine cannot prove: docs/windows.md.

Usage: removal_test.py PROGRAMS SOURCE_TREE CATALOG   (PROGRAMS is the folder with step-hands.exe and offramp-broker.exe)
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import wine
from real_products_test import build_products, code, msi
from system_answers_test import Authority

programs, tree = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
catalog = pathlib.Path(sys.argv[3]).resolve()
hands, broker, cli = (programs / f"{name}.exe" for name in ("step-hands", "offramp-broker", "offramp-cli"))
maker = "AO Kaspersky Lab"
listed = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\K"
folder = r"C:\Program Files\Kaspersky Lab"


class Removal(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.build = pathlib.Path(cls.scratch.name).resolve()
        build_products(cls.build)
        cls.authority = Authority(cls.build, "Offramp test root")
        cls.authority.certify("maker", f"/CN={maker}")
        cls.authority.certify("stranger", "/CN=Somebody else")
        subprocess.run(["x86_64-w64-mingw32-gcc", "-O1", "-s", "-Wall", "-Werror", "-o", cls.build / "un.exe",
                        tree / "tests/windows/products/uninstaller.c"], check=True)
        for signer in ("maker", "stranger"):
            cls.authority.sign(signer, "un.exe", f"un-{signer}.exe")
        cls.windows = wine.Prefix()

    @classmethod
    def tearDownClass(cls):
        cls.windows.__exit__()
        cls.scratch.cleanup()

    def setUp(self):
        self.windows.import_registry(self.authority.registry_file("root"))

    def tearDown(self):
        self.windows.reset()

    # What a test does

    def hand(self, *words, timeout=120):
        finished = self.windows.run(hands, *words, timeout=timeout)
        self.assertEqual(finished.returncode, 0, (words, finished.stdout, finished.stderr))
        return json.loads(finished.stdout)

    def reg(self, *words):
        return self.windows.run("reg", *words)

    def exists(self, key):
        return self.reg("query", key).returncode == 0

    def register(self, behavior, file="un-maker.exe", place=r"C:\Program Files\Kaspersky Lab\un.exe", root="HKLM", quotes='"'):
        """Installs an uninstaller and its entry; the command as registered."""
        target = self.windows.on_drive(*place[3:].split("\\"))
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(self.build / file, target)
        command = f"{quotes}{place}{quotes} {behavior} {listed}"
        self.assertEqual(self.reg("add", rf"{root}\{listed}", "/v", "UninstallString", "/d", command, "/f").returncode, 0)
        return command

    def uninstall(self, command, entry=rf"HKLM\{listed}", signer="ao kaspersky lab", kind="uninstaller"):
        return self.hand("run", kind, entry, command, signer)

    def refused(self, outcome, why):
        self.assertEqual(outcome["kind"], "refused", outcome)
        self.assertIn(why, outcome["detail"])
        self.assertTrue(self.exists(rf"HKLM\{listed}") or self.exists(rf"HKCU\{listed}"))

    # Uninstallers

    def test_an_uninstaller_that_returns_early_is_waited_for(self):
        outcome = self.uninstall(self.register("early"))
        self.assertEqual((outcome["kind"], outcome["code"]), ("done", 0), outcome)
        self.assertFalse(self.exists(rf"HKLM\{listed}"), "it was not waited for")

    def test_a_real_uninstaller_that_copies_itself_takes_itself_away_while_it_is_waited_for(self):
        self.windows.run(self.build / "passwords.exe", "/S", check=True)
        place = self.windows.on_drive("Program Files", "Kaspersky Lab", "Kaspersky Password Manager 24.0", "remove.exe")
        shutil.copy(place, self.build / "remove.exe")
        self.authority.sign("maker", "remove.exe", "remove-signed.exe")
        shutil.copy(self.build / "remove-signed.exe", place)
        entry = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\KPM24.0"
        self.assertEqual(self.hand("check", "uninstaller", entry, "-", "-"), {"truth": "doesNotHold"})
        outcome = self.uninstall(rf'"{folder}\Kaspersky Password Manager 24.0\remove.exe"', entry)
        self.assertEqual(outcome["kind"], "done", outcome)
        self.assertFalse(place.exists())
        self.assertEqual(self.hand("check", "uninstaller", entry, "-", "-"), {"truth": "holds"})

    def test_a_restart_that_is_needed_and_a_failure_are_told(self):
        outcome = self.uninstall(self.register("restart"))
        self.assertEqual((outcome["kind"], outcome["code"]), ("restartNeeded", 3010), outcome)
        outcome = self.uninstall(self.register("fails"))
        self.assertEqual((outcome["kind"], outcome["code"]), ("failed", 7), outcome)
        self.assertTrue(self.exists(rf"HKLM\{listed}"))

    def test_one_that_hangs_makes_somebody_ask_and_is_not_ended(self):
        outcome = self.uninstall(self.register("hangs"), kind="hanging")
        self.assertEqual((outcome["kind"], outcome["asked"], outcome["code"]), ("failed", 2, None), outcome)
        self.assertTrue(self.exists(rf"HKLM\{listed}"), "it was waited for to its end")
        self.windows.run(self.build / "un.exe", "goOn", "-", check=True)
        self.assertTrue(wine.wait_until(lambda: not self.exists(rf"HKLM\{listed}")), "it was ended")

    def test_one_that_is_not_signed_by_its_maker_is_not_run(self):
        self.refused(self.uninstall(self.register("removes", "un.exe")), "not signed by its maker")
        self.refused(self.uninstall(self.register("removes", "un-stranger.exe")), "by Somebody else")
        changed = self.build / "changed.exe"
        data = bytearray((self.build / "un-maker.exe").read_bytes())
        data[0x400] ^= 1
        changed.write_bytes(data)
        self.refused(self.uninstall(self.register("removes", "changed.exe")), "not signed by its maker")

    def test_one_registered_where_a_person_writes_is_not_run_with_rights(self):
        command = self.register("removes", root="HKCU")
        users = [line.strip() for line in self.reg("query", "HKU").stdout.splitlines() if "S-1-5-21" in line]
        own = users[0].replace("HKEY_USERS", "HKU")
        self.refused(self.uninstall(command, rf"{own}\{listed}"), "where a person can write")

    def test_a_command_that_changed_or_leads_elsewhere_is_not_run(self):
        command = self.register("removes")
        self.refused(self.uninstall(command + " /more"), "not the one that was approved")
        self.refused(self.uninstall(self.register("removes", place=r"C:\users\Public\un.exe")), "not in a folder of programs")
        open_command = self.register("removes", quotes="")
        shutil.copy(self.build / "un-maker.exe", self.windows.drive / "Program.exe")
        self.refused(self.uninstall(rf"C:\Program.exe Files\Kaspersky Lab\un.exe removes {listed}"), "not the one")
        self.assertEqual(self.uninstall(open_command)["kind"], "done")

    # Windows Installer

    def test_a_product_of_windows_installer_is_removed_in_process(self):
        self.windows.run("msiexec", "/i", wine.in_windows(self.build / "kis-21.3.msi"), "/qn", check=True)
        self.assertEqual(self.hand("check", "msi", code("A001")), {"truth": "doesNotHold"})
        outcome = self.hand("run", "msi", code("A001"))
        self.assertEqual((outcome["kind"], outcome["code"]), ("done", 0), outcome)
        self.assertEqual(self.hand("check", "msi", code("A001")), {"truth": "holds"})
        check = json.loads(self.windows.run(cli, "check", "--json").stdout)
        self.assertEqual(check["verdict"], "clean", check["installations"])
        again = self.hand("run", "msi", code("A001"))
        self.assertEqual((again["kind"], again["code"]), ("done", 1605), again)

    # Leftovers

    def test_leftovers_in_the_registry_go_and_come_back(self):
        key = r"HKLM\SOFTWARE\WOW6432Node\KasperskyLab\AVP21.3"
        policy = r"HKLM\SOFTWARE\Policies\Google\Chrome\ExtensionInstallForcelist"
        thumbprint = "00112233445566778899AABBCCDDEEFF00112233"
        root = rf"HKLM\SOFTWARE\Microsoft\SystemCertificates\ROOT\Certificates\{thumbprint}"
        self.reg("add", key + r"\environment", "/v", "ProductRoot", "/d", folder, "/f")
        self.reg("add", policy, "/v", "1", "/d", "other;https://example.org", "/f")
        self.reg("add", policy, "/v", "2", "/d", "abc;https://example.org", "/f")
        self.reg("add", root, "/v", "Blob", "/t", "REG_BINARY", "/d", "0102", "/f")
        self.windows.run("sc", "create", "AVP21.3", "binPath=", rf"{folder}\gone\avp.exe -r", check=True)
        shown = {name: self.reg("query", name, "/s").stdout for name in (key, policy, root)}
        for words in (("key", key), ("policy", policy, "abc"), ("certificate", thumbprint, root), ("service", "AVP21.3")):
            with self.subTest(words=words):
                self.assertEqual(self.hand("check", *words), {"truth": "doesNotHold"})
                outcome = self.hand("run", *words)
                self.assertEqual(outcome["kind"], "done", outcome)
                self.assertEqual(outcome["undo"], outcome["remembered"])
                self.assertEqual(self.hand("check", *words), {"truth": "holds"})
                self.assertEqual(self.hand("undo", *words, outcome["undo"]), {"fault": ""})
                self.assertEqual(self.hand("check", *words), {"truth": "doesNotHold"})
        for name, before in shown.items():
            self.assertEqual(self.reg("query", name, "/s").stdout, before)
        self.assertIn("AVP21.3", self.windows.run("sc", "query", "AVP21.3").stdout)

    def test_a_service_whose_program_is_there_and_a_driver_stay(self):
        self.windows.run("sc", "create", "AVP21.3", "binPath=", r"C:\windows\system32\notepad.exe", check=True)
        self.assertEqual(self.hand("run", "service", "AVP21.3")["kind"], "refused")
        self.windows.run("sc", "create", "klif", "type=", "kernel", "binPath=", r"C:\windows\gone.sys", check=True)
        self.assertEqual(self.hand("run", "service", "klif")["kind"], "refused")
        for key in (r"HKLM\SOFTWARE\Microsoft", r"HKLM\SYSTEM\CurrentControlSet\Services\klif"):
            self.assertEqual(self.hand("run", "key", key)["kind"], "refused")

    def test_that_there_is_no_restore_point_is_said_and_holds_nothing_up(self):
        outcome = self.hand("run", "point", "-")
        self.assertEqual(outcome["kind"], "done", outcome)
        self.assertIn("no restore point was made", outcome["detail"])

    # The broker

    def broker_folder(self):
        place = self.windows.on_drive("Offramp")
        place.mkdir()
        shutil.copy(broker, place)
        shutil.copy(hands, place / "offramp-cli.exe")
        shutil.copy(hands, place / "stranger.exe")
        return place

    def test_the_broker_carries_out_a_step_of_a_plan_it_makes_itself_and_no_other(self):
        place = self.broker_folder()
        self.windows.run("msiexec", "/i", wine.in_windows(self.build / "kis-21.3.msi"), "/qn", check=True)
        asked = ["broker", wine.in_windows(catalog)]
        steps = json.loads(self.windows.run(place / "offramp-cli.exe", *asked, "-").stdout)["steps"]
        step, = [name for name in steps if name.startswith("remove:")]
        stranger = json.loads(self.windows.run(place / "stranger.exe", *asked, step, timeout=120).stdout)
        self.assertNotEqual(stranger["kind"], "done", stranger)
        invented = json.loads(self.windows.run(place / "offramp-cli.exe", *asked, "remove:invented", "sudo", timeout=120).stdout)
        self.assertEqual(invented["kind"], "refused", invented)
        self.assertEqual(self.hand("check", "msi", code("A001")), {"truth": "doesNotHold"})
        outcome = json.loads(self.windows.run(place / "offramp-cli.exe", *asked, step, timeout=120).stdout)
        self.assertEqual(outcome["kind"], "done", outcome)
        self.assertEqual(self.hand("check", "msi", code("A001")), {"truth": "holds"})

    def test_the_broker_is_told_a_password_over_its_own_pipe_and_keeps_it_nowhere(self):
        place = self.broker_folder()
        msi(self.build, "business.msi", "Kaspersky Endpoint Security for Windows", "12.3.0", "A005",
            "Kaspersky Endpoint Security for Windows", "avp.exe", "AVP.KES.21.15", "Kaspersky Endpoint Security Service",
            r"protected\KES\environment", bits=32, password="open sesame")
        self.windows.run("msiexec", "/i", wine.in_windows(self.build / "business.msi"), "/qn", check=True)
        asked = [place / "offramp-cli.exe", "broker", wine.in_windows(catalog), "remove:" + code("A005")]
        for password, kind in (("", "needsPassword"), ("not this one", "failed"), ("open sesame", "done")):
            with tempfile.TemporaryFile() as said:
                said.write(password.encode() + b"\n")
                said.seek(0)
                finished = subprocess.run(["wine", *map(str, asked)], env=self.windows.environment, stdin=said, capture_output=True,
                                          timeout=120)
            outcome = json.loads(finished.stdout)
            self.assertEqual((outcome["kind"], outcome["asked"]), (kind, 1), outcome)
            self.assertNotIn("sesame", json.dumps(outcome))
        self.assertEqual(self.hand("check", "msi", code("A005")), {"truth": "holds"})
        self.windows.stop()   # the registry is written
        spellings = [form for form in (b"open sesame", "open sesame".encode("utf-16-le"), b"open sesame".hex().encode())]
        holding = [str(file) for file in self.windows.path.rglob("*") if file.is_file() and not file.is_symlink()
                   and file.suffix != ".msi" and any(form in file.read_bytes() for form in spellings)]
        self.assertEqual(holding, [])

    def test_the_broker_takes_orders_from_no_pipe_of_somebody_else(self):
        for words in (["--serve"], ["--serve", r"\\.\pipe\other"], ["--serve", r"\\server\pipe\offramp-broker-" + "0" * 32],
                      ["--serve", r"\\.\pipe\offramp-broker-" + "0" * 32], ["--serve", "a", "b"], ["C:\\setup.exe", "/S"]):
            refused = self.windows.run(broker, *words)
            self.assertEqual((refused.returncode, refused.stdout), (64, ""), words)
            self.assertRegex(refused.stderr, r"^offramp-broker: [^.\r\n]+ refused and nothing was changed\.\r?\n$")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
