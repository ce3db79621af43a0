"""icns.py ICONSET OUT.icns: packs the pictures of an .iconset folder into one macOS icon, without a Mac.

The file is a list of (type, length, PNG) behind a head of its own; the type says the size on screen and the density.
"""
import pathlib
import struct
import sys

types = {
    "icon_16x16.png": b"icp4", "icon_16x16@2x.png": b"ic11", "icon_32x32.png": b"icp5", "icon_32x32@2x.png": b"ic12",
    "icon_128x128.png": b"ic07", "icon_128x128@2x.png": b"ic13", "icon_256x256.png": b"ic08",
    "icon_256x256@2x.png": b"ic14", "icon_512x512.png": b"ic09", "icon_512x512@2x.png": b"ic10",
}


def pack(iconset):
    parts = b""
    for name, kind in types.items():
        picture = iconset.joinpath(name).read_bytes()
        parts += kind + struct.pack(">I", len(picture) + 8) + picture
    return b"icns" + struct.pack(">I", len(parts) + 8) + parts


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    pathlib.Path(sys.argv[2]).write_bytes(pack(pathlib.Path(sys.argv[1])))
