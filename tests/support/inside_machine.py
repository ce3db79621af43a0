"""What the scripts do that run inside a throwaway machine. throwaway_machine.run_inside() carries this file there beside them.

They are root of that machine, find in /tmp what was carried there, and print what they saw as JSON; the tests judge it outside.
"""
import json
import os
import pathlib
import signal
import subprocess
import time

hanging, hangs = pathlib.Path("/tmp/hang"), pathlib.Path("/tmp/hangs")


def run(*command, seconds=120, **more):
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=seconds, **more)
    return {"code": done.returncode, "out": done.stdout, "err": done.stderr}


def hands(*words):
    """One step by Offramp's own runners."""
    done = run("/tmp/step-hands", *words)
    return json.loads(done["out"]) if done["code"] == 0 else done


def cli(*words):
    done = run("/tmp/offramp-cli", *words, "--catalog", "/tmp/catalog.db", "--json")
    return {"code": done["code"], "json": json.loads(done["out"] or "null"), "err": done["err"]}


def approved(proposal):
    """The words that approve what `remove` proposed, and answer what it asks."""
    words = ",".join(each["id"] for each in proposal.get("guards", []) if each["answerable"] and each["holdsUp"])
    return ("--approve", (proposal.get("plan") or {"digest": "none"})["digest"], *(("--settle", words) if words else ()))


def guard(name):
    return next(each for each in cli("remove")["json"]["guards"] if each["id"] == name)


def found():
    return sorted(each["product"] for each in cli("check")["json"]["installations"])


def state(package):
    """What dpkg says of it in two letters; empty when it is gone, also where another package still speaks of it."""
    known = run("dpkg-query", "-W", "-f", "${db:Status-Abbrev}", package)["out"].strip()
    return "" if known == "un" else known


def identity(path):
    """What stays the same when a file is moved away and back; None when it is not there."""
    at = os.lstat(path) if os.path.lexists(path) else None
    return at and [at.st_ino, at.st_mode, at.st_uid, at.st_mtime_ns]


def wait_until(holds, seconds=60):
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def step_beside(installer, manager, package):
    """Begins a step while `installer` (a process) works, which is then let go on: the step's outcome, which of the two had ended
    before that, and how the installer ended."""
    removal = subprocess.Popen(["/tmp/step-hands", "run", "package", manager, package], stdout=subprocess.PIPE,
                               stdin=subprocess.DEVNULL, text=True)
    time.sleep(4)   # it tries more than once
    before = installer.poll(), removal.poll()
    pathlib.Path("/tmp/slow-go").touch()
    return json.loads(removal.communicate()[0]), before, installer.wait()


def start_hanging(*command):
    """Starts what will hang in a package's script."""
    hanging.touch()
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, text=True)


def kill_hanging(process, *names):
    """Programs killed while they work, as when the power fails. What `process` printed."""
    wait_until(hangs.exists)
    # Last the script that waits, which would tell the package manager that it failed; nothing else is in this machine.
    for name in (*names, "sleep"):
        for folder in pathlib.Path("/proc").glob("[0-9]*"):
            if (folder / "comm").read_text().strip() == name:
                os.kill(int(folder.name), signal.SIGKILL)
    out = process.communicate()[0]
    for each in (hanging, hangs):
        each.unlink()
    return out


def leftovers_there_and_back():
    """Moves what was left to quarantine, back, and there again; says each time which of the places exist."""
    def take():
        cli("remove", "--leftovers", "--approve", cli("remove", "--leftovers")["json"]["leftoversDigest"])

    def exist():
        return [os.path.lexists(each) for each in seen["places"]]

    seen = {"places": [each["place"] for each in cli("remove", "--leftovers")["json"]["leftovers"] if each["preselected"]]}
    seen["leftovers"] = exist()
    take()
    seen["taken"] = exist()
    seen["undone"] = cli("undo")["code"], exist()
    take()
    seen["redone"] = exist()
    return seen


def install(file, folder, mode="755"):
    pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
    run("install", "-o", "root", "-g", "root", "-m", mode, file, folder)


def install_offramp():
    """What was carried of it, where its package puts it."""
    for name, folder, mode in (("offramp", "/usr/bin", "755"), ("offramp-cli", "/usr/bin", "755"), ("step-hands", "/usr/bin", "755"),
                               ("offramp-broker", "/usr/libexec/offramp", "755"), ("catalog.db", "/usr/share/offramp", "644"),
                               ("org.offramp.broker.policy", "/usr/share/polkit-1/actions", "644")):
        if os.path.exists("/tmp/" + name):
            install("/tmp/" + name, folder, mode)


def open_to_all(*folders):
    for each in folders:
        os.makedirs(each, exist_ok=True)
        os.chmod(each, 0o1777)


def add_person(name="person", number=4321):
    with open("/etc/passwd", "a") as accounts:
        accounts.write(f"{name}:x:{number}:{number}:{name}:/home/{name}:/bin/sh\n")
    with open("/etc/group", "a") as groups:
        groups.write(f"{name}:x:{number}:\n")
    os.makedirs(f"/home/{name}")
    os.chown(f"/home/{name}", number, number)


def become(name="person"):
    return ["setpriv", "--reuid", name, "--regid", name, "--init-groups"]


def surroundings(name="person"):
    return {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/home/" + name}


def walk(tell):
    """Runs /tmp/walk.py as the person. It says where it is and waits; tell(word, value) hears it, and then it goes on. Its code."""
    process = subprocess.Popen([*become(), "/usr/bin/python3", "-B", "/tmp/walk.py"], stdout=subprocess.PIPE, stdin=subprocess.PIPE,
                               text=True, cwd="/home/person", env=surroundings() | {"PYTHONPATH": "/tmp/support"})
    for line in process.stdout:
        tell(*json.loads(line))
        process.stdin.write("\n")
        process.stdin.flush()
    return process.wait()


def start_system_bus():
    os.makedirs("/run/dbus")
    bus = subprocess.Popen(["dbus-daemon", "--system", "--nofork", "--nopidfile"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_until(lambda: os.path.exists("/run/dbus/system_bus_socket") or bus.poll() is not None)
    return bus


def polkit_is_up():
    return run("pkaction", "--action-id", "org.offramp.broker")["code"] == 0


def start_polkit():
    daemon = subprocess.Popen(["/usr/lib/polkit-1/polkitd", "--no-debug"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_until(lambda: polkit_is_up() or daemon.poll() is not None)
    return daemon
