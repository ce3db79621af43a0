#!/usr/bin/env bash
# Makes the Windows icon from the product's own drawings: app-small.svg below 32 pixels, app.svg from there up, as the
# design asks, and the picture of the installer from the same drawing. Run it when one of the two changes, and commit
# what it writes.
#
# Needs librsvg2-bin, icoutils and imagemagick. The same drawings give the same bytes.
set -euo pipefail
cd "$(dirname "$0")/../../.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

draw() { # drawing size
    rsvg-convert --width "$2" --height "$2" "resources/icons/$1.svg" --output "$scratch/$2.png"
}
for size in 16 20 24; do draw app-small "$size"; done
for size in 32 40 48 64 256; do draw app "$size"; done

# Windows reads small images fastest as bitmaps, and the large one only as PNG.
small=()
for size in 16 20 24 32 40 48 64; do small+=("$scratch/$size.png"); done
icotool --create --output resources/packaging/windows/offramp.ico "${small[@]}" --raw="$scratch/256.png"
icotool --list resources/packaging/windows/offramp.ico

# The mark on a tall field of its own blue, at twice the size the installer's pages have on an ordinary screen.
rsvg-convert --width 220 --height 220 resources/icons/app.svg --output "$scratch/mark.png"
convert -size 328x628 'xc:#1F5BC7' "$scratch/mark.png" -gravity center -geometry +0-60 -composite \
    +dither -colors 256 -type palette -compress none "BMP3:resources/packaging/windows/setup.bmp"
