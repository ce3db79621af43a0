"""What goes out to fleet engines (resources/packaging/fleet): it says what it should, and runs where it can be run here.

Usage: fleet_engines.py OFFRAMP_CLI SOURCE_TREE

The queries of the osquery pack are run by SQLite over tables with osquery's documented columns; the Ansible role is run
for real against this computer, directly and over ssh. PowerShell is not run: its calls of offramp-cli are checked.
"""
import json
import os
import pathlib
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

import jsonschema

cli, tree = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
sys.path.insert(0, str(tree / "tests/support"))
import fleet_formats  # noqa: E402

fleet = tree / "resources/packaging/fleet"
machines = tree / "tests/machines"
as_of = ("--as-of", "2026-11-23")
# As osquery's schema documents them; hidden columns left out.
osquery_columns = {
    "programs": "name version install_location install_source language publisher uninstall_string install_date "
                "identifying_number package_family_name upgrade_code",
    "services": "name service_type display_name status pid start_type win32_exit_code service_exit_code path module_path "
                "description user_account",
    "drivers": "device_id device_name image description service service_key version inf class provider manufacturer "
               "driver_key date signed",
    "windows_security_products": "type name state state_timestamp remediation_path signatures_up_to_date",
    "certificates": "common_name subject issuer ca self_signed not_valid_before not_valid_after signing_algorithm "
                    "key_algorithm key_strength key_usage subject_key_id authority_key_id sha1 path serial sid store_location "
                    "store username store_id issuer2 subject2",
    "deb_packages": "name version source size arch revision status maintainer section priority admindir",
    "rpm_packages": "name version release source size sha1 arch epoch install_time vendor package_group",
    "systemd_units": "id description load_state active_state sub_state unit_file_state following object_path job_id job_type "
                     "job_path fragment_path user source_path",
    "file": "path directory filename inode uid gid mode device size block_size atime mtime ctime btime hard_links symlink type "
            "attributes volume_serial file_id file_version product_version original_filename bsd_flags",
    "apps": "name path bundle_executable bundle_identifier bundle_name bundle_short_version bundle_version "
            "bundle_package_type environment element compiler development_region display_name info_string "
            "minimum_system_version category applescript_enabled copyright last_opened_time",
    "launchd": "path name label program run_at_load keep_alive on_demand disabled username groupname stdout_path stderr_path "
               "start_interval program_arguments watch_paths queue_directories inetd_compatibility start_on_mount "
               "root_directory working_directory process_type",
}

namespace = "{http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions}"


def run(*arguments, program=cli, **more):
    return subprocess.run([str(program), *map(str, arguments)], capture_output=True, text=True, timeout=300, **more)


def osquery_with(rows):
    """An SQLite database with osquery's tables, and a computer's rows in them."""
    database = sqlite3.connect(":memory:")
    for table, columns in osquery_columns.items():
        database.execute(f"CREATE TABLE {table} ({', '.join(column + ' TEXT' for column in columns.split())})")
    for table, entries in rows.items():
        table = {"opt_folders": "file"}.get(table, table)
        for entry in entries:
            if table in osquery_columns:
                known = {name: value for name, value in entry.items() if name in osquery_columns[table].split()}
                database.execute(f"INSERT INTO {table} ({', '.join(known)}) VALUES ({', '.join('?' * len(known))})", list(known.values()))
    return database


class FleetEngines(unittest.TestCase):
    maxDiff = None

    def test_what_the_pack_collects_is_enough_to_judge_a_computer_as_a_check_of_it_does(self):
        pack = json.loads((fleet / "osquery/offramp.pack.json").read_text())["queries"]
        systems = {"windows": "windows", "linux": "linux", "macos": "darwin"}
        log, expected = [], {}
        for folder in sorted(machines.iterdir()):
            inventory = json.loads(run("inventory", "--host", folder, "--json").stdout)
            rows = {table: entries for table, entries in fleet_formats.rows_of(inventory).items() if table != "pacman_packages"}
            database = osquery_with(rows)
            database.row_factory = sqlite3.Row
            for name, query in pack.items():
                if query["platform"] == systems[inventory["machine"]["os"]]:
                    answer = [dict(row) for row in database.execute(query["query"])]
                    log.append({"snapshot": answer, "action": "snapshot", "name": f"pack_offramp_{name}",
                                "hostIdentifier": folder.name, "unixTime": 1795428000, "epoch": 0, "counter": 0})
            expected[folder.name] = fleet_formats.osquery_snapshot(folder.name, rows)

        def assess(records):
            lines = run("assess", "-", "--json", *as_of, input=fleet_formats.as_lines(records)).stdout.splitlines()
            return {value["host"]: value for value in map(json.loads, lines)}
        collected = assess(log)
        whole = assess([record for records in expected.values() for record in records])
        self.assertGreater(len(collected), 100)
        for host, answer in collected.items():
            self.assertEqual(answer["verdict"], whole[host]["verdict"], host)
            self.assertEqual([(i["product"], i["state"]) for i in answer["installations"]],
                             [(i["product"], i["state"]) for i in whole[host]["installations"]], host)

    def test_the_guide_shows_the_queries_of_the_pack(self):
        guide = " ".join((tree / "docs/guides/many-machines.md").read_text(encoding="utf-8").split())
        for name, query in json.loads((fleet / "osquery/offramp.pack.json").read_text())["queries"].items():
            self.assertIn(query["query"], guide, name)

    def test_the_windows_policy_is_whole_and_sets_what_offramp_reads(self):
        definitions = ElementTree.parse(fleet / "windows-policy/Offramp.admx").getroot()
        source = (tree / "src/policy/policy_place.cpp").read_text() + (tree / "src/policy/policy_place.h").read_text()
        values = set()
        for policy in definitions.iter(namespace + "policy"):
            self.assertIn(policy.get("key").replace("\\", "\\\\"), source)
            self.assertEqual(policy.get("class"), "Machine")
            for element in policy.find(namespace + "elements"):
                values.add(element.get("valueName"))
        self.assertEqual(values, set(re.findall(r'named\("(\w+)"\)', source)))
        wanted = set(re.findall(r"\$\((string|presentation)\.(\w+)\)", (fleet / "windows-policy/Offramp.admx").read_text()))
        for language in ("en-US", "es-ES"):
            words = ElementTree.parse(fleet / f"windows-policy/{language}/Offramp.adml").getroot()
            there = {("string", each.get("id")) for each in words.iter(namespace + "string") if each.text.strip()}
            there |= {("presentation", each.get("id")) for each in words.iter(namespace + "presentation")}
            self.assertEqual(there, wanted | {("string", "Offramp")}, language)
            fields = {each.get("refId") for each in words.iter() if each.get("refId")}
            self.assertEqual(fields, {each.get("id") for each in definitions.iter() if each.get("valueName")}, language)

    def test_the_intune_script_calls_offramp_as_it_can_be_called_and_only_looks(self):
        text = (fleet / "intune/detect.ps1").read_text(encoding="ascii")
        self.assertEqual(text.count("{"), text.count("}"))
        calls = [re.findall(r"'([^']+)'", call) for call in re.findall(r"& \$program ((?:'[^']+' ?)+)", text)]
        self.assertEqual(calls, [["check", "--json"]])
        answer = json.loads(run(*calls[0], "--host", machines / "clean-windows-11").stdout)
        for name in re.findall(r"\$check\.(\w+)", text):
            self.assertIn(name, answer)

    def test_the_intune_remediation_asks_the_policy_first_and_removes_only_the_plan_it_was_told(self):
        text = (fleet / "intune/remediate.ps1").read_text(encoding="ascii")
        self.assertEqual(text.count("{"), text.count("}"))
        calls = [re.findall(r"'([^']+)'", call) for call in re.findall(r"& \$program ((?:'[^']+' ?)+)", text)]
        self.assertEqual(calls, [["policy", "show", "--json"], ["remove", "--json"], ["remove", "--approve"], ["check", "--json"]])
        self.assertLess(text.index("-ne 'authorize'"), text.index("'remove'"))
        machine = machines / "kes-14"
        answers = [json.loads(run(*call, "--host", machine).stdout) for call in (calls[0], calls[1])]
        for name in re.findall(r"\$policy\.(\w+)", text):
            self.assertIn(name, answers[0])
        self.assertRegex(answers[1]["plan"]["digest"], "^[0-9a-f]{64}$")
        self.assertIn("--approve", run("remove", "--help").stdout)

    def test_wazuh_policies_have_the_documented_structure(self):
        import yaml
        ids = set()
        for file in sorted((fleet / "wazuh").glob("*.yml")):
            value = yaml.safe_load(file.read_text())
            self.assertEqual(set(value), {"policy", "requirements", "checks"})
            self.assertEqual(value["policy"]["file"], file.name)
            self.assertEqual(value["policy"]["id"], file.stem)
            for block in [value["requirements"], *value["checks"]]:
                self.assertIn(block["condition"], ("all", "any", "none"))
                for rule in block["rules"]:
                    self.assertRegex(rule, r"^(not )?[fdrpc]:\S")
            for check in value["checks"]:
                self.assertLessEqual({"id", "title", "description", "rationale", "remediation"}, set(check))
                self.assertNotIn(check["id"], ids)
                ids.add(check["id"])
        collected = ElementTree.parse(fleet / "wazuh/agent.conf.xml").getroot().find("wodle[@name='syscollector']")
        self.assertEqual({each: collected.find(each).text for each in ("disabled", "packages", "services")},
                         {"disabled": "no", "packages": "yes", "services": "yes"})


@unittest.skipUnless(shutil.which("ansible-playbook") and os.geteuid() == 0, "needs ansible, and rights to give files to root")
class AnsibleRole(unittest.TestCase):
    """The role against this computer, directly, with everything in scratch folders."""

    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="offramp-ansible-")
        self.addCleanup(scratch.cleanup)
        self.scratch = pathlib.Path(scratch.name)
        programs = self.scratch / "programs"
        programs.mkdir()
        shutil.copy2(cli, programs / "offramp-cli")
        shutil.copy2(cli.parent / "catalog.db", programs / "catalog.db")
        self.values = {"offramp_folder": str(programs), "offramp_home": str(self.scratch / "home"),
                       "offramp_report": str(self.scratch / "report"), "offramp_report_cli": str(cli),
                       "ansible_become": False, "ansible_python_interpreter": sys.executable}

    connection = ("-c", "local")

    def play(self, **values):
        variables = self.scratch / "values.json"
        variables.write_text(json.dumps(self.values | values))
        finished = run("-i", "pc-1,", *self.connection, "-e", f"@{variables}", fleet / "ansible/offramp.yml",
                       program="ansible-playbook", cwd=fleet / "ansible",
                       env=os.environ | {"ANSIBLE_NOCOLOR": "1", "ANSIBLE_LOCALHOST_WARNING": "False", "HOME": str(self.scratch),
                                         "LC_ALL": "C.UTF-8"})
        self.assertEqual(finished.returncode, 0, finished.stdout + finished.stderr)
        counts = dict(re.findall(r"(\w+)=(\d+)", finished.stdout[finished.stdout.rindex("PLAY RECAP"):]))
        self.assertEqual(counts["failed"], "0", finished.stdout)
        return int(counts["changed"]), finished.stdout

    def test_the_second_run_changes_nothing(self):
        first, _ = self.play()
        self.assertEqual(first, 3)   # the folder, the program, the facts
        report = self.scratch / "report"
        self.assertIn("pc-1.json", os.listdir(report / "checks"))
        self.assertIn("<html", (report / "report.html").read_text(encoding="utf-8"))
        self.assertEqual(self.play()[0], 0)

    def test_nothing_is_removed_without_an_approval_of_this_very_plan(self):
        machine = machines / "kes-14"
        rehearsal = {"offramp_do": ["remove"], "offramp_remove_with": ["--host", str(machine)], "offramp_cli": str(cli)}
        changed, said = self.play(**rehearsal)
        self.assertEqual(changed, 0)
        digest = re.search(r"not approved, nothing is changed; the plan to approve is ([0-9a-f]{64})", said).group(1)
        for approve in ({"pc-1": "0" * 64}, {"pc-2": digest}):
            self.assertEqual(self.play(**rehearsal, offramp_approve=approve)[0], 0)
        _, said = self.play(**rehearsal, offramp_approve={"pc-1": digest})
        self.assertIn(f"approved: {digest}", said)
        self.assertRegex(said, "removed|restart it|it waits for somebody|nothing was begun")

    def test_a_policy_that_is_not_signed_is_refused_before_it_reaches_a_computer(self):
        folder = self.scratch / "policy"
        folder.mkdir()
        for name in ("policy.json", "policy.json.minisig", "policy.pub"):
            (folder / name).write_text("{}")
        with self.assertRaisesRegex(AssertionError, "Check the policy on the controller"):
            self.play(offramp_policy=str(folder))


@unittest.skipUnless(shutil.which("sshd", path="/usr/sbin:/usr/bin"), "openssh-server is not installed here")
class AnsibleRoleOverSsh(AnsibleRole):
    """The same plays over ssh, as a fleet is reached: a server of this test's own, on a loopback port, with a key of its own."""

    def setUp(self):
        super().setUp()
        keys = self.scratch / "keys"
        keys.mkdir(mode=0o700)
        for name in ("host", "person"):
            made = run("-q", "-t", "ed25519", "-N", "", "-C", "", "-f", keys / name, program="ssh-keygen")
            self.assertEqual(made.returncode, 0, made.stderr)
        shutil.copy(keys / "person.pub", keys / "authorized")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        settings = keys / "sshd_config"
        settings.write_text(f"ListenAddress 127.0.0.1:{port}\nHostKey {keys}/host\nAuthorizedKeysFile {keys}/authorized\n"
                            f"PidFile none\nUsePAM no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n"
                            f"PermitRootLogin prohibit-password\nStrictModes no\nSubsystem sftp internal-sftp\n")
        pathlib.Path("/run/sshd").mkdir(exist_ok=True)   # where the server keeps its unprivileged part
        server = subprocess.Popen(["/usr/sbin/sshd", "-D", "-e", "-f", str(settings)], stderr=subprocess.PIPE, text=True)
        self.addCleanup(server.stderr.close)
        self.addCleanup(server.wait)
        self.addCleanup(server.terminate)
        self.assertIn("listening on 127.0.0.1", server.stderr.readline())
        kind, key = (keys / "host.pub").read_text().split()[:2]
        (keys / "known").write_text(f"[127.0.0.1]:{port} {kind} {key}\n")
        self.values |= {"ansible_host": "127.0.0.1", "ansible_port": port, "ansible_user": "root",
                        "ansible_ssh_private_key_file": str(keys / "person"),
                        "ansible_ssh_common_args": f"-F none -o UserKnownHostsFile={keys}/known -o StrictHostKeyChecking=yes "
                                                   "-o ControlMaster=no -o IdentitiesOnly=yes"}

    connection = ("-c", "ssh")


class SignedPolicy(unittest.TestCase):
    """A policy from its draft to the computer that reads it, signed by minisign."""

    text = ('{"format": "offramp.policy/1", "serial": 7, "organization": "Example Ltd", "contact": "IT", "mode": "authorize",\n'
            ' "expires": "2099-06-30", "deadline": "2026-12-31", "deferrals": 1}\n')

    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="offramp-policy-")
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        run("-G", "-W", "-f", "-s", self.folder / "policy.key", "-p", self.folder / "policy.pub", program="minisign")
        self.file = self.folder / "policy.json"
        self.sign(self.text)

    def sign(self, text):
        self.file.write_text(text)
        comment = run("policy", "comment", self.file).stdout.strip()
        finished = run("-S", "-H", "-W", "-s", self.folder / "policy.key", "-m", self.file, "-t", comment, program="minisign")
        self.assertEqual(finished.returncode, 0, finished.stderr)

    def answer(self, *arguments):
        schema = jsonschema.Draft7Validator(json.loads((tree / "resources/schema/policy-answer.schema.json").read_text()))
        finished = run("policy", *arguments, "--json")
        value = json.loads(finished.stdout)
        self.assertEqual([e.message for e in schema.iter_errors(value)], [])
        return finished.returncode, value

    def verify(self):
        return self.answer("verify", self.file, "--key", self.folder / "policy.pub")

    def test_a_policy_that_was_signed_counts_and_one_that_was_changed_does_not(self):
        code, value = self.verify()
        self.assertEqual((code, value["mode"], value["policy"]["deadline"]), (0, "authorize", "2026-12-31"))
        self.file.write_text(self.text.replace('"deferrals": 1', '"deferrals": 2'))
        code, value = self.verify()
        self.assertEqual((code, value["mode"], value["policy"], value["refused"]["code"]), (65, "audit", None, "changed"))
        self.sign(self.text.replace("2099-06-30", "2026-12-31").replace("2026-12-31", "2024-01-01"))
        self.assertEqual(self.verify()[1]["refused"]["code"], "expired")
        self.file.write_text(self.text.replace("deadline", "dead-line"))
        finished = run("policy", "comment", self.file)
        self.assertEqual((finished.returncode, finished.stdout), (65, ""))

    def test_a_recorded_computer_of_either_system_says_what_its_policy_is(self):
        for name in ("clean-debian", "clean-windows-11"):
            machine = self.folder / name
            shutil.copytree(machines / name, machine)
            self.assertEqual(self.answer("show", "--host", machine)[1], {"format": "offramp.policyAnswer/1", "mode": "audit",
                                                                         "policy": None, "refused": None})
        place = self.folder / "clean-debian/files/etc"
        self.assertTrue(place.is_dir())
        shutil.copytree(self.folder, place / "offramp", ignore=lambda _, names: [n for n in names if not n.startswith("policy")])
        self.assertEqual(self.answer("show", "--host", self.folder / "clean-debian")[1]["mode"], "authorize")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
