"""Packages of our own making, named and laid out as Kaspersky's Linux products are. Nothing of Kaspersky's is in them."""
import shutil
import subprocess
import sys

control = """Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: AO Kaspersky Lab
{depends}Description: {title}
"""
products = [
    ("kesl", "11.3.0-7441", "amd64", "", "Kaspersky Endpoint Security for Linux"),
    ("kesl-gui", "11.3.0-7441", "amd64", "kesl", "Kaspersky Endpoint Security for Linux GUI"),
    ("klnagent64", "15.1.0-20748", "amd64", "", "Kaspersky Network Agent"),
    ("kav4fs", "8.0.4-312", "amd64", "", "Kaspersky Anti-Virus for Linux File Server"),
]


def put(root, path, text, mode=0o644):
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    file.chmod(mode)


def fill(root, name):
    put(root, f"opt/kaspersky/{name}/bin/{name}-control", "#!/bin/sh\nexit 0\n", 0o755)
    put(root, f"etc/opt/kaspersky/{name}/{name}.ini", "Locale=en_US\n")
    if name == "klnagent64":
        put(root, "opt/kaspersky/klnagent64/protected", "")   # as an agent under a policy: it refuses to go


def make_deb(folder, name, version, architecture, depends, title):
    root = folder / f"deb-{name}"
    fill(root, name)
    debian = root / "DEBIAN"
    put(root, "DEBIAN/control", control.format(name=name, version=version, architecture=architecture, title=title,
                                               depends=f"Depends: {depends}\n" if depends else ""))
    put(root, "DEBIAN/conffiles", f"/etc/opt/kaspersky/{name}/{name}.ini\n")
    # What the product writes while it runs belongs to no package.
    put(root, "DEBIAN/postinst", f"#!/bin/sh\nset -e\nmkdir -p /var/opt/kaspersky/{name}/install-1 /var/log/kaspersky/{name}\n"
        f"echo bases > /var/opt/kaspersky/{name}/install-1/bases\necho log > /var/log/kaspersky/{name}/log\n", 0o755)
    put(root, "DEBIAN/prerm", "#!/bin/sh\nif [ -t 0 ] || [ \"$DEBIAN_FRONTEND\" != noninteractive ]; then [ \"$1\" = upgrade ]; fi\n"
        + ("[ ! -e /opt/kaspersky/klnagent64/protected ] || { echo 'The agent is protected by a policy.'; exit 1; }\n"
           if name == "klnagent64" else "") + "exit 0\n", 0o755)
    assert debian.is_dir()
    subprocess.run(["dpkg-deb", "--root-owner-group", "--build", root, folder / "packages"], check=True, capture_output=True)


def make_debs(folder, wanted):
    """Packages of these `products` in folder/packages."""
    (folder / "packages").mkdir()
    for each in wanted:
        make_deb(folder, *each)


def make_rpm(folder, name, version, depends, title):
    root, top = folder / f"rpm-{name}", folder / "rpmbuild"
    fill(root, name)
    number, release = version.split("-")
    spec = folder / f"{name}.spec"
    spec.write_text(f"Name: {name}\nVersion: {number}\nRelease: {release}\nSummary: {title}\nLicense: Proprietary\n"
                    f"Vendor: AO Kaspersky Lab\nBuildArch: noarch\nAutoReqProv: no\n"
                    + (f"Requires: {depends}\n" if depends else "") +
                    f"%description\n{title}\n%install\ncp -a {root}/. %{{buildroot}}/\n"
                    f"%files\n/opt/kaspersky/{name}\n%config(noreplace) /etc/opt/kaspersky/{name}/{name}.ini\n")
    done = subprocess.run(["rpmbuild", "-bb", "--define", f"_topdir {top}", "--define", f"_dbpath {folder}/rpmdb",
                           "--define", "_build_id_links none", spec], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stdout + done.stderr)
    for package in top.glob("RPMS/*/*.rpm"):
        shutil.move(package, folder / "packages")
