"""Makes what people download from a finished Windows build: the installer, the portable program, sums, materials.

Usage: package.py BUILD_DIR OUTPUT_DIR

Two runs on the same build give the same bytes. OFFRAMP_SIGN may name a program that signs the file it is called with,
in place; it is called for every program, for the uninstaller and for the installer (docs/windows.md, "Signing").
"""
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
import components  # noqa: E402

here = pathlib.Path(__file__).resolve().parent
tree = here.parents[2]


def moment():
    """The time of the sources, in seconds since 1970."""
    if os.environ.get("SOURCE_DATE_EPOCH"):
        return int(os.environ["SOURCE_DATE_EPOCH"])
    return int(components.ask("git", "-C", tree, "log", "-1", "--format=%ct"))


def run(*arguments):
    finished = subprocess.run([str(a) for a in arguments], capture_output=True, text=True)
    if finished.returncode != 0:
        raise components.PackagingError(f"{arguments[0]} failed:\n{finished.stdout}{finished.stderr}")


def signer():
    program = os.environ.get("OFFRAMP_SIGN")
    if not program:
        return None
    found = shutil.which(program)
    if not found:
        raise components.PackagingError(f"OFFRAMP_SIGN names {program}, which cannot be run")
    return str(pathlib.Path(found).resolve())


def stage_programs(build, folder):
    """The programs as they are shipped: signed."""
    folder.mkdir()
    for name in components.programs:
        if not (build / "bin" / name).is_file():
            raise components.PackagingError(f"{build}/bin/{name} is missing; run ./dev windows")
        shutil.copyfile(build / "bin" / name, folder / name)
        if signer():
            run(signer(), folder / name)


def stage_texts(linked, folder):
    folder.mkdir()
    shutil.copyfile(tree / "LICENSE", folder / "LICENSE.txt")
    (folder / "THIRD-PARTY-NOTICES.txt").write_text(components.notices(linked), encoding="utf-8-sig")


def make_setup(programs, texts, version, result):
    sign = [f"-DSIGN={signer()}"] if signer() else []
    run("makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", f"-DVERSION={version}", f"-DPROGRAMS={programs.resolve()}",
        f"-DTEXTS={texts.resolve()}", f"-DRESULT={result.resolve()}", *sign, here / "offramp.nsi")


def package(build, output):
    version = components.cached(build, "CMAKE_PROJECT_VERSION")
    linked = components.linked_components(build)
    output.mkdir(parents=True, exist_ok=True)
    for old in output.glob("offramp-*"):
        old.unlink()
    setup, portable = output / f"offramp-{version}-setup.exe", output / f"offramp-{version}-portable.exe"
    with tempfile.TemporaryDirectory() as scratch:
        programs, texts = pathlib.Path(scratch, "programs"), pathlib.Path(scratch, "texts")
        stage_programs(build, programs)
        stage_texts(linked, texts)
        make_setup(programs, texts, version, setup)
        shutil.copyfile(programs / "offramp.exe", portable)
    materials = output / f"offramp-{version}.spdx.json"
    materials.write_text(components.spdx(linked, version, [setup, portable], moment()), encoding="utf-8")
    sums = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in (materials, portable, setup)]
    (output / "SHA256SUMS").write_text("".join(sums))
    for file in sorted(output.iterdir()):
        print(f"{file.stat().st_size:>10,}  {file.name}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    try:
        package(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
    except components.PackagingError as error:
        sys.exit(f"package: {error}")
