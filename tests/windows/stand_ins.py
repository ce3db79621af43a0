"""Stand-ins for removing: named and laid out as Kaspersky's Windows products are, of our own making.

    stand_ins.build(folder)                       # once
    windows.import_registry(folder / "root.reg")  # whom this Windows trusts
    stand_ins.install_home_product(windows, folder, "early")

The home product is a package of Windows Installer (wixl) with a service, brought by a setup program (makensis) that
registers an uninstaller signed by its maker; what it writes while it runs stays when it goes. How that uninstaller behaves is a
word of products/uninstaller.c. The business product is a package that wants a password before it goes.
"""
import shutil
import subprocess

import wine
from real_products_test import code, msi, setup, sources
from system_answers_test import Authority

home_product, business_product = "kaspersky-internet-security", "kaspersky-endpoint-security-windows"
home_name = "Kaspersky Internet Security"
password = "open sesame"
uninstall_key = rf"HKLM\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall\InstallWIX_{code('A001')}"
settings_key = r"HKLM\SOFTWARE\WOW6432Node\KasperskyLab\AVP21.3"
bridge = "klvssbridge64_21.3"
extension = ("users", "root", "AppData", "Local", "Google", "Chrome", "User Data", "Default", "Extensions",
             "ahkjpbeeocnddjkakilopmfdlnjdpcdm")


def compile_program(build, name):
    subprocess.run(["x86_64-w64-mingw32-gcc", "-O1", "-s", "-Wall", "-Werror", "-o", build / f"{name}.exe", sources / f"{name}.c"],
                   check=True)


def build(folder):
    shutil.copy(sources / "product.wxs", folder)   # wixl looks for files beside the source
    for name in ("service", "uninstaller", "as_person", "foreground"):
        compile_program(folder, name)
    shutil.copy(folder / "service.exe", folder / "program.exe")
    authority = Authority(folder, "Offramp test root")
    authority.certify("maker", "/CN=AO Kaspersky Lab")
    authority.sign("maker", "uninstaller.exe", "signed.exe")
    authority.registry_file("root")
    msi(folder, "home.msi", home_name, "21.3.10", "A001", "Kaspersky Internet Security 21.3", "avp.exe", "AVP21.3",
        "Kaspersky Anti-Virus Service 21.3", r"AVP21.3\environment", bits=32)
    setup(folder, "bundle.nsi", "home-setup.exe", MSI=folder / "home.msi", CODE=code("A001"), VERSION="21.3.10",
          NAME=home_name, FOLDER="Kaspersky Internet Security 21.3", UNINSTALLER=folder / "signed.exe")
    msi(folder, "business.msi", "Kaspersky Endpoint Security for Windows", "12.3.0", "A005",
        "Kaspersky Endpoint Security for Windows", "avp.exe", "AVP.KES.21.15", "Kaspersky Endpoint Security Service",
        r"protected\KES\environment", bits=32, password=password)


def install_home_product(windows, folder, behavior):
    windows.run(folder / "home-setup.exe", "/S", f"/BEHAVIOR={behavior}", check=True)
    windows.run("net", "start", "AVP21.3", check=True)
    place = windows.on_drive(*extension, "1.0_0")
    place.mkdir(parents=True)
    (place / "manifest.json").write_text('{"name": "Kaspersky Protection", "version": "1.0"}')


def install_business_product(windows, folder):
    windows.run("msiexec", "/i", wine.in_windows(folder / "business.msi"), "/qn", check=True)


def home_folder(windows):
    return windows.on_drive("Program Files (x86)", "Kaspersky Lab", "Kaspersky Internet Security 21.3")
