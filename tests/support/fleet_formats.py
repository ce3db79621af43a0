"""A machine as fleet engines would tell it, made from what `offramp-cli inventory --json` read of a recorded one.

Each engine tells less than the machine holds; what a format cannot carry is left out, and `carries` says so.
"""
import json
from xml.sax.saxutils import escape


def rows_of(inventory):
    """osquery's tables with osquery's column names: {table: [row, …]}. Every table the system has is there."""
    system = inventory["machine"]["os"]
    tables = {"windows": ("programs", "services", "drivers", "windows_security_products", "certificates"),
              "linux": ("deb_packages", "rpm_packages", "pacman_packages", "systemd_units", "opt_folders"),
              "macos": ("apps", "launchd")}[system]
    rows = {table: [] for table in tables}
    for entry in inventory["evidence"]:
        text = {name: entry.get(name) or "" for name in ("id", "name", "version", "publisher", "location")}
        kind, source = entry["kind"], entry["source"]
        if kind == "program":
            guid = text["id"] if text["id"].startswith("{") else ""
            command = (entry.get("uninstall") or {}).get("value", "")
            rows["programs"].append({
                "name": text["name"], "version": text["version"], "install_location": text["location"], "install_source": "",
                "language": "", "publisher": text["publisher"], "uninstall_string": command,
                "install_date": (entry.get("installedOn") or "").replace("-", ""), "identifying_number": guid})
        elif kind == "service":
            rows["services"].append({
                "name": text["id"], "service_type": "OWN_PROCESS", "display_name": text["name"], "status": "RUNNING", "pid": "1",
                "start_type": "AUTO_START", "path": text["location"], "module_path": "", "user_account": "LocalSystem"})
        elif kind == "driver":
            rows["drivers"].append({"device_id": "", "device_name": text["name"], "image": text["location"], "description": "",
                                    "service": text["id"], "service_key": "", "version": text["version"], "inf": "",
                                    "provider": text["publisher"], "manufacturer": "", "signed": "1"})
        elif kind == "securityProduct":
            rows["windows_security_products"].append({
                "type": "Antivirus", "name": text["name"], "state": "On", "state_timestamp": "",
                "remediation_path": text["location"], "signatures_up_to_date": "1"})
        elif kind == "rootCertificate":
            rows["certificates"].append({"common_name": text["name"], "subject": f"CN={text['name']}", "issuer": text["publisher"],
                                         "sha1": text["id"].lower(), "store": "Trusted Root Certification Authorities"})
        elif kind == "package" and source == "dpkg":
            state = {"configFiles": "deinstall ok config-files", "held": "hold ok installed",
                     "halfInstalled": "install reinstreq half-installed",
                     "unpacked": "install ok unpacked"}.get(entry.get("packageState"), "install ok installed")
            rows["deb_packages"].append({"name": text["id"], "version": text["version"], "source": "", "size": "1", "arch": "amd64",
                                         "revision": "", "status": state, "maintainer": text["publisher"], "section": "misc",
                                         "priority": "optional"})
        elif kind == "package" and source == "rpm":
            version, _, release = text["version"].rpartition("-")
            rows["rpm_packages"].append({"name": text["id"], "version": version or release, "release": release if version else "",
                                         "source": "", "size": "1", "sha1": "", "arch": "x86_64", "vendor": text["publisher"],
                                         "package_group": "Unspecified"})
        elif kind == "package":
            rows["pacman_packages"].append({"name": text["id"], "version": text["version"], "vendor": text["publisher"]})
        elif kind == "systemdUnit":
            rows["systemd_units"].append({"id": text["id"], "description": text["name"], "load_state": "loaded",
                                          "active_state": "active", "sub_state": "running", "fragment_path": entry.get("readFrom") or ""})
        elif source == "unpackagedFolders":
            rows["opt_folders"].append({"path": text["location"], "type": "directory" if kind == "folder" else "regular"})
        elif kind == "app":
            rows["apps"].append({"name": text["location"].rstrip("/").rsplit("/", 1)[-1] or f"{text['name']}.app",
                                 "path": text["location"], "bundle_executable": "", "bundle_identifier": text["id"],
                                 "bundle_name": text["name"], "bundle_short_version": text["version"], "bundle_version": text["version"],
                                 "display_name": text["name"], "copyright": f"Copyright © {text['publisher']}" if text["publisher"] else ""})
        elif kind == "launchItem":
            rows["launchd"].append({"path": entry.get("readFrom") or "", "name": f"{text['id']}.plist", "label": text["id"],
                                    "program": text["location"], "run_at_load": "1", "program_arguments": ""})
    return rows


def osquery_differential(host, rows, number=0):
    lines = []
    for table, entries in rows.items():
        for columns in entries:
            lines.append({"name": f"pack/it/{table}", "hostIdentifier": host, "calendarTime": "Mon Nov 23 10:00:00 2026 UTC",
                          "unixTime": 1795428000 + number, "epoch": 0, "counter": 0, "numerics": False,
                          "decorations": {"host_uuid": "0"}, "columns": columns, "action": "added"})
    return lines


def osquery_snapshot(host, rows):
    return [{"snapshot": entries, "action": "snapshot", "name": f"pack_it_{table}", "hostIdentifier": host,
             "calendarTime": "Mon Nov 23 10:00:00 2026 UTC", "unixTime": "1795428000", "epoch": "0", "counter": "0"}
            for table, entries in rows.items()]


def osquery_batch(host, rows):
    return [{"diffResults": {"added": entries, "removed": []}, "name": table, "hostIdentifier": host,
             "unixTime": "1795428000", "epoch": "0", "counter": "0"} for table, entries in rows.items()]


def as_lines(records):
    return "".join(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n" for record in records)


packages = {"deb_packages": "deb", "rpm_packages": "rpm", "pacman_packages": "pacman"}
systems = {"windows": "windows", "linux": "ubuntu", "macos": "darwin"}


def software(rows):
    """The lists of installed programs alone: (osquery's table, name, version, publisher, place, key)."""
    for table, entries in rows.items():
        for row in entries:
            if table == "programs":
                yield table, row["name"], row["version"], row["publisher"], row["install_location"], row["identifying_number"], row
            elif table in packages and row.get("status", "install ok installed").endswith(" installed"):
                version = row["version"] + (f"-{row['release']}" if row.get("release") else "")
                yield table, row["name"], version, row.get("maintainer") or row.get("vendor") or "", "", "", row
            elif table == "apps":
                yield table, row["bundle_name"], row["bundle_version"], "", row["path"], row["bundle_identifier"], row


def fleet_api(host, system, rows):
    return {"host": {"id": 7, "hostname": host, "uuid": "0", "platform": systems[system], "os_version": "", "software": [
        {"id": number, "name": name, "version": version, "source": table, "vendor": publisher, "browser": "",
         "bundle_identifier": key if table == "apps" else "", "generated_cpe": "", "vulnerabilities": None,
         "installed_paths": [place] if place else []}
        for number, (table, name, version, publisher, place, key, _) in enumerate(software(rows))]}}


def _glpi_entries(system, rows):
    for table, name, version, publisher, place, key, row in software(rows):
        entry = {"NAME": name, "VERSION": version, "PUBLISHER": publisher, "FOLDER": place, "GUID": key,
                 "FROM": packages.get(table, {"programs": "registry"}.get(table, "")), "ARCH": "x86_64",
                 "UNINSTALL_STRING": row.get("uninstall_string", "")}
        yield {key: value for key, value in entry.items() if value}


def glpi_xml(host, system, rows, encoding="UTF-8"):
    name = {"windows": "Windows", "linux": "linux", "macos": "MacOSX"}[system]
    body = "".join("<SOFTWARES>" + "".join(f"<{key}>{escape(value)}</{key}>" for key, value in entry.items()) + "</SOFTWARES>\n"
                   for entry in _glpi_entries(system, rows))
    text = (f'<?xml version="1.0" encoding="{encoding}" ?>\n<REQUEST><CONTENT>\n<HARDWARE><NAME>{escape(host)}</NAME></HARDWARE>\n'
            f"<OPERATINGSYSTEM><NAME>{name}</NAME><KERNEL_NAME>{name}</KERNEL_NAME></OPERATINGSYSTEM>\n{body}"
            f"<VERSIONCLIENT>GLPI-Agent_v1.7</VERSIONCLIENT></CONTENT>\n<DEVICEID>{escape(host)}-2026-11-23-10-00-00</DEVICEID>"
            "<QUERY>INVENTORY</QUERY></REQUEST>\n")
    return text.encode(encoding, "xmlcharrefreplace")


def glpi_json(host, system, rows):
    name = {"windows": "Windows", "linux": "linux", "macos": "MacOSX"}[system]
    return {"action": "inventory", "deviceid": f"{host}-2026-11-23-10-00-00", "itemtype": "Computer", "content": {
        "hardware": {"name": host}, "operatingsystem": {"name": name, "kernel_name": name}, "versionclient": "GLPI-Agent_v1.7",
        "softwares": [{key.lower(): value for key, value in entry.items()} for entry in _glpi_entries(system, rows)]}}


def ocs_xml(host, system, rows):
    """As OCS' agents write it: on Windows every field, "N/A" where there is nothing, and the system last; on Debian the
    homepage as publisher; on a Mac no bundle identifiers; nowhere a command to uninstall."""
    fields = []
    for table, name, version, publisher, place, key, row in software(rows):
        if table == "programs":
            day = row["install_date"]
            day = f"{day[:4]}/{day[4:6]}/{day[6:]}" if len(day) == 8 else "0000/00/00"
            fields.append({"PUBLISHER": publisher or "N/A", "NAME": name, "VERSION": version or "N/A", "FOLDER": place or "N/A",
                           "COMMENTS": "N/A", "FILENAME": "N/A", "FILESIZE": "0", "SOURCE": "1", "GUID": key, "LANGUAGE": "N/A",
                           "INSTALLDATE": day, "BITSWIDTH": "64"})
        elif table == "apps":
            fields.append({"COMMENTS": "AppStore: no - Type: Native ", "FOLDER": place or "unknown", "NAME": name,
                           "PUBLISHER": row["copyright"] or "unknown", "VERSION": version or "unknown"})
        elif table in ("deb_packages", "rpm_packages"):
            homepage = "https://www.example.org/" if table == "deb_packages" else publisher
            fields.append({"COMMENTS": "a package", "FILESIZE": "1024", "FROM": packages[table],
                           "INSTALLDATE": "2026-11-23 10:00:00", "NAME": name, "PUBLISHER": homepage, "VERSION": version})
    body = "".join("    <SOFTWARES>\n" + "".join(f"      <{key}>{escape(text)}</{key}>\n" if text else f"      <{key} />\n"
                                                 for key, text in entry.items()) + "    </SOFTWARES>\n" for entry in fields)
    word = {"windows": "Microsoft Windows 11 Pro", "linux": "Debian GNU/Linux 12.5", "macos": "Mac OS X"}[system]
    hardware = (f"    <HARDWARE>\n      <NAME>{escape(host)}</NAME>\n      <DESCRIPTION>windows or linux, ask Ana</DESCRIPTION>\n"
                f"      <OSNAME>{word}</OSNAME>\n    </HARDWARE>\n")
    content = body + hardware if system == "windows" else hardware + body
    return ('<?xml version="1.0" encoding="UTF-8" ?>\n<REQUEST>\n  <CONTENT>\n    <BIOS>\n      <SSN>0</SSN>\n    </BIOS>\n'
            f"{content}  </CONTENT>\n  <DEVICEID>{escape(host)}-2026-11-23-10-00-00</DEVICEID>\n"
            "  <QUERY>INVENTORY</QUERY>\n</REQUEST>\n")


def wazuh(host, system, rows):
    formats = {"programs": "win", "apps": "pkg"} | packages
    items = [{"scan": {"id": 0, "time": "2026-11-23T10:00:00Z"}, "name": name, "version": version, "vendor": publisher,
              "location": place, "format": formats[table], "architecture": "x86_64", "description": key, "agent_id": host}
             for table, name, version, publisher, place, key, _ in software(rows)]
    return {"data": {"affected_items": items, "total_affected_items": len(items), "total_failed_items": 0, "failed_items": []},
            "message": "All specified syscollector information was returned", "error": 0}


def intune_csv(host, system, rows, delimiter=",", encoding="utf-16"):
    platform = {"windows": "Windows", "linux": "Linux", "macos": "macOS"}[system]
    lines = [("ApplicationKey", "ApplicationName", "ApplicationPublisher", "ApplicationShortVersion", "ApplicationVersion",
              "DeviceId", "DeviceName", "OSDescription", "OSVersion", "Platform", "UserId", "EmailAddress", "UserName")]
    for number, (_, name, version, publisher, _, _, _) in enumerate(software(rows)):
        lines.append((f"{number:x}", name, publisher, version, version, "0", host, platform, "10.0.22631", platform, "0", "", ""))
    text = "".join(delimiter.join('"' + field.replace('"', '""') + '"' for field in line) + "\r\n" for line in lines)
    return text.encode(encoding)


# What an engine hands over for one host, by the format's name.
everywhere = {
    "osquery": lambda host, system, rows: as_lines(osquery_differential(host, rows)),
    "fleet": lambda host, system, rows: json.dumps(fleet_api(host, system, rows)),
    "glpi xml": glpi_xml,
    "glpi json": lambda host, system, rows: json.dumps(glpi_json(host, system, rows)),
    "ocs": ocs_xml,
    "wazuh": lambda host, system, rows: json.dumps(wazuh(host, system, rows)),
    "intune": intune_csv,
}
