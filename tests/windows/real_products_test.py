"""Products that were really installed: found live, with every way in which entries of one product belong together.

The stand-ins in tests/windows/products are built here: packages for Windows Installer with wixl, setup programs with
makensis. They bear the names of real products, so that the catalog knows them, and hold one program that does nothing,
or a service that runs.
Each is installed by its own installer into a Wine prefix, looked at live, and removed by its own uninstaller.

Usage: real_products_test.py PROGRAMS SOURCE_TREE   (PROGRAMS is the folder with offramp-cli.exe)
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

import wine

programs, tree = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
cli = programs / "offramp-cli.exe"
sources = tree / "tests/windows/products"
vendor_64, vendor_32 = r"C:\Program Files\Kaspersky Lab", r"C:\Program Files (x86)\Kaspersky Lab"
uninstall_32 = r"HKLM\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall"


def code(number):
    return "{5D0A6B1E-0000-4E0E-9A7A-00000000%s}" % number


def msi(build, file, name, version, number, folder, program, service, service_name, key, bits=64, person=False, password="-"):
    """A package for Windows Installer."""
    root = "LocalAppDataFolder" if person else "ProgramFiles64Folder" if bits == 64 else "ProgramFilesFolder"
    given = {"Name": name, "Version": version, "Code": code(number), "Number": number, "Folder": folder, "Key": key,
             "Program": program, "Service": service, "Password": password, "ServiceName": service_name, "ProgramFiles": root,
             "Scope": "perUser" if person else "perMachine", "Root": "HKCU" if person else "HKLM",
             "Win64": "yes" if bits == 64 else "no"}
    defines = [part for key, value in given.items() for part in ("-D", f"{key}={value}")]
    subprocess.run(["wixl", "-a", "x64" if bits == 64 else "x86", "-o", file, *defines, "product.wxs"], cwd=build, check=True)


def setup(build, script, file, **given):
    """A setup program."""
    defines = [f"-D{name}={value}" for name, value in {"OUT": build / file, **given}.items()]
    subprocess.run(["makensis", "-V1", *defines, str(sources / script)], check=True)


def build_products(build):
    shutil.copy(sources / "product.wxs", build)   # wixl looks for files beside the source
    setup(build, "program.nsi", "program.exe")
    subprocess.run(["x86_64-w64-mingw32-gcc", "-O1", "-s", "-Wall", "-Werror", "-o", build / "service.exe", sources / "service.c"], check=True)
    for file, version, number in (("kis-21.3.msi", "21.3.10", "A001"), ("kis-20.0.msi", "20.0.14", "A002")):
        short = ".".join(version.split(".")[:2])
        msi(build, file, "Kaspersky Internet Security", version, number, f"Kaspersky Internet Security {short}",
            "avp.exe", f"AVP{short}", f"Kaspersky Anti-Virus Service {short}", rf"AVP{short}\environment", bits=32)
    setup(build, "bundle.nsi", "kis-setup.exe", MSI=build / "kis-21.3.msi", CODE=code("A001"), VERSION="21.3.10",
          NAME="Kaspersky Internet Security", FOLDER="Kaspersky Internet Security 21.3")
    msi(build, "agent.msi", "Kaspersky Security Center Network Agent", "14.2.0", "A003", "NetworkAgent", "klnagent.exe",
        "klnagent", "Kaspersky Security Center Network Agent", r"Components\34\1103\1.0.0.0")
    msi(build, "person.msi", "Kaspersky Password Manager", "24.1.0", "A004", "Kaspersky Password Manager 24.1", "kpm.exe",
        "-", "-", "KPM24.1", person=True)
    setup(build, "setup.nsi", "passwords.exe", PROGRAM=build / "service.exe", NAME="Kaspersky Password Manager",
          VERSION="24.0", FOLDER="Kaspersky Password Manager 24.0", ENTRY="KPM24.0", FILE="kpm_service.exe",
          SERVICE="kpm_service_24.0", SERVICE_NAME="Kaspersky Password Manager Service 24.0")
    setup(build, "setup.nsi", "vpn.exe", PROGRAM=build / "program.exe", NAME="Kaspersky VPN", VERSION="21.9",
          FOLDER="Kaspersky VPN 21.9", ENTRY="KVPN", FILE="ksde.exe", PERSON="yes")


class RealProducts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.build = pathlib.Path(cls.scratch.name).resolve()
        build_products(cls.build)
        cls.windows = wine.Prefix()

    @classmethod
    def tearDownClass(cls):
        cls.windows.__exit__()
        cls.scratch.cleanup()

    def tearDown(self):
        self.windows.reset()

    # What a person does

    def run_program(self, program, *arguments):
        finished = self.windows.run(program, *arguments)
        self.assertEqual(finished.returncode, 0, (program, arguments, finished.stdout, finished.stderr))

    def install(self, file):
        if file.endswith(".msi"):
            self.run_program("msiexec", "/i", wine.in_windows(self.build / file), "/qn")
        else:
            self.run_program(self.build / file, "/S")

    def remove_msi(self, number):
        self.run_program("msiexec", "/x", code(number), "/qn")

    def remove_with(self, program, *path):
        """Runs an uninstaller; NSIS' copies itself elsewhere and goes on there."""
        place = self.windows.on_drive(*path)
        self.run_program("C:\\" + "\\".join(path), "/S")
        self.assertTrue(wine.wait_until(lambda: not place.exists()), f"{program} did not remove itself")
        time.sleep(0.5)

    def set_value(self, key, name, value, kind="REG_SZ"):
        self.run_program("reg", "add", key, "/v", name, "/t", kind, "/d", value, "/f")

    # What Offramp says

    def check(self):
        finished = self.windows.run(cli, "check", "--json", "--as-of", "2026-11-23")
        self.assertEqual(finished.stderr, "")
        value = json.loads(finished.stdout)
        self.assertFalse(value["machine"]["recorded"])
        self.assertTrue(value["conclusive"], value["coverage"])
        return value

    def found(self, value=None):
        """What was found, as (product, version, state)."""
        return sorted((i["product"], i["version"], i["state"]) for i in (value or self.check())["installations"])

    def only(self, value):
        self.assertEqual(len(value["installations"]), 1, self.found(value))
        return value["installations"][0]

    def evidence(self, installation, kind):
        return [piece for piece in installation["evidence"] if piece["kind"] == kind]

    def assert_clean(self):
        value = self.check()
        self.assertEqual(value["verdict"], "clean", self.found(value))
        self.assertEqual(value["installations"], [])

    # The cases

    def test_an_untouched_windows_is_clean(self):
        self.assert_clean()

    def test_a_setup_program_and_the_msi_it_brought_are_one_product_and_leave_nothing(self):
        self.install("kis-setup.exe")
        value = self.check()
        self.assertEqual(value["verdict"], "affected")
        product = self.only(value)
        self.assertEqual((product["product"], product["version"], product["state"], product["confidence"], product["scope"]),
                         ("kaspersky-internet-security", "21.3.10", "installed", "certain", "machine"))
        self.assertEqual(sorted(piece["readFrom"] for piece in self.evidence(product, "program")),
                         [rf"{uninstall_32}\InstallWIX_{code('A001')}", rf"{uninstall_32}\{code('A001')}"])
        record, = self.evidence(product, "msiProduct")
        self.assertEqual((record["id"], record["name"], record["version"], record["presence"]),
                         (code("A001"), "Kaspersky Internet Security", "21.3.10", "present"))
        service, = self.evidence(product, "service")
        self.assertEqual((service["id"], service["name"], service["presence"]),
                         ("AVP21.3", "Kaspersky Anti-Virus Service 21.3", "present"))
        self.assertIn(r"HKLM\SOFTWARE\WOW6432Node\KasperskyLab\AVP21.3\environment",
                      [piece["readFrom"] for piece in self.evidence(product, "registryKey")])
        self.assertEqual(product["uninstall"], {"kind": "msiProduct", "value": code("A001"), "userWritable": False})
        self.assertEqual(product["installedOn"], time.strftime("%Y-%m-%d", time.gmtime()))
        self.remove_with("kis-setup.exe", "Program Files", "Common Files", "Stand-in setup", "remove.exe")
        self.assert_clean()

    def test_an_msi_without_a_setup_program_is_found_in_the_64_bit_half(self):
        self.install("agent.msi")
        value = self.check()
        self.assertEqual(value["verdict"], "unclear")
        product = self.only(value)
        self.assertEqual((product["product"], product["version"], product["state"], product["confidence"]),
                         ("kaspersky-network-agent", "14.2.0", "installed", "certain"))
        entry, = self.evidence(product, "program")
        self.assertEqual((entry["id"], entry["location"], entry["presence"]),
                         (code("A003"), vendor_64 + "\\NetworkAgent\\", "present"))
        self.assertNotIn("WOW6432Node", entry["readFrom"])
        self.assertEqual([piece["id"] for piece in self.evidence(product, "service")], ["klnagent"])
        self.assertEqual([piece["location"] for piece in self.evidence(product, "folder")], [vendor_64 + "\\NetworkAgent"])
        self.assertEqual(product["uninstall"]["value"], code("A003"))
        self.remove_msi("A003")
        self.assert_clean()

    def test_an_entry_of_another_installer_and_its_service_are_one_product(self):
        self.install("passwords.exe")
        product = self.only(self.check())
        self.assertEqual((product["product"], product["version"], product["state"]),
                         ("kaspersky-password-manager", "24.0", "installed"))
        entry, = self.evidence(product, "program")
        self.assertEqual((entry["id"], entry["publisher"]), ("KPM24.0", "AO Kaspersky Lab"))
        service, = self.evidence(product, "service")
        self.assertEqual((service["id"], service["presence"]), ("kpm_service_24.0", "present"))
        remover = vendor_64 + r"\Kaspersky Password Manager 24.0\remove.exe"
        self.assertEqual(product["uninstall"], {"kind": "registeredCommand", "value": f'"{remover}"', "userWritable": False})
        self.remove_with("passwords.exe", "Program Files", "Kaspersky Lab", "Kaspersky Password Manager 24.0", "remove.exe")
        self.assert_clean()

    def test_what_is_installed_for_one_person_says_so_and_its_uninstaller_is_not_trusted(self):
        self.install("vpn.exe")
        product = self.only(self.check())
        self.assertEqual((product["product"], product["version"], product["state"], product["scope"]),
                         ("kaspersky-vpn", "21.9", "installed", "user"))
        entry, = self.evidence(product, "program")
        self.assertEqual((entry["scope"], entry["presence"]), ("user", "present"))
        self.assertRegex(entry["account"], r"^S-1-5-21-")
        self.assertTrue(entry["readFrom"].startswith("HKU\\" + entry["account"]), entry["readFrom"])
        self.assertTrue(product["uninstall"]["userWritable"])
        self.remove_with("vpn.exe", *product["uninstall"]["value"].strip('"').split("\\")[1:])
        self.assert_clean()

    def test_an_msi_for_one_person_is_found_with_the_person_it_belongs_to(self):
        self.install("person.msi")
        product = self.only(self.check())
        self.assertEqual((product["product"], product["version"], product["state"]),
                         ("kaspersky-password-manager", "24.1.0", "installed"))
        record, = self.evidence(product, "msiProduct")
        self.assertEqual((record["id"], record["scope"]), (code("A004"), "user"))
        self.assertRegex(record["account"], r"^S-1-5-21-")
        self.remove_msi("A004")
        self.assert_clean()

    def test_two_versions_side_by_side_are_two_products_and_one_can_go(self):
        self.install("kis-20.0.msi")
        self.install("kis-setup.exe")
        value = self.check()
        self.assertEqual(self.found(value), [("kaspersky-internet-security", "20.0.14", "installed"),
                                             ("kaspersky-internet-security", "21.3.10", "installed")])
        services = {i["version"]: [piece["id"] for piece in self.evidence(i, "service")] for i in value["installations"]}
        self.assertEqual(services, {"20.0.14": ["AVP20.0"], "21.3.10": ["AVP21.3"]})
        self.remove_msi("A002")
        self.assertEqual(self.found(), [("kaspersky-internet-security", "21.3.10", "installed")])

    def test_everything_together_is_told_apart(self):
        for file in ("kis-setup.exe", "agent.msi", "passwords.exe", "vpn.exe"):
            self.install(file)
        value = self.check()
        self.assertEqual(value["verdict"], "affected")
        self.assertEqual(self.found(value), [("kaspersky-internet-security", "21.3.10", "installed"),
                                             ("kaspersky-network-agent", "14.2.0", "installed"),
                                             ("kaspersky-password-manager", "24.0", "installed"),
                                             ("kaspersky-vpn", "21.9", "installed")])
        text = self.windows.run(cli, "check", "--as-of", "2026-11-23").stdout
        for name in ("Kaspersky Internet Security", "Network Agent", "Kaspersky Password Manager", "Kaspersky VPN"):
            self.assertIn(name, text)

    def test_a_program_that_runs_is_seen_running(self):
        self.install("kis-setup.exe")
        path = vendor_32 + r"\Kaspersky Internet Security 21.3\avp.exe"
        running = self.windows.start(path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            time.sleep(2)
            process, = self.evidence(self.only(self.check()), "process")
            self.assertEqual((process["id"], process["location"].lower(), process["running"]), ("avp.exe", path.lower(), True))
            self.assertEqual((process["publisher"], process["fileVersion"], process["version"]), ("AO Kaspersky Lab", "21.3.10.391", None))
        finally:
            running.kill()
            running.wait()

    def test_a_service_is_seen_running_and_not_running(self):
        keeper = self.windows.start("cmd", "/k", stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:   # Wine ends its services with the last program
            self.install("passwords.exe")
            self.assertEqual([piece["running"] for piece in self.evidence(self.only(self.check()), "service")], [False])
            self.run_program("net", "start", "kpm_service_24.0")
            product = self.only(self.check())
            service, = self.evidence(product, "service")
            self.assertEqual((service["running"], service["presence"]), (True, "present"))
            self.assertEqual([piece["id"] for piece in self.evidence(product, "process")], ["kpm_service.exe"])
            text = self.windows.run(cli, "check", "--evidence", "--as-of", "2026-11-23").stdout
            self.assertIn("kpm_service_24.0 · running", " ".join(text.split()))
            self.run_program("net", "stop", "kpm_service_24.0")
            self.assertEqual([piece["running"] for piece in self.evidence(self.only(self.check()), "service")], [False])
        finally:
            keeper.kill()
            keeper.wait()

    def test_a_service_whose_key_is_gone_is_known_while_it_runs(self):
        keeper = self.windows.start("cmd", "/k", stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            self.install("passwords.exe")
            self.run_program("net", "start", "kpm_service_24.0")
            self.run_program("reg", "delete", r"HKLM\SYSTEM\CurrentControlSet\Services\kpm_service_24.0", "/f")
            product = self.only(self.check())
            self.assertEqual((product["product"], product["state"]), ("kaspersky-password-manager", "installed"))
            service, = self.evidence(product, "service")
            self.assertEqual((service["id"], service["readFrom"], service["running"], service["presence"]),
                             ("kpm_service_24.0", "Service Control Manager", True, "present"))
        finally:
            keeper.kill()
            keeper.wait()

    def test_an_msi_is_known_to_windows_installer_when_its_record_is_gone(self):
        self.install("person.msi")
        record, = self.evidence(self.only(self.check()), "msiProduct")
        key = record["readFrom"].replace("HKLM", "HKEY_LOCAL_MACHINE").removesuffix("\\InstallProperties")
        self.run_program("reg", "delete", key, "/f")
        product = self.only(self.check())
        told, = self.evidence(product, "msiProduct")
        self.assertEqual(told["readFrom"], "Windows Installer")
        self.assertEqual((told["id"], told["scope"], told["account"]), (record["id"], record["scope"], record["account"]))
        self.assertEqual((product["product"], product["state"]), ("kaspersky-password-manager", "installed"))

    def test_what_windows_installer_tells_too_is_not_a_second_product(self):
        for file in ("kis-21.3.msi", "person.msi"):
            self.install(file)
        pieces = [piece for piece in json.loads(self.windows.run(cli, "inventory", "--json").stdout)["evidence"]
                  if piece["kind"] == "msiProduct" and piece["id"] in (code("A001"), code("A004"))]
        self.assertEqual(sorted((piece["id"], piece["scope"]) for piece in pieces), [(code("A001"), "machine"), (code("A004"), "user")])
        self.assertNotIn("Windows Installer", [piece["readFrom"] for piece in pieces])

    def test_what_an_uninstaller_leaves_is_traces_and_nothing_installed(self):
        self.install("kis-setup.exe")
        # What the product writes while it runs, and its uninstaller does not know.
        data = self.windows.on_drive("ProgramData", "Kaspersky Lab", "AVP21.3", "Data")
        data.mkdir(parents=True)
        (data / "storage.kvdb").write_bytes(b"data")
        self.set_value(r"HKLM\SOFTWARE\WOW6432Node\KasperskyLab\AVP21.3\Data", "Ins_InitMode", "1", "REG_DWORD")
        driver = r"HKLM\SYSTEM\CurrentControlSet\Services\klif"
        self.set_value(driver, "ImagePath", r"\SystemRoot\System32\drivers\klif.sys")
        self.set_value(driver, "Type", "1", "REG_DWORD")
        self.assertEqual(self.found(), [("kaspersky-internet-security", "21.3.10", "installed")])
        self.remove_with("kis-setup.exe", "Program Files", "Common Files", "Stand-in setup", "remove.exe")
        value = self.check()
        self.assertEqual(value["verdict"], "traces")
        left = self.only(value)
        self.assertEqual((left["product"], left["state"]), ("kaspersky-consumer", "leftover"))
        self.assertEqual({piece["kind"] for piece in left["evidence"]}, {"folder", "registryKey", "driver"})

    def test_an_entry_whose_folder_was_deleted_by_hand_is_broken(self):
        self.install("passwords.exe")
        shutil.rmtree(self.windows.on_drive("Program Files", "Kaspersky Lab"))
        product = self.only(self.check())
        self.assertEqual((product["product"], product["state"]), ("kaspersky-password-manager", "broken"))
        self.assertIn("folderMissing", [reason["code"] for reason in product["stateReasons"]])

    def test_a_service_whose_entry_was_deleted_is_broken(self):
        self.install("passwords.exe")
        self.run_program("reg", "delete", r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\KPM24.0", "/f")
        product = self.only(self.check())
        self.assertEqual((product["product"], product["state"]), ("kaspersky-password-manager", "broken"))
        self.assertIn("serviceWithoutEntry", [reason["code"] for reason in product["stateReasons"]])

    def test_the_inventory_names_what_is_not_kaspersky_s_too(self):
        key = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\Żółw"
        self.set_value(key, "DisplayName", "Żółw – программа 7")
        names = [piece["name"] for piece in
                 json.loads(self.windows.run(cli, "inventory", "--json").stdout)["evidence"] if piece["kind"] == "program"]
        self.assertIn("Żółw – программа 7", names)
        self.assert_clean()


if __name__ == "__main__":
    begin = time.monotonic()
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=1).run(unittest.defaultTestLoader.loadTestsFromTestCase(RealProducts))
    bad = len(result.failures) + len(result.errors)
    print(f"real products: {result.testsRun - bad} of {result.testsRun} cases hold, {time.monotonic() - begin:.0f} s")
    sys.exit(0 if bad == 0 and result.testsRun > 10 else 1)
