#!/usr/bin/env bash
# Draws every page for people to look at: screenshots.sh PROGRAMS FOLDER [DESIGN]
#
# Then open FOLDER/index.html. DESIGN is a folder with the design's pictures, to have them beside ours.
set -euo pipefail
programs=$1
folder=$2
machines=$(cd "$(dirname "$0")/../machines" && pwd)
design=()
[ -z "${3:-}" ] || design=(--design "$3")
export LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen
"$programs/ui-gallery" "$folder" "$machines" "$programs/catalog.db" "${design[@]}"
printf '%s pictures; open %s/index.html\n' "$(find "$folder" -name '*.png' | wc -l)" "$folder"
