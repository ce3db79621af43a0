"""What Windows itself answers: `offramp-cli machine`, and `offramp-cli signature` with files signed for this test.

The certificates are made here and trusted by no computer. Wine checks that a file is unchanged and builds the chain of
certificates, but believes every root, and certificates that ended; that Offramp does not is what some cases here prove. Wine takes a
certificate that is for something else, too, and knows no catalogs of signatures; that, revoked certificates and time
stamps are not in these cases.

Usage: system_answers_test.py PROGRAMS SOURCE_TREE   (PROGRAMS is the folder with offramp-cli.exe)
"""
import hashlib
import json
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest

import jsonschema

import wine
import real_products_test as products

programs, tree = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
cli = programs / "offramp-cli.exe"
NOT_SIGNED, BAD_DIGEST, UNTRUSTED_ROOT, INCOMPLETE_CHAIN, EXPIRED = "none", "0x80096010", "0x800B0109", "0x800B010A", "0x800B0101"
root_key = r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\SystemCertificates\ROOT\Certificates"


def schema(name):
    return jsonschema.Draft7Validator(json.loads((tree / f"resources/schema/{name}.schema.json").read_text()))


class Authority:
    """A root certificate and what it vouches for."""

    def __init__(self, folder, name):
        self.folder, self.name = folder, name
        self.openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{name}.key", "-out", f"{name}.pem",
                     "-days", "30", "-subj", f"/CN={name}", "-addext", "keyUsage=critical,keyCertSign")

    def openssl(self, *arguments):
        return subprocess.run(["openssl", *arguments], cwd=self.folder, check=True, capture_output=True).stdout

    def certify(self, name, subject):
        (self.folder / "extensions").write_text("basicConstraints=CA:FALSE\nextendedKeyUsage=codeSigning\n")
        self.openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", subject,
                     "-utf8")
        self.openssl("x509", "-req", "-in", f"{name}.csr", "-CA", f"{self.name}.pem", "-CAkey", f"{self.name}.key",
                     "-CAcreateserial", "-days", "20", "-extfile", "extensions", "-out", f"{name}.pem")

    def certify_for_the_past(self, name, subject):
        """A certificate that ended long ago."""
        (self.folder / "past.cnf").write_text(
            "[ca]\ndefault_ca=past\n[past]\ndatabase=past.txt\nserial=past.serial\nnew_certs_dir=.\ndefault_md=sha256\n"
            "policy=names\n[names]\ncommonName=supplied\n[extensions]\nextendedKeyUsage=codeSigning\n")
        (self.folder / "past.txt").touch()
        (self.folder / "past.serial").write_text("0A")
        self.openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", subject)
        self.openssl("ca", "-batch", "-notext", "-config", "past.cnf", "-extensions", "extensions", "-in", f"{name}.csr", "-cert",
                     f"{self.name}.pem", "-keyfile", f"{self.name}.key", "-startdate", "20200101000000Z", "-enddate",
                     "20200201000000Z", "-out", f"{name}.pem")

    def sign(self, certificate, source, target, *more):
        subprocess.run(["osslsigncode", "sign", "-certs", f"{certificate}.pem", "-key", f"{certificate}.key", *more,
                        "-h", "sha256", "-in", source, "-out", target], cwd=self.folder, check=True, capture_output=True)

    def registry_file(self, prefix):
        """The root as an entry of Windows' store of trusted roots."""
        der = self.openssl("x509", "-in", f"{self.name}.pem", "-outform", "DER")
        digest = hashlib.sha1(der).digest()
        parts = [(3, digest), (32, der)]   # CERT_SHA1_HASH_PROP_ID, CERT_CERT_PROP_ID
        blob = b"".join(struct.pack("<III", kind, 1, len(data)) + data for kind, data in parts)
        file = self.folder / f"{prefix}.reg"
        value = ",".join(f"{byte:02x}" for byte in blob)
        text = f'Windows Registry Editor Version 5.00\r\n\r\n[{root_key}\\{digest.hex().upper()}]\r\n"Blob"=hex:{value}\r\n'
        file.write_bytes(b"\xff\xfe" + text.encode("utf-16-le"))
        return file


class SystemAnswers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.build = folder = pathlib.Path(cls.scratch.name).resolve()
        cls.authority = Authority(folder, "Offramp test root")
        cls.authority.certify("signer", "/CN=Offramp test signer Ω/O=Nobody")
        cls.plain = folder / "plain.exe"
        shutil.copy(cli, cls.plain)
        cls.authority.sign("signer", cls.plain, folder / "signed.exe", "-ac", f"{cls.authority.name}.pem")
        cls.authority.sign("signer", cls.plain, folder / "without-root.exe")
        cls.authority.certify_for_the_past("former", "/CN=Offramp former signer")
        cls.authority.sign("former", cls.plain, folder / "expired.exe")
        cls.windows = wine.Prefix()
        cls.windows.run("winecfg", "-v", "win10", check=True)

    @classmethod
    def tearDownClass(cls):
        cls.windows.__exit__()
        cls.scratch.cleanup()

    def tearDown(self):
        self.windows.reset()

    def json(self, name, *arguments):
        finished = self.windows.run(cli, name, *arguments, "--json")
        self.assertEqual(finished.stderr, "")
        value = json.loads(finished.stdout)
        self.assertEqual([f"{list(e.absolute_path)}: {e.message}" for e in schema(name).iter_errors(value)], [])
        return finished.returncode, value

    def trust_root(self):
        self.windows.import_registry(self.authority.registry_file("trust"))

    def on_drive(self, source, name=None, change=None):
        """The file on drive C, with one byte changed when its place is given; where Windows finds it."""
        content = bytearray(pathlib.Path(source).read_bytes())
        if change is not None:
            content[change] ^= 1
        name = name or pathlib.Path(source).name
        (self.windows.drive / name).write_bytes(content)
        return "C:\\" + name

    def signature(self, path):
        code, value = self.json("signature", path)
        self.assertEqual((value["file"], value["issues"]), (path, []))
        trust = value["signature"]["trust"]
        self.assertEqual(code, 0 if trust == "trusted" else 10)
        self.assertEqual(value["signature"]["detail"] is None, trust != "untrusted")
        return value

    def assert_untrusted(self, path, system_code):
        signature = self.signature(path)["signature"]
        self.assertEqual(signature["trust"], "untrusted")
        self.assertIn(system_code, signature["detail"])
        return signature

    def test_a_program_that_nobody_signed_says_what_it_is_and_that_it_is_not_signed(self):
        value = self.signature(self.on_drive(self.plain))
        self.assertEqual(value["signature"], {"trust": NOT_SIGNED, "signer": None, "detail": None})
        self.assertEqual((value["version"]["company"], value["version"]["description"]), ("Offramp", "Offramp (command line)"))
        self.assertRegex(value["version"]["version"], r"^\d+\.\d+\.\d+\.\d+$")

    def test_a_file_that_is_no_program_is_not_signed_and_says_nothing(self):
        (self.windows.drive / "list.txt").write_text("a list")
        value = self.signature("C:\\list.txt")
        self.assertEqual(value["signature"]["trust"], NOT_SIGNED)
        self.assertEqual(set(value["version"].values()), {None})

    def test_a_signer_whose_root_this_computer_does_not_trust_is_only_claimed(self):
        path = self.on_drive(self.build / "signed.exe")
        self.assertEqual(self.assert_untrusted(path, UNTRUSTED_ROOT)["signer"], "Offramp test signer Ω")
        text = self.windows.run(cli, "signature", path).stdout
        self.assertIn("Claims to be by     Offramp test signer Ω", text)
        self.assertNotIn("Signed by", text)

    def test_with_the_root_trusted_the_same_file_is_and_names_its_signer(self):
        self.trust_root()
        value = self.signature(self.on_drive(self.build / "signed.exe", "Jürgen Ольга 東京.exe"))
        self.assertEqual(value["signature"], {"trust": "trusted", "signer": "Offramp test signer Ω", "detail": None})
        text = self.windows.run(cli, "signature", "C:\\Jürgen Ольга 東京.exe")
        self.assertEqual(text.returncode, 0)
        self.assertIn("Signed by           Offramp test signer Ω", text.stdout)

    def test_one_changed_byte_anywhere_ends_the_trust(self):
        self.trust_root()
        size = self.plain.stat().st_size
        for place in (0x200, size // 3, size - 1):   # behind the headers, in the middle, the last byte before the signature
            self.assert_untrusted(self.on_drive(self.build / "signed.exe", f"changed-{place}.exe", place), BAD_DIGEST)

    def test_a_damaged_signature_is_not_trusted_wherever_the_damage_is(self):
        self.trust_root()
        source = self.build / "without-root.exe"
        self.assertEqual(self.signature(self.on_drive(source))["signature"]["trust"], "trusted")
        signature = source.read_bytes()[self.plain.stat().st_size:]
        certificate = self.authority.openssl("x509", "-in", "signer.pem", "-outform", "DER")
        begin, signer = signature.index(certificate), signature.rindex(b"\x04\x82\x01\x00")   # the last one is the signature itself
        for place in (begin + len(certificate) // 3, begin + len(certificate) - 40, signer + 100):
            damaged = self.on_drive(source, f"damaged-{place}.exe", self.plain.stat().st_size + place)
            self.assertEqual(self.signature(damaged)["signature"]["trust"], "untrusted", place)

    def test_a_signature_that_does_not_lead_to_any_root_is_not_trusted(self):
        self.assert_untrusted(self.on_drive(self.build / "without-root.exe"), INCOMPLETE_CHAIN)

    def test_a_certificate_that_ended_is_not_trusted_without_a_time_stamp(self):
        self.trust_root()
        self.assert_untrusted(self.on_drive(self.build / "expired.exe"), EXPIRED)

    def test_a_lenient_value_in_the_person_s_registry_makes_nobody_trusted(self):
        self.windows.run("reg", "add", r"HKCU\Software\Microsoft\Windows\CurrentVersion\WinTrust\Trust Providers\Software Publishing",
                         "/v", "State", "/t", "REG_DWORD", "/d", "0x23ca0", "/f", check=True)
        self.assert_untrusted(self.on_drive(self.build / "signed.exe"), UNTRUSTED_ROOT)

    def test_what_is_not_there_or_not_of_this_computer_is_said(self):
        for path, words in (("C:\\missing.exe", "not found"), ("C:\\windows", "a folder"), ("\\\\server\\share\\x.exe", "not available")):
            finished = self.windows.run(cli, "signature", path)
            self.assertEqual((finished.returncode, finished.stdout), (65, ""), path)
            self.assertIn(words, finished.stderr)

    def test_machine_counts_what_the_managers_list_and_says_plainly_what_they_do_not(self):
        code, value = self.json("machine")
        self.assertEqual((code, value["machine"]["os"], value["machine"]["recorded"]), (0, "windows", False))
        self.assertGreater(value["managers"]["services"], 5)
        self.assertEqual(value["managers"]["installerProducts"], 0)
        self.assertEqual(value["pendingRestart"], {"pending": False, "reasons": []})
        self.assertEqual(value["bootId"], self.json("machine")[1]["bootId"])
        self.assertEqual(value["notifications"], "welcome")
        # Wine has a Task Scheduler that does not list its tasks.
        issue, = value["issues"]
        self.assertEqual((issue["about"], issue["code"], value["managers"]["scheduledTasks"]), ("scheduledTasks", "unsupported", None))
        self.assertNotEqual(issue["systemCode"], None)
        text = self.windows.run(cli, "machine").stdout
        self.assertRegex(text, r"Scheduled tasks +could not be told\. Task Scheduler")

    def test_a_package_that_was_really_installed_is_counted(self):
        shutil.copy(products.sources / "product.wxs", self.build)
        products.setup(self.build, "program.nsi", "program.exe")
        products.msi(self.build, "agent.msi", "Kaspersky Security Center Network Agent", "14.2.0", "A003", "NetworkAgent",
                     "klnagent.exe", "klnagent", "Kaspersky Security Center Network Agent", r"Components\34\1103\1.0.0.0")
        self.windows.run("msiexec", "/i", wine.in_windows(self.build / "agent.msi"), "/qn", check=True)
        self.assertEqual(self.json("machine")[1]["managers"]["installerProducts"], 1)
        self.windows.run("msiexec", "/x", products.code("A003"), "/qn", check=True)
        self.assertEqual(self.json("machine")[1]["managers"]["installerProducts"], 0)

    def test_machine_names_who_waits_for_a_restart(self):
        self.windows.run("reg", "add", r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired",
                         "/f", check=True)
        self.assertEqual(self.json("machine")[1]["pendingRestart"], {"pending": True, "reasons": ["Windows Update"]})


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
