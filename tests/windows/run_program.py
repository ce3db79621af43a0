"""Runs one Windows test program in a Windows of its own and passes on what it said: PROGRAM [ARGUMENT…]"""
import pathlib
import sys

from wine import Prefix, in_windows

with Prefix() as windows:
    # The offscreen platform knows no font of Windows; without one every letter is a box as wide as it is high.
    # Wine keeps settings of Qt from its programs unless they are written like this.
    windows.environment["WINEQT_QPA_FONTDIR"] = in_windows("/usr/share/fonts/truetype/dejavu")
    finished = windows.run(pathlib.Path(sys.argv[1]).resolve(), *sys.argv[2:], timeout=900)
sys.stdout.write(finished.stdout)
sys.stderr.write(finished.stderr)
sys.exit(finished.returncode)
