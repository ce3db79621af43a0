"""The program's icon: every size every system asks for is there, and made from the drawings as they are now."""
import hashlib
import pathlib
import struct
import sys
import zlib

root = pathlib.Path(sys.argv[1])
packaging = root / "resources" / "packaging"
problems = []


def check(condition, sentence):
    if not condition:
        problems.append(sentence)


def png_size(data):
    """Width and height, after the sums of all parts were checked."""
    check(data[:8] == b"\x89PNG\r\n\x1a\n", "a picture is not a PNG")
    at, size = 8, None
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 4:at + 8 + length]
        check(struct.unpack(">I", data[at + 8 + length:at + 12 + length])[0] == zlib.crc32(body), "a PNG is damaged")
        if kind == b"IHDR":
            size = struct.unpack(">II", data[at + 8:at + 16])
        at += 12 + length
    return size


# The drawings, and what was made of them.
made_of = dict(reversed(line.split()) for line in
               (packaging / "icons" / "drawings.sha256").read_text(encoding="utf-8").splitlines())
for name in ("app.svg", "app-small.svg"):
    now = hashlib.sha256((root / "resources" / "icons" / name).read_bytes()).hexdigest()
    check(made_of.get(name) == now, f"{name} changed; run resources/packaging/icons/make_icons.sh")

# Linux
for size in (16, 22, 24, 32, 48, 64, 128, 256):
    file = packaging / "linux" / "hicolor" / f"{size}x{size}" / "apps" / "offramp.png"
    check(file.is_file() and png_size(file.read_bytes()) == (size, size), f"{file.relative_to(root)} is not {size} px")

# Windows
icon = (packaging / "windows" / "offramp.ico").read_bytes()
reserved, kind, count = struct.unpack("<HHH", icon[:6])
check((reserved, kind) == (0, 1), "offramp.ico is not an icon")
sizes = set()
for i in range(count):
    width, height, _, _, _, bits, length, offset = struct.unpack("<BBBBHHII", icon[6 + 16 * i:22 + 16 * i])
    check(width == height and bits == 32, "offramp.ico: a picture is not square or has few colors")
    check(offset + length <= len(icon), "offramp.ico is cut off")
    sizes.add(width or 256)
    if not width:
        check(png_size(icon[offset:offset + length]) == (256, 256), "offramp.ico: the large picture is no PNG of 256 px")
check(sizes == {16, 20, 24, 32, 40, 48, 64, 256}, f"offramp.ico has the sizes {sorted(sizes)}")

# macOS
icns = (packaging / "macos" / "offramp.icns").read_bytes()
check(icns[:4] == b"icns" and struct.unpack(">I", icns[4:8])[0] == len(icns), "offramp.icns is not complete")
expected = {b"icp4": 16, b"ic11": 32, b"icp5": 32, b"ic12": 64, b"ic07": 128, b"ic13": 256, b"ic08": 256, b"ic14": 512,
            b"ic09": 512, b"ic10": 1024}
at, found = 8, {}
while at < len(icns):
    kind, length = icns[at:at + 4], struct.unpack(">I", icns[at + 4:at + 8])[0]
    found[kind] = png_size(icns[at + 8:at + length])
    at += length
for kind, size in expected.items():
    check(found.get(kind) == (size, size), f"offramp.icns: {kind.decode()} is not {size} px")

print("\n".join(problems) or "every icon is there and made from the drawings as they are")
sys.exit(1 if problems else 0)
