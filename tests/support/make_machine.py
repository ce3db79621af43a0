#!/usr/bin/env python3
"""Turns a list of things seen on a machine into a recorded-machine folder (docs/data-formats.md).

    make_machine.py ROWS.jsonl --output tests/machines            one folder per "machine" named in the rows
    make_machine.py ROWS.jsonl --output tests/machines --only win-ru-kes10 --limit 300

ROWS.jsonl holds one JSON object per line; missing fields count as empty:

    machine, os ("windows" | "linux" | "macos"), source, key, hive ("HKLM" | "HKLM32" | "HKCU" | ""), name, version,
    publisher, install_location, uninstall_string

`source` says what kind of thing the row is; CONVERTERS below is the whole list. Nothing is invented: an entry whose key
the list does not give is filed under its display name, a product code nobody wrote down is derived from the name, and a
row of a kind no place of a machine can hold (a hot fix, a loaded module) is counted and left out.

For machines written by hand, three more kinds of row give full control:

    {"source": "registry", "key": "HKLM\\\\SOFTWARE\\\\…", "values": {"Name": "text" | 5 | ["a", "b"] | {"hex": "0011", "type": 3}}}
    {"source": "file", "install_location": "/opt/x" , "content": "text" | {"hex": "…"} | {"plist": {…}, "binary": true}}
    {"source": "machine", "set": {"server": true, "denied": ["HKLM\\\\SYSTEM"], …}}      fields of machine.json

The same rows always give the same bytes. expected.json is never written: it says what a careful person would say.
"""
import argparse
import base64
import hashlib
import json
import plistlib
import re
import shutil
import sys
import uuid
from datetime import datetime
from pathlib import Path

RECORDED_AT = "2026-11-23T10:42:00Z"
USER_SID = "S-1-5-21-0-0-0-1001"        # what a recorded HKCU stands for
USER_NAME = "user"
SYSTEM_SID = "S-1-5-18"

UNINSTALL = r"Microsoft\Windows\CurrentVersion\Uninstall"
SERVICES = r"HKLM\SYSTEM\CurrentControlSet\Services"
CLASSES = r"HKLM\SYSTEM\CurrentControlSet\Control\Class"
NETWORK_ADAPTERS = CLASSES + r"\{4d36e972-e325-11ce-bfc1-08002be10318}"
PRODUCTS = rf"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Installer\UserData\{SYSTEM_SID}\Products"
STORE_APPS = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Appx\AppxAllUserStore\Applications"
ROOT_CERTIFICATES = r"HKLM\SOFTWARE\Microsoft\SystemCertificates\ROOT\Certificates"
TASK_CACHE = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Schedule\TaskCache"
FILTERING = SERVICES + r"\BFE\Parameters\Policy\Persistent"
RPM_QUERY = ["rpm", "-qa", "--queryformat",
             r"%{NAME}\t%{VERSION}-%{RELEASE}\t%{ARCH}\t%{VENDOR}\t%{INSTALLTIME}\n"]

HIVES = {"HKLM": "HKEY_LOCAL_MACHINE", "HKU": "HKEY_USERS", "HKCU": "HKEY_CURRENT_USER", "HKCR": "HKEY_CLASSES_ROOT"}


# --- encodings -------------------------------------------------------------------------------------------------------

def wide(text):
    return text.encode("utf-16-le")


def packed_guid(product_code):
    """How Windows Installer names a product in the registry: every group of a GUID with its digits turned around."""
    digits = product_code.strip("{}").replace("-", "").upper()
    groups = (8, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2)
    packed, at = "", 0
    for size in groups:
        packed += digits[at:at + size][::-1]
        at += size
    return packed


def derived_guid(*words):
    return "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, "recorded-machine:" + "\n".join(words))).upper() + "}"


def publisher_hash(publisher):
    """The 13 characters that end a Store package family name: base 32 of a hash of the publisher's distinguished name."""
    alphabet = "0123456789abcdefghjkmnpqrstvwxyz"
    bits = "".join(f"{byte:08b}" for byte in hashlib.sha256(wide(publisher)).digest()[:8]) + "0"
    return "".join(alphabet[int(bits[at:at + 5], 2)] for at in range(0, 65, 5))


def der(tag, *parts):
    body = b"".join(parts)
    if len(body) < 0x80:
        return bytes([tag, len(body)]) + body
    size = len(body).to_bytes((len(body).bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(size)]) + size + body


def certificate(common_name, organisation):
    """The smallest X.509 certificate a reader of subject names accepts; its key and signature are zeros."""
    def attribute(last, text):
        return der(0x31, der(0x30, der(0x06, bytes([0x55, 0x04, last])), der(0x0C, text.encode())))
    subject = der(0x30, *([attribute(0x0A, organisation)] if organisation else []), attribute(0x03, common_name))
    rsa_with_sha256 = der(0x30, der(0x06, bytes.fromhex("2a864886f70d01010b")), der(0x05))
    rsa = der(0x30, der(0x06, bytes.fromhex("2a864886f70d010101")), der(0x05))
    key = der(0x30, rsa, der(0x03, b"\0", der(0x30, der(0x02, b"\x01" * 64), der(0x02, b"\x01\0\x01"))))
    validity = der(0x30, der(0x17, b"200101000000Z"), der(0x17, b"300101000000Z"))
    to_be_signed = der(0x30, der(0xA0, der(0x02, b"\x02")), der(0x02, b"\x01"), rsa_with_sha256, subject, validity,
                       subject, key)
    return der(0x30, to_be_signed, rsa_with_sha256, der(0x03, b"\0" + bytes(64)))


def certificate_blob(encoded):
    """The registry's serialized form: property id, 1, length and bytes; 3 is the SHA-1, 32 the certificate."""
    def item(number, data):
        return number.to_bytes(4, "little") + (1).to_bytes(4, "little") + len(data).to_bytes(4, "little") + data
    return item(3, hashlib.sha1(encoded).digest()) + item(32, encoded)


def hexadecimal(data, kind):
    prefix = "hex:" if kind == 3 else f"hex({kind:x}):"
    return prefix + ",".join(f"{byte:02x}" for byte in data)


def registry_value(name, value):
    left = "@" if name == "" else '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, bool):
        value = int(value)
    if isinstance(value, int):
        return f"{left}=dword:{value:08x}"
    if isinstance(value, list):
        return f"{left}={hexadecimal(b''.join(wide(text) + bytes(2) for text in value) + bytes(2), 7)}"
    if isinstance(value, dict):
        if "expand" in value:
            return f"{left}={hexadecimal(wide(value['expand']) + bytes(2), 2)}"
        return f"{left}={hexadecimal(bytes.fromhex(value['hex']), value.get('type', 3))}"
    if any(ord(character) < 0x20 for character in value):
        return f"{left}={hexadecimal(wide(value) + bytes(2), 1)}"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'{left}="{escaped}"'


def folded_line(line):
    """regedit breaks hexadecimal lines after 80 columns with a backslash."""
    lines = []
    while len(line) > 79 and "=hex" in (lines[0] if lines else line):
        cut = line.rfind(",", 0, 78) + 1
        if cut <= 0:
            break
        lines.append(line[:cut] + "\\")
        line = "  " + line[cut:]
    return "\r\n".join(lines + [line])


# --- the machine under construction -----------------------------------------------------------------------------------

class Machine:
    def __init__(self, name, os_name):
        self.name, self.os = name, os_name
        self.about = {"os": os_name, "name": name, "recordedAt": RECORDED_AT}
        self.keys = {}          # "HKLM\\…" as first spelled -> {value name: value}
        self.spelling = {}      # folded -> as first spelled
        self.files = {}
        self.dpkg, self.rpm = [], []
        self.processes, self.security, self.extensions, self.addons = [], [], [], []
        self.skipped = []

    def registry(self, key, values=None):
        spelled = self.spelling.setdefault(key.lower(), key)
        self.keys.setdefault(spelled, {}).update(values or {})

    def has_key(self, key):
        return key.lower() in self.spelling

    def file(self, path, content=b""):
        """`path` in the machine's own spelling; Windows drives become the first folder."""
        relative = path.replace("\\", "/").lstrip("/")
        relative = re.sub(r"^([A-Za-z]):/*", lambda drive: drive.group(1).upper() + "/", relative)
        self.files[relative.rstrip("/")] = content if isinstance(content, bytes) else content.encode()

    def folder(self, path):
        self.file(path.rstrip("\\/") + "/.keep")

    def plist(self, path, values, binary=False):
        form = plistlib.FMT_BINARY if binary else plistlib.FMT_XML
        self.file(path, plistlib.dumps(values, fmt=form, sort_keys=True))

    def unused_key(self, base, name):
        """A display name as a key, numbered when two entries share it."""
        plain = (name or "unnamed").replace("\\", "/")
        key, number = plain, 2
        while self.has_key(f"{base}\\{key}"):
            key, number = f"{plain} ({number})", number + 1
        return key


def software(hive):
    return {"HKLM32": r"HKLM\SOFTWARE\WOW6432Node", "HKCU": r"HKCU\Software"}.get(hive, r"HKLM\SOFTWARE")


def present(**values):
    return {name: value for name, value in values.items() if value not in ("", None)}


# --- one function per kind of row -------------------------------------------------------------------------------------

def uninstall_entry(machine, row):
    base = software(row["hive"]) + "\\" + UNINSTALL
    machine.registry(base)
    key = row["key"] or machine.unused_key(base, row["name"])
    values = present(DisplayName=row["name"], DisplayVersion=row["version"], Publisher=row["publisher"],
                     InstallLocation=row["install_location"], UninstallString=row["uninstall_string"])
    if row.get("no_remove"):
        values["NoRemove"] = 1
    machine.registry(f"{base}\\{key}", values | row.get("values", {}))


def installer_product(machine, row):
    code = row["key"] or derived_guid(row["name"], row["version"])
    packed = row.get("packed_key") or packed_guid(code)
    machine.registry(f"{PRODUCTS}\\{packed}\\InstallProperties",
                     present(DisplayName=row["name"], DisplayVersion=row["version"], Publisher=row["publisher"],
                             InstallLocation=row["install_location"],
                             UninstallString=row["uninstall_string"] or f"MsiExec.exe /X{code}")
                     | row.get("values", {}))


def hidden_installer_entry(machine, row):
    """The entry a setup program hides behind its own, visible one."""
    uninstall_entry(machine, row | {"values": {"SystemComponent": 1, "WindowsInstaller": 1} | row.get("values", {}),
                                    "uninstall_string": row["uninstall_string"] or f"MsiExec.exe /X{row['key']}"})
    installer_product(machine, row)


def store_app(machine, row):
    full = row["key"] or f"{row['name']}_{row['version']}_neutral__{publisher_hash(row['publisher'])}"
    family = re.fullmatch(r"(.+)_([0-9a-z]{13})", full)
    if family and "__" not in full:
        full = f"{family.group(1)}_{row['version'] or '0.0.0.0'}_neutral__{family.group(2)}"
    place = row["install_location"] or f"C:\\Program Files\\WindowsApps\\{full}"
    machine.registry(STORE_APPS)
    machine.registry(f"{STORE_APPS}\\{full}", {"Path": place + "\\AppxManifest.xml"})
    if row["name"] and not full.startswith(row["name"]):
        repository = r"HKCU\Software\Classes\Local Settings\Software\Microsoft\Windows\CurrentVersion\AppModel\Repository"
        machine.registry(f"{repository}\\Packages\\{full}",
                         {"DisplayName": row["name"], "PackageID": full, "PackageRootFolder": place})


def security_product(machine, row):
    state = row.get("wsc_state", "").lower()
    on = "enabled=1" in state or state.startswith("enabled")
    off = "enabled=0" in state or state.startswith("disabled")
    entry = {"kind": {"AV": "antivirus", "FW": "firewall"}.get(row.get("wsc_type"), row.get("wsc_type", "antivirus")),
             "name": row["name"], "id": row["key"], "path": row["install_location"],
             "state": "on" if on else "off" if off else "",
             "signatures": "upToDate" if "uptodate=1" in state or "- up to date" in state
             else "outOfDate" if "uptodate=0" in state or "out of date" in state else ""}
    machine.security.append(present(**entry))


def service(machine, row, kind=0x10, start=2):
    if machine.os == "linux":
        unit = row["key"] or row["name"]
        command = row["install_location"] or "/bin/true"
        machine.file(row.get("unit_path") or f"/lib/systemd/system/{unit}",
                     f"[Unit]\nDescription={row['name']}\n\n[Service]\nExecStart={command}\n"
                     if row["install_location"] else f"[Unit]\nDescription={row['name']}\n\n[Service]\n")
        return
    machine.registry(SERVICES)
    key = row["key"] or machine.unused_key(SERVICES, row["name"])
    values = present(DisplayName=row["name"], ImagePath=row["install_location"].replace(" (file missing)", ""))
    if row.get("file_missing"):
        machine.about.setdefault("complete", []).append(re.sub(r"^\\\?\?\\", "", row["install_location"]))
    machine.registry(f"{SERVICES}\\{key}", {"Type": kind, "Start": start} | values | row.get("values", {}))


def driver(machine, row):
    name = "" if row["name"].lower() in (row["key"].lower(), row["key"].lower() + ".sys") else row["name"]
    service(machine, row | {"name": name, "key": row["key"] or re.sub(r"(?i)\.sys$", "", row["name"])}, kind=1, start=1)


def minifilter(machine, row):
    service(machine, row | {"name": ""}, kind=2, start=1)


def class_filter(machine, row):
    device_class, value = row["key"].rsplit("\\", 1)
    key = f"{CLASSES}\\{device_class}"
    machine.registry(key)
    names = machine.keys[machine.spelling[key.lower()]].setdefault(value, [])
    names.append(row["name"])


def network_adapter(machine, row):
    machine.registry(NETWORK_ADAPTERS)
    number = sum(key.startswith(NETWORK_ADAPTERS + "\\") for key in machine.keys)
    machine.registry(f"{NETWORK_ADAPTERS}\\{number:04}",
                     present(DriverDesc=row["name"], DriverVersion=row["version"], ProviderName=row["publisher"])
                     | row.get("values", {}))


def filtering_platform(machine, row):
    """Windows keeps providers and sublayers as serialized structures; their names stand inside in UTF-16."""
    place = "SubLayer" if "sublayer" in row["name"].lower() else "Filter" if "filter" in row["name"].lower() else "Provider"
    value = {"hex": (b"\x01\x10\x08\x00\xcc\xcc\xcc\xcc" + bytes(24) + wide(row["name"]) + bytes(6)).hex()}
    machine.registry(f"{FILTERING}\\{place}", {derived_guid(row["name"]).lower(): value})


def registry_key(machine, row):
    key = row["key"]
    if row["hive"] == "HKLM32" and "wow6432node" not in key.lower():
        key = re.sub(r"(?i)^HKLM\\SOFTWARE", lambda _: r"HKLM\SOFTWARE\WOW6432Node", key)
    machine.registry(key, row.get("values"))


def root_certificate(machine, row):
    encoded = certificate(row["name"], row["publisher"])
    base = ROOT_CERTIFICATES if row["hive"] != "HKCU" else r"HKCU\Software\Microsoft\SystemCertificates\Root\Certificates"
    thumbprint = hashlib.sha1(encoded).hexdigest().upper()
    machine.registry(f"{base}\\{thumbprint}", {"Blob": {"hex": certificate_blob(encoded).hex()}})


def scheduled_task(machine, row):
    path = "\\" + (row["key"] or row["name"]).replace("Task: ", "").strip("\\")
    identifier = derived_guid("task", path)
    machine.registry(f"{TASK_CACHE}\\Tree{path}", {"Id": identifier, "Index": 3})
    machine.registry(f"{TASK_CACHE}\\Tasks\\{identifier}", {"Path": path} | present(URI=path))
    if row["install_location"]:
        machine.file("C:/Windows/System32/Tasks" + path.replace("\\", "/"), b"\xff\xfe" + wide(
            '<?xml version="1.0" encoding="UTF-16"?>\r\n<Task version="1.2" '
            'xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">\r\n<Actions><Exec><Command>'
            + row["install_location"].replace("&", "&amp;").replace("<", "&lt;")
            + "</Command></Exec></Actions>\r\n</Task>\r\n"))


def native_messaging_host(machine, row):
    machine.registry(f"{software(row['hive'])}\\Google\\Chrome\\NativeMessagingHosts\\{row['key']}",
                     {"": row["install_location"]} if row["install_location"] else {})


def run_entry(machine, row):
    machine.registry(software(row["hive"]) + r"\Microsoft\Windows\CurrentVersion\Run",
                     {row["key"] or row["name"]: row["install_location"]})


def browser_helper(machine, row):
    machine.registry(software("HKLM") + r"\Microsoft\Windows\CurrentVersion\Explorer\Browser Helper Objects"
                     + "\\" + row["key"], {"": row["name"]})


def process(machine, row):
    machine.processes.append({"name": row["name"], "path": row["install_location"]})


def browser_extension(machine, row):
    mac = machine.os == "macos"
    if "@" in row["key"] or row["key"].startswith("{"):
        machine.addons.append({"id": row["key"], "type": "extension", "version": row["version"] or "0", "active": True,
                               "location": "app-profile", "defaultLocale": {"name": row["name"]}})
        return
    home = f"/Users/{USER_NAME}/Library/Application Support/Google/Chrome" if mac \
        else f"C:/Users/{USER_NAME}/AppData/Local/Google/Chrome/User Data"
    manifest = {"manifest_version": 3, "name": row["name"], "version": row["version"] or "0"}
    machine.file(f"{home}/Default/Extensions/{row['key']}/{manifest['version']}_0/manifest.json",
                 json.dumps(manifest, ensure_ascii=False, indent=1))


def dpkg_package(machine, row):
    lines = [f"Package: {row['key'] or row['name']}", f"Status: {row.get('status', 'install ok installed')}",
             f"Maintainer: {row['publisher']}" if row["publisher"] else "", "Architecture: amd64",
             f"Version: {row['version']}" if row["version"] else "", f"Description: {row['name']}"]
    machine.dpkg.append("\n".join(line for line in lines if line) + "\n")


def rpm_package(machine, row):
    machine.rpm.append("\t".join((row["key"] or row["name"], row["version"] or "0-0", "(none)",
                                  row["publisher"] or "(none)", "(none)")))


def pacman_package(machine, row):
    version = row["version"] or "0-0"
    machine.file(f"/var/lib/pacman/local/{row['key']}-{version}/desc",
                 f"%NAME%\n{row['key']}\n\n%VERSION%\n{version}\n\n%DESC%\n{row['name']}\n\n")


def snap_package(machine, row):
    machine.file(f"/snap/{row['key']}/current/meta/snap.yaml", f"name: {row['key']}\nversion: '{row['version']}'\n")


def flatpak_package(machine, row):
    machine.file(f"/var/lib/flatpak/app/{row['key']}/current/active/metadata",
                 f"[Application]\nname={row['key']}\n")


def nix_package(machine, row):
    service(machine, row | {"key": row["key"] + ".service", "unit_path": f"/etc/systemd/system/{row['key']}.service"})


def bundle(machine, row, parent, suffix):
    place = row["install_location"] or f"{parent}/{(row['name'] or row['key']).replace('/', ':')}{suffix}"
    identifier = row["key"] if "." in row["key"] else ""
    machine.plist(place + "/Contents/Info.plist",
                  present(CFBundleName=row["name"], CFBundleIdentifier=identifier,
                          CFBundleShortVersionString=row["version"], CFBundleGetInfoString=row.get("get_info")),
                  binary=row.get("binary", len(place) % 2 == 0))


def launch_item(folder):
    def convert(machine, row):
        path = row["install_location"] or f"/Library/{folder}/{row['key']}.plist"
        machine.plist(path, {"Label": row["key"], "RunAtLoad": True} | row.get("values", {}),
                      binary=row.get("binary", False))
    return convert


def receipt(machine, row):
    machine.plist(f"/var/db/receipts/{row['key']}.plist",
                  present(PackageIdentifier=row["key"], PackageVersion=row["version"])
                  | {"InstallDate": datetime(2023, 3, 14, 9, 0, 0)}, binary=True)


def system_extension(machine, row):
    team, _, identifier = row["key"].partition(".") if re.match(r"[0-9A-Z]{10}\.", row["key"]) else ("", "", row["key"])
    folder = f"/Library/SystemExtensions/{derived_guid(identifier).strip('{}')}/{identifier}.systemextension"
    machine.plist("/Library/SystemExtensions/db.plist", {"version": 1, "extensions": [
        {"identifier": identifier, "teamID": team, "state": "activated_enabled",
         "bundleVersion": {"CFBundleShortVersionString": row["version"], "CFBundleVersion": row["version"]},
         "originPath": folder}]}, binary=True)
    machine.plist(folder + "/Contents/Info.plist", present(CFBundleIdentifier=identifier, CFBundleName=row["name"],
                                                           CFBundleShortVersionString=row["version"]))


def plain_file(machine, row):
    content = row.get("content", "")
    path = row["install_location"]
    if row["source"] == "folder" and "." not in path.rsplit("\\", 1)[-1].rsplit("/", 1)[-1][-5:]:
        machine.folder(path)
    elif row["source"] == "folder" and re.search(r"\.\d+$", path):
        machine.folder(path)
    elif isinstance(content, dict):
        if "plist" in content:
            machine.plist(path, content["plist"], binary=content.get("binary", False))
        else:
            machine.file(path, bytes.fromhex(content.get("hex", "")) or base64.b64decode(content.get("base64", "")))
    else:
        machine.file(path, content)


def hosts_line(machine, row):
    machine.file(row["install_location"], row["name"] + "\r\n")


def bookmark(machine, row):
    machine.file(f"C:/Users/{USER_NAME}/AppData/Local/Google/Chrome/User Data/Default/Bookmarks", json.dumps(
        {"roots": {"bookmark_bar": {"children": [{"name": row["name"], "type": "url", "url": row["install_location"]}],
                                    "type": "folder"}}, "version": 1}, indent=1))


def batch_file(machine, row):
    machine.file(f"C:/Users/{USER_NAME}/Downloads/clean.bat", f"rem {row['name']}\r\n{row['install_location']} /f\r\n")


def connection(machine, row):
    machine.file(f"/etc/NetworkManager/system-connections/{row['name']}", f"[connection]\nid={row['name']}\ntype=vpn\n")


def driver_package(machine, row):
    machine.file(f"C:/Windows/INF/{row['key']}", f"; {row['name']}\r\n")


def machine_fields(machine, row):
    machine.about.update(row["set"])


def leave_out(machine, row):
    machine.skipped.append(f"{row['source']}: {row['name']}")


CONVERTERS = {
    "registry_uninstall": uninstall_entry, "reported_product": uninstall_entry, "msi": installer_product,
    "msi_hidden": hidden_installer_entry, "appx": store_app, "wsc": security_product, "service": service,
    "driver": driver, "minifilter": minifilter, "class_upperfilter": class_filter, "net_adapter": network_adapter,
    "wfp": filtering_platform, "registry_key": registry_key, "registry": registry_key, "cert_root": root_certificate,
    "scheduled_task": scheduled_task, "native_messaging": native_messaging_host, "run_key": run_entry,
    "bho": browser_helper, "process": process, "browser_ext": browser_extension, "dpkg": dpkg_package,
    "rpm": rpm_package, "pacman": pacman_package, "snap": snap_package, "flatpak": flatpak_package,
    "nixos": nix_package,
    "mac_app": lambda machine, row: bundle(machine, row, "/Applications", ".app"),
    "kext": lambda machine, row: bundle(machine, row, "/System/Library/Extensions", ".kext"),
    "launch_daemon": launch_item("LaunchDaemons"), "launch_agent": launch_item("LaunchAgents"),
    "pkg_receipt": receipt, "system_extension": system_extension,
    "file": plain_file, "folder": plain_file, "hosts": hosts_line, "bookmark": bookmark, "script_param": batch_file,
    "net_connection": connection, "driver_package": driver_package, "machine": machine_fields,
    "hotfix": leave_out, "module": leave_out, "plesk_extension": leave_out,
}
FIELDS = ("key", "hive", "name", "version", "publisher", "install_location", "uninstall_string")


# --- writing ----------------------------------------------------------------------------------------------------------

def registry_text(keys):
    lines = ["Windows Registry Editor Version 5.00", ""]
    for key in sorted(keys, key=str.lower):
        hive, _, rest = key.partition("\\")
        lines.append(f"[{HIVES[hive]}\\{rest}]")
        lines += [folded_line(registry_value(name, value)) for name, value in keys[key].items()]
        lines.append("")
    return "\r\n".join(lines) + "\r\n"


def dump(path, value):
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def write(machine, folder):
    """Replaces everything in `folder` but expected.json."""
    for old in (folder.iterdir() if folder.exists() else ()):
        if old.name != "expected.json":
            shutil.rmtree(old) if old.is_dir() else old.unlink()
    folder.mkdir(parents=True, exist_ok=True)
    dump(folder / "machine.json", machine.about)
    groups = {"software": "HKLM\\SOFTWARE", "system": "HKLM\\SYSTEM"}
    for name in (*groups, "users"):
        chosen = {key: values for key, values in machine.keys.items()
                  if (key.upper().startswith(groups[name]) if name in groups else not key.upper().startswith("HKLM"))}
        if chosen:
            (folder / "registry").mkdir(exist_ok=True)
            (folder / "registry" / f"{name}.reg").write_bytes(b"\xff\xfe" + wide(registry_text(chosen)))
    if machine.dpkg:
        machine.file("/var/lib/dpkg/status", "\n".join(machine.dpkg))
    if machine.addons:
        profile = f"/Users/{USER_NAME}/Library/Application Support/Firefox/Profiles" if machine.os == "macos" \
            else f"C:/Users/{USER_NAME}/AppData/Roaming/Mozilla/Firefox/Profiles"
        machine.file(f"{profile}/abcd1234.default-release/extensions.json",
                     json.dumps({"schemaVersion": 36, "addons": machine.addons}, ensure_ascii=False, indent=1))
    for path, content in sorted(machine.files.items()):
        target = folder / "files" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    if machine.rpm:
        dump(folder / "commands.json", {"commands": [
            {"argv": RPM_QUERY, "stdout": "\n".join(machine.rpm) + "\n", "exitCode": 0}]})
    if machine.processes:
        dump(folder / "processes.json", machine.processes)
    if machine.security:
        dump(folder / "security_center.json", {"products": machine.security})


def worth_keeping(row):
    text = " ".join(str(row.get(field, "")) for field in FIELDS).lower()
    return re.search(r"kasp|касп|avp|kav|\bkl|kes|ultra(av|vpn)|\bau[a-z]+srv", text) is not None


def machines_from(rows, limit=0):
    """Machines in the order they first appear; `limit` keeps that many rows of each and all that look interesting."""
    machines, counts = {}, {}
    for row in rows:
        row = {field: "" for field in FIELDS} | {name: value for name, value in row.items() if value is not None}
        name = row["machine"]
        counts[name] = counts.get(name, 0) + 1
        if limit and counts[name] > limit and not worth_keeping(row):
            continue
        machine = machines.setdefault(name, Machine(name, row["os"]))
        if row["source"] not in CONVERTERS:
            raise SystemExit(f"{name}: no converter for source \"{row['source']}\"")
        CONVERTERS[row["source"]](machine, row)
    return machines


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("rows", type=Path, nargs="+", help="JSON Lines files")
    parser.add_argument("--output", type=Path, required=True, help="folder that receives one folder per machine")
    parser.add_argument("--only", action="append", help="convert only this machine (may be repeated)")
    parser.add_argument("--limit", type=int, default=0, help="keep at most this many rows of a machine")
    arguments = parser.parse_args()
    rows = [json.loads(line) for path in arguments.rows for line in path.read_text(encoding="utf-8").splitlines()
            if line.strip()]
    for name, machine in machines_from(rows, arguments.limit).items():
        if arguments.only and name not in arguments.only:
            continue
        write(machine, arguments.output / name)
        if machine.skipped:
            print(f"{name}: left out {len(machine.skipped)} row(s): {'; '.join(machine.skipped[:3])}", file=sys.stderr)


if __name__ == "__main__":
    main()
