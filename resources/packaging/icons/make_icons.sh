#!/usr/bin/env bash
# Makes the program's icon for every system from the product's own drawings: app-small.svg below 32 pixels, app.svg from
# there up, as the design asks, and the picture of the Windows installer from the same drawing. Run it when one of the two
# changes, and commit what it writes; tests/lint/app_icons.py fails until that was done.
#
# Needs librsvg2-bin, icoutils, imagemagick and python3. The same drawings give the same bytes.
set -euo pipefail
cd "$(dirname "$0")/../../.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

draw() { # size file
    local drawing=app
    [ "$1" -ge 32 ] || drawing=app-small
    rsvg-convert --width "$1" --height "$1" "resources/icons/$drawing.svg" --output "$2"
}

# Windows reads small images fastest as bitmaps, and the large one only as PNG.
for size in 16 20 24 32 40 48 64 256; do draw "$size" "$scratch/$size.png"; done
small=()
for size in 16 20 24 32 40 48 64; do small+=("$scratch/$size.png"); done
icotool --create --output resources/packaging/windows/offramp.ico "${small[@]}" --raw="$scratch/256.png"
icotool --list resources/packaging/windows/offramp.ico

# Linux: the sizes of the hicolor theme. The drawing itself is installed beside them as "scalable".
for size in 16 22 24 32 48 64 128 256; do
    mkdir -p "resources/packaging/linux/hicolor/${size}x$size/apps"
    draw "$size" "resources/packaging/linux/hicolor/${size}x$size/apps/offramp.png"
done

# macOS: an iconset, as iconutil takes it, packed into one file.
mkdir "$scratch/offramp.iconset"
for size in 16 32 128 256 512; do
    draw "$size" "$scratch/offramp.iconset/icon_${size}x$size.png"
    draw $((size * 2)) "$scratch/offramp.iconset/icon_${size}x$size@2x.png"
done
mkdir -p resources/packaging/macos
python3 resources/packaging/icons/icns.py "$scratch/offramp.iconset" resources/packaging/macos/offramp.icns

# The mark on a tall field of its own blue, at twice the size the installer's pages have on an ordinary screen.
rsvg-convert --width 220 --height 220 resources/icons/app.svg --output "$scratch/mark.png"
convert -size 328x628 'xc:#1F5BC7' "$scratch/mark.png" -gravity center -geometry +0-60 -composite \
    +dither -colors 256 -type palette -compress none "BMP3:resources/packaging/windows/setup.bmp"

# Of which drawings all this was made.
(cd resources/icons && sha256sum app.svg app-small.svg) >resources/packaging/icons/drawings.sha256
