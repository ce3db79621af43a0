"""Rights by the real polkit: a system bus, polkitd and pkexec of a machine of their own, asked for by a person without any.

Usage: removal_polkit.py STEP_HANDS OFFRAMP_CLI OFFRAMP_BROKER CATALOG_DB SOURCE_TREE

The machine is this one seen through an overlay that is thrown away (tests/support/throwaway_machine.py); its bus is not this one's.
Who asks the person is pkttyagent, or an agent of the test's own where the question is closed, as desktops let a person do. There
is no logind: agents are registered for the process that asks, not for a session.
"""
import pathlib
import sys

hands, cli, broker, catalog, tree = (pathlib.Path(each).resolve() for each in sys.argv[1:6])
sys.path.insert(0, str(tree / "tests/support"))
from kaspersky_packages import make_debs, products   # noqa: E402
from throwaway_machine import MachineTest, run_tests   # noqa: E402

untouched = [["ii", "ii"], [True, True]]   # both packages, and the places of one

# An agent like a desktop's, whose person closes the question. Ends when it was asked.
closing_agent = r"""
import json, sys
from gi.repository import Gio, GLib

interface = Gio.DBusNodeInfo.new_for_xml('''<node><interface name="org.freedesktop.PolicyKit1.AuthenticationAgent">
  <method name="BeginAuthentication"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="a{ss}" direction="in"/><arg type="s" direction="in"/><arg type="a(sa{sv})" direction="in"/></method>
  <method name="CancelAuthentication"><arg type="s" direction="in"/></method></interface></node>''').interfaces[0]
loop = GLib.MainLoop()

def asked(connection, sender, path, name, method, arguments, invocation):
    print(json.dumps(arguments.unpack()[:3]), flush=True)
    invocation.return_dbus_error("org.freedesktop.PolicyKit1.Error.Cancelled", "The person closed the question")
    connection.flush_sync()
    loop.quit()

bus = Gio.bus_get_sync(Gio.BusType.SYSTEM)
bus.register_object("/agent", interface, asked, None, None)
words = open(f"/proc/{sys.argv[1]}/stat").read().rpartition(") ")[2].split()
subject = ("unix-process", {"pid": GLib.Variant("u", int(sys.argv[1])), "start-time": GLib.Variant("t", int(words[19]))})
bus.call_sync("org.freedesktop.PolicyKit1", "/org/freedesktop/PolicyKit1/Authority", "org.freedesktop.PolicyKit1.Authority",
              "RegisterAuthenticationAgent", GLib.Variant("((sa{sv})ss)", (subject, "en_US.UTF-8", "/agent")), None, 0, 10000)
print("ready", flush=True)
GLib.timeout_add_seconds(60, loop.quit)
loop.run()
"""

# Runs as root of the machine and prints what it saw; the tests judge it.
inside = r"""
import json, os, pathlib, pty, signal, subprocess, termios, threading, time

from inside_machine import (add_person, approved, become, install_offramp, open_to_all, polkit_is_up, run, start_polkit, start_system_bus,
                            state, surroundings, wait_until)

def packages():
    return [state("kesl"), state("kesl-gui")], [os.path.exists(each) for each in ("/opt/kaspersky/kesl/bin/kesl-control", "/var/opt/kaspersky/kesl")]

open_to_all("/tmp", "/run")
os.chmod("/tmp/step-hands", 0o755)
install_offramp()
for name, number in (("person", 4321), ("chief", 4322), ("guest", 4323)):
    add_person(name, number)
with open("/etc/shadow", "a") as shadow:
    shadow.write("person:*:20000:0:99999:7:::\nchief:*:20000:0:99999:7:::\nguest:*:20000:0:99999:7:::\n")
# In the machine's own account files only; whoever was an administrator there before is none now.
lines = pathlib.Path("/etc/group").read_text().splitlines()
lines = [each for each in lines if not each.startswith("sudo:")] + ["sudo:x:27:chief"]
pathlib.Path("/etc/group").write_text("\n".join(lines) + "\n")
subprocess.run(["chpasswd"], input="chief:mighty-secret\n", text=True, check=True)
seen = {"install": run("dpkg", "-i", *map(str, sorted(pathlib.Path("/tmp").glob("kesl*.deb"))))}

hostile = {"SHELL": "/home/person/odd-shell", "LD_PRELOAD": "/home/person/evil.so", "LD_LIBRARY_PATH": "/home/person",
           "PATH": "/home/person:/usr/bin:/bin", "XDG_DATA_HOME": "/home/person/data", "XDG_CONFIG_HOME": "/home/person/config",
           "HOME": "/home/person", "GIO_EXTRA_MODULES": "/home/person", "IFS": "x", "TERM": "../../x", "LANG": "C.UTF-8"}

def as_person(*command, who="person", environment=None):
    # Waits to be let go, so that an agent can be registered for it before it asks.
    return subprocess.Popen([*become(who), "/bin/sh", "-c", 'read go; exec "$@"', "sh", *command], stdin=subprocess.PIPE,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd="/home/" + who,
                            env=environment or surroundings(who))

def let_go(process):
    out, err = process.communicate("\n", timeout=100)
    try:
        return {"code": process.returncode, "json": json.loads(out), "err": err}
    except ValueError:
        return {"code": process.returncode, "json": {}, "out": out, "err": err}

step = "none"
def through(agent=None, **more):
    process = as_person("/usr/bin/step-hands", "broker", "/usr/share/offramp/catalog.db", step, **more)
    if agent is None:
        return let_go(process), packages()
    with agent(process.pid) as told:
        answer = let_go(process)
    return answer, packages(), told.said

class Closing:
    def __init__(self, process):
        self.process = process
    def __enter__(self):
        self.agent = subprocess.Popen([*become(), "/usr/bin/python3", "-B", "/tmp/closing_agent.py", str(self.process)],
                                      stdout=subprocess.PIPE, text=True)
        self.agent.stdout.readline()
        return self
    def __exit__(self, *what):
        self.said = json.loads(self.agent.stdout.readline() or "null")
        self.agent.kill()
        self.agent.wait()

class Terminal:
    password = ""
    # pkttyagent in a terminal of its own, in which somebody types.
    def __init__(self, process):
        self.process = process
    def __enter__(self):
        ready, tell = os.pipe()
        child, self.terminal = pty.fork()
        if child == 0:
            os.set_inheritable(tell, True)
            os.execv("/usr/bin/setpriv", [*become(), "/usr/bin/pkttyagent", "--process", str(self.process), "--notify-fd", str(tell)])
        os.close(tell)
        os.read(ready, 1)   # it closes its end once it is registered
        os.close(ready)
        self.child, self.said = child, ""
        self.typist = threading.Thread(target=self.type, daemon=True)
        self.typist.start()
        return self
    def type(self):
        typed = False
        while True:
            try:
                text = os.read(self.terminal, 4096).decode(errors="replace")
            except OSError:
                return
            if not text:
                return
            self.said += text
            if "Password:" in self.said and not typed:
                typed = True
                # It forgets what was typed before it stopped showing it.
                wait_until(lambda: not termios.tcgetattr(self.terminal)[3] & termios.ECHO)
                os.write(self.terminal, (self.password + "\n").encode())
    def __exit__(self, *what):
        time.sleep(0.2)
        try:
            os.kill(self.child, signal.SIGTERM)
        except ProcessLookupError:
            pass
        os.waitpid(self.child, 0)
        self.typist.join(5)
        os.close(self.terminal)

class Vanishing(Terminal):
    # Ends while it asks: somebody signs out, or the desktop falls over.
    def type(self):
        while "Password:" not in self.said:
            self.said += os.read(self.terminal, 4096).decode(errors="replace")
        os.kill(self.child, signal.SIGKILL)

class Right(Terminal):
    password = "mighty-secret"
class Wrong(Terminal):
    password = "no-secret"

seen["steps"] = through()[0]
step = next(each for each in seen["steps"]["json"]["steps"] if "gui" in each)
seen["noPkexec"] = (os.rename("/usr/bin/pkexec", "/usr/bin/pkexec.away"), through(), os.rename("/usr/bin/pkexec.away", "/usr/bin/pkexec"))[1]
seen["noBus"] = through()

bus = start_system_bus()
service = pathlib.Path("/usr/share/dbus-1/system-services/org.freedesktop.PolicyKit1.service")
service.unlink(missing_ok=True)   # the bus would start it
seen["noDaemon"] = through()

rules = pathlib.Path("/etc/polkit-1/rules.d/10-offramp-test.rules")
rules.parent.mkdir(parents=True, exist_ok=True)
rules.parent.chmod(0o755)
daemon = None
def polkit(rule=""):
    # Started anew for each rule, so that no test depends on how soon it notices that its rules changed.
    global daemon
    if daemon:
        daemon.terminate()
        daemon.wait()
        wait_until(lambda: not polkit_is_up())
    rules.write_text("polkit.addRule(function(action, subject) { if (action.id == 'org.offramp.broker') { %s } });\n" % rule)
    daemon = start_polkit()
    return polkit_is_up()

seen["polkit"] = polkit(), run("pkaction", "--verbose", "--action-id", "org.offramp.broker")["out"]
seen["noAgent"] = through()
seen["closed"] = through(Closing)
seen["wrong"] = through(Wrong)
seen["vanished"] = through(Vanishing)
polkit("return polkit.Result.NO;")
seen["forbidden"] = through()
def command_line(*words, **more):
    return let_go(as_person("/usr/bin/offramp-cli", *words, "--catalog", "/usr/share/offramp/catalog.db", **more))

shown = command_line("remove", "--json")
seen["cliForbidden"] = command_line("remove", "--json", *approved(shown["json"])), packages()
polkit("return subject.user == 'person' ? polkit.Result.YES : polkit.Result.NO;")
seen["otherPerson"] = through(who="guest")
# What the broker got is seen from within the step: the product's own script looks at the program above it.
prerm = pathlib.Path("/var/lib/dpkg/info/kesl-gui.prerm")
prerm.write_text('''#!/bin/sh
for each in /proc/[0-9]*; do
    [ "$(readlink $each/exe)" = /usr/libexec/offramp/offramp-broker ] || continue
    mkdir /tmp/look
    cp $each/environ $each/status $each/cmdline $each/maps /tmp/look/
    ls -l $each/fd > /tmp/look/fd
    readlink $each/cwd > /tmp/look/cwd
done
env > /tmp/look/script
''')
prerm.chmod(0o755)
seen["hostile"] = through(environment=hostile)
look = pathlib.Path("/tmp/look")
seen["look"] = {each.name: each.read_bytes().decode(errors="replace") for each in look.iterdir()} if look.exists() else {}
polkit()
run("dpkg", "-i", *map(str, sorted(pathlib.Path("/tmp").glob("kesl-gui*.deb"))))
seen["again"] = packages()
seen["right"] = through(Right)
seen["notKept"] = (run("dpkg", "-i", *map(str, sorted(pathlib.Path("/tmp").glob("kesl-gui*.deb")))), through())[1]
polkit("return subject.user == 'person' ? polkit.Result.YES : polkit.Result.NO;")
seen["cliResumed"] = command_line("resume", "--json"), packages()
# What it left is in places of the system, too: moved, put back and moved again with the same permission, and without it.
def left():
    return command_line("remove", "--leftovers", "--json")["json"]
def exist():
    return [os.path.lexists(each) for each in places]
places = [each["place"] for each in left()["leftovers"] if each["preselected"]]
seen["left"] = places, exist()
polkit("return polkit.Result.NO;")
seen["leftForbidden"] = command_line("remove", "--leftovers", "--json", "--approve", left()["leftoversDigest"])["code"], exist()
polkit("return subject.user == 'person' ? polkit.Result.YES : polkit.Result.NO;")
seen["leftTaken"] = command_line("resume", "--json")["json"].get("phase"), exist()
seen["leftUndone"] = command_line("undo")["code"], exist()
command_line("remove", "--leftovers", "--json", "--approve", left()["leftoversDigest"])
seen["leftRedone"] = exist()
daemon.terminate()
daemon.wait()
bus.terminate()
bus.wait()
print(json.dumps(seen))
"""


class Polkit(MachineTest):
    @classmethod
    def setUpClass(cls):
        folder = cls.make_scratch("polkit")
        make_debs(folder, products[:2])
        (folder / "closing_agent.py").write_text(closing_agent, encoding="utf-8")
        cls.seen = cls.run_inside(folder, [*folder.glob("packages/*"), hands, cli, broker, catalog, folder / "closing_agent.py",
                                           tree / "resources/packaging/linux/org.offramp.broker.policy"], inside)

    def nothing_changed(self, name, kind, words):
        answer, machine = self.seen[name][:2]
        self.assertEqual(answer["json"].get("kind"), kind, answer)
        self.assertIn(words, answer["json"]["detail"])
        self.assertEqual(machine, untouched, name)

    def test_polkit_knows_the_action_as_it_is_installed(self):
        up, action = self.seen["polkit"]
        self.assertTrue(up)
        for line in ("implicit any:      auth_admin\n", "implicit active:   auth_admin\n",
                     "org.freedesktop.policykit.exec.path -> /usr/libexec/offramp/offramp-broker\n"):
            self.assertIn(line, action)

    def test_where_nobody_can_be_asked_nothing_changes_and_it_is_said_what_is_missing(self):
        self.assertEqual(self.seen["install"]["code"], 0, self.seen["install"])
        self.nothing_changed("noPkexec", "refused", "pkexec, with which an administrator is asked: not found")
        self.nothing_changed("noBus", "refused", "polkit, which asks for an administrator, cannot be reached")
        self.nothing_changed("noDaemon", "refused", "polkit, which asks for an administrator, cannot be reached")
        self.nothing_changed("noAgent", "refused", "nothing in this session can ask for an administrator's password")

    def test_what_the_person_is_asked_says_what_for(self):
        action, message, icon = self.seen["closed"][2]
        self.assertEqual((action, icon), ("org.offramp.broker", "offramp"))
        self.assertEqual(message, "Offramp needs an administrator to carry out the removal plan you approved")
        self.assertIn("Authenticating as: chief", self.seen["right"][2])

    def test_a_question_that_is_closed_is_declined_and_changes_nothing(self):
        self.nothing_changed("closed", "declined", "the question for an administrator's permission was closed")

    def test_a_wrong_password_an_agent_that_ends_and_a_rule_that_forbids_it_change_nothing(self):
        self.assertIn("AUTHENTICATION FAILED", self.seen["wrong"][2])
        self.nothing_changed("wrong", "refused", "an administrator's permission was not given")
        self.assertIn("Password:", self.seen["vanished"][2])
        self.nothing_changed("vanished", "refused", "an administrator's permission was not given")
        self.nothing_changed("forbidden", "refused", "an administrator's permission was not given")

    def test_the_permission_of_one_person_is_not_that_of_another(self):
        self.nothing_changed("otherPerson", "refused", "an administrator's permission was not given")

    def test_with_an_administrators_password_the_step_is_carried_out(self):
        answer, machine, said = self.seen["right"]
        self.assertIn("AUTHENTICATION COMPLETE", said)
        self.assertNotIn("mighty-secret", said)
        self.assertEqual((answer["json"].get("kind"), machine[0]), ("done", ["ii", ""]), answer)

    def test_the_permission_is_not_kept_for_the_next_time(self):
        self.nothing_changed("notKept", "refused", "nothing in this session can ask")

    def test_what_the_person_has_around_itself_reaches_neither_the_question_nor_the_broker(self):
        answer, machine = self.seen["hostile"]
        self.assertEqual((answer["json"].get("kind"), machine[0]), ("done", ["ii", ""]), answer)
        look = self.seen["look"]
        given = dict(each.split("=", 1) for each in look["environ"].split("\0") if each)
        self.assertLessEqual(set(given), {"LC_ALL", "PATH", "LOGNAME", "USER", "HOME", "PKEXEC_UID", "SHELL", "TERM"})
        self.assertEqual((given["PKEXEC_UID"], given["USER"], given["HOME"]), ("4321", "root", "/root"))
        for text in (look["environ"], look["maps"], look["script"], look["fd"]):
            self.assertNotIn("/home/person", text)
            self.assertNotIn("PKEXEC_UID", look["script"])
        self.assertEqual((look["cwd"].strip(), look["cmdline"]), ("/", "/usr/libexec/offramp/offramp-broker\0"))

    def test_the_broker_is_an_administrator_in_a_session_of_its_own(self):
        status = dict(each.split(":\t", 1) for each in self.seen["look"]["status"].splitlines() if ":\t" in each)
        self.assertEqual((status["Uid"].split(), status["Gid"].split()), (["0"] * 4, ["0"] * 4))
        self.assertEqual(status["NSsid"], status["NSpid"])

    def test_a_removal_that_was_refused_says_so_and_goes_on_once_it_is_allowed(self):
        answer, machine = self.seen["cliForbidden"]
        self.assertEqual((answer["code"], machine), (31, untouched), answer)
        refused = next(each for each in answer["json"]["removal"]["steps"] if each["id"] == "remove:kesl-gui")
        self.assertEqual((refused["state"], refused["code"], refused["codeMeans"]),
                         ("refused", 127, "The permission was not given (code 127)."))
        self.assertIn("an administrator's permission was not given", refused["detail"])
        answer, machine = self.seen["cliResumed"]
        self.assertEqual((answer["json"].get("phase"), machine[0]), ("ended", ["", ""]), answer)
        states = {each["id"]: each["state"] for each in answer["json"]["removal"]["steps"]}
        self.assertEqual((states["remove:kesl-gui"], states["remove:kesl"]), ("done", "done"))

    def test_its_leftovers_go_come_back_and_go_again_only_with_permission(self):
        places, there = self.seen["left"]
        self.assertEqual((len(places) > 2, set(there)), (True, {True}), places)
        self.assertEqual(self.seen["leftForbidden"], [31, there])
        self.assertEqual(self.seen["leftTaken"], ["ended", [False] * len(places)])
        self.assertEqual(self.seen["leftUndone"], [0, there])
        self.assertEqual(self.seen["leftRedone"], [False] * len(places))


if __name__ == "__main__":
    run_tests("dpkg", "dpkg-deb", "setpriv", "dbus-daemon", "pkexec", "pkaction", "pkttyagent", "chpasswd")
