"""The Windows programs as files: what Windows reads from them before it starts them.

Icon, version, manifest, subsystem, hardening, and which libraries they ask the system for. Needs neither Wine nor
Windows. Usage: program_files.py BIN_DIR SOURCE_DIR
"""
import pathlib
import re
import struct
import sys
import unittest
import xml.etree.ElementTree

folder, tree = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
version = re.search(r"project\(offramp VERSION ([\d.]+)", (tree / "CMakeLists.txt").read_text())[1]

# subsystem (2: windows, 3: console), level of rights, what Windows calls it when it asks for consent
programs = {
    "offramp": (2, "asInvoker", "Offramp"),
    "offramp-cli": (3, "asInvoker", "Offramp (command line)"),
    "offramp-broker": (3, "requireAdministrator", "Offramp (steps that need administrator rights)"),
}
# Every one of these is part of Windows 10 version 1809 and later. Anything else would have to be shipped beside the program.
system_libraries = set("""
    advapi32 authz bcrypt comctl32 comdlg32 crypt32 cryptnet d2d1 d3d11 d3d9 dwmapi dwrite dxgi gdi32 imm32 iphlpapi kernel32
    mpr msi msvcrt netapi32 normaliz ntdll ole32 oleaut32 powrprof propsys psapi rpcrt4 secur32 setupapi shcore shell32
    shlwapi taskschd user32 userenv uxtheme version wevtapi winhttp winmm wintrust winspool.drv wldap32 ws2_32 wtsapi32
""".split())
icon_sizes = [16, 20, 24, 32, 40, 48, 64, 256]
namespaces = {
    "v1": "urn:schemas-microsoft-com:asm.v1",
    "v3": "urn:schemas-microsoft-com:asm.v3",
    "compatibility": "urn:schemas-microsoft-com:compatibility.v1",
    "2016": "http://schemas.microsoft.com/SMI/2016/WindowsSettings",
    "2019": "http://schemas.microsoft.com/SMI/2019/WindowsSettings",
}
ICON_GROUP, VERSION, MANIFEST = 14, 16, 24


class ProgramFile:
    """The parts of the Portable Executable format this test asks for."""

    def __init__(self, path):
        self.data = path.read_bytes()
        header = self.number("<I", 0x3C)
        if self.data[header:header + 4] != b"PE\0\0":
            raise ValueError(f"{path} is not a Windows program")
        self.machine, sections, self.timestamp = struct.unpack_from("<HHI", self.data, header + 4)
        optional = header + 24
        self.magic = self.number("<H", optional)
        self.subsystem, self.characteristics = struct.unpack_from("<HH", self.data, optional + 68)
        self.directories = [struct.unpack_from("<II", self.data, optional + 112 + 8 * i) for i in range(16)]
        table = optional + self.number("<H", header + 20)
        self.sections = [struct.unpack_from("<8sIIII", self.data, table + 40 * i) for i in range(sections)]

    def number(self, form, offset):
        return struct.unpack_from(form, self.data, offset)[0]

    def offset(self, address):
        for _, size, start, stored, place in self.sections:
            if start <= address < start + max(size, stored):
                return address - start + place
        raise ValueError(f"address {address:#x} is in no section")

    def imports(self):
        for directory, entry_size, name_field in ((1, 20, 12), (13, 32, 4)):  # what starts with it, what is loaded late
            address, _ = self.directories[directory]
            if not address:
                continue
            entry = self.offset(address)
            while self.number("<I", entry + name_field):
                name = self.offset(self.number("<I", entry + name_field))
                yield self.data[name:self.data.index(b"\0", name)].decode("ascii")
                entry += entry_size

    def resources(self, kind):
        root = self.offset(self.directories[2][0])

        def entries(table):
            named, numbered = struct.unpack_from("<HH", self.data, table + 12)
            return [struct.unpack_from("<II", self.data, table + 16 + 8 * i) for i in range(named + numbered)]

        for identifier, place in entries(root):
            if identifier != kind:
                continue
            for _, names in entries(root + (place & 0x7FFFFFFF)):
                for _, leaf in entries(root + (names & 0x7FFFFFFF)):
                    address, size = struct.unpack_from("<II", self.data, root + leaf)
                    start = self.offset(address)
                    yield self.data[start:start + size]


def version_strings(block):
    """The names and values of the first table of strings of a version resource."""
    text = block.decode("utf-16-le", errors="replace")
    return {name: text.split(name + "\0", 1)[1].lstrip("\0").split("\0", 1)[0] for name in (
        "CompanyName", "FileDescription", "FileVersion", "InternalName", "LegalCopyright", "OriginalFilename",
        "ProductName", "ProductVersion")}


files = {name: ProgramFile(folder / f"{name}.exe") for name in programs}


class ProgramFiles(unittest.TestCase):
    def test_they_are_64_bit_programs_of_the_right_kind(self):
        for name, program in files.items():
            with self.subTest(program=name):
                self.assertEqual((program.machine, program.magic), (0x8664, 0x20B))
                self.assertEqual(program.subsystem, programs[name][0])

    def test_addresses_are_random_with_high_entropy_and_data_cannot_be_run(self):
        for name, program in files.items():
            with self.subTest(program=name):
                self.assertEqual(program.characteristics & 0x160, 0x160)  # high entropy, dynamic base, no execution of data
                self.assertNotEqual(program.directories[5], (0, 0), "without relocations the addresses stay where they are")

    def test_they_ask_for_libraries_of_windows_only(self):
        for name, program in files.items():
            with self.subTest(program=name):
                asked = {name.lower().removesuffix(".dll") for name in program.imports()}
                self.assertIn("kernel32", asked)
                foreign = {name for name in asked - system_libraries if not name.startswith("api-ms-win-")}
                self.assertEqual(foreign, set())

    def test_the_version_names_the_program_and_who_made_it(self):
        numbers = [int(number) for number in version.split(".")]
        for name, program in files.items():
            with self.subTest(program=name):
                description = programs[name][2]
                (block,) = program.resources(VERSION)
                fixed = block.index(struct.pack("<I", 0xFEEF04BD))
                high, low = struct.unpack_from("<II", block, fixed + 8)
                self.assertEqual([high >> 16, high & 0xFFFF, low >> 16, low & 0xFFFF], numbers + [0])
                self.assertEqual(struct.unpack_from("<II", block, fixed + 16), (high, low))
                self.assertEqual(version_strings(block), {
                    "CompanyName": "Offramp", "FileDescription": description, "FileVersion": version, "InternalName": name,
                    "LegalCopyright": "\u00a9 The Offramp authors. GNU General Public License, version 3 or later.",
                    "OriginalFilename": f"{name}.exe", "ProductName": "Offramp", "ProductVersion": version})

    def test_the_icon_has_every_size_windows_asks_for(self):
        for name, program in files.items():
            with self.subTest(program=name):
                (group,) = program.resources(ICON_GROUP)
                count = struct.unpack_from("<H", group, 4)[0]
                self.assertEqual([group[6 + 14 * i] or 256 for i in range(count)], icon_sizes)

    def test_the_manifest_asks_for_the_rights_it_needs_and_for_sharp_text_and_long_paths(self):
        for name, program in files.items():
            with self.subTest(program=name):
                level = programs[name][1]
                (text,) = program.resources(MANIFEST)
                manifest = xml.etree.ElementTree.fromstring(text.rstrip(b"\0"))
                rights = manifest.findall(".//v3:requestedExecutionLevel", namespaces)
                self.assertEqual([right.attrib for right in rights], [{"level": level, "uiAccess": "false"}])
                self.assertEqual(manifest.findtext(".//2016:dpiAwareness", None, namespaces), "PerMonitorV2, PerMonitor")
                self.assertEqual(manifest.findtext(".//2016:longPathAware", None, namespaces), "true")
                self.assertEqual(manifest.findtext(".//2019:activeCodePage", None, namespaces), "UTF-8")
                systems = [system.get("Id") for system in manifest.findall(".//compatibility:supportedOS", namespaces)]
                self.assertEqual(systems, ["{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"])
                identities = {one.get("name"): one.get("version") for one in manifest.iter(f"{{{namespaces['v1']}}}assemblyIdentity")}
                self.assertEqual(identities, {f"Offramp.{name}": f"{version}.0", "Microsoft.Windows.Common-Controls": "6.0.0.0"})

    def test_the_same_sources_give_the_same_file(self):
        for name, program in files.items():
            with self.subTest(program=name):
                self.assertEqual(program.timestamp, 0, "the moment of building is in the file")
                for machine_path in (str(tree).encode(), str(tree).encode("utf-16-le")):
                    self.assertFalse(machine_path in program.data, "the folder it was built in is in the file")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
