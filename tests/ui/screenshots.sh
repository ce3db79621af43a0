#!/usr/bin/env bash
# Renders the window for people to look at: screenshots.sh PROGRAMS FOLDER
#
# First every scripted state in each theme and size (ui-gallery), then recorded machines through the real program.
set -euo pipefail
programs=$1
folder=$2
machines=$(cd "$(dirname "$0")/../machines" && pwd)
mkdir -p "$folder/states" "$folder/machines"
export LANG=C.UTF-8
QT_QPA_PLATFORM=offscreen "$programs/ui-gallery" "$folder/states"
for machine in plus-with-vpn-and-password-manager traces-seven-things clean-windows-logged-off-user ultraav \
    denied-registry exempt-only managed-by-network-agent vpn-only; do
    for theme in light dark; do
        for size in 960x680 760x560; do
            QT_QPA_PLATFORM=offscreen "$programs/offramp" --host "$machines/$machine" --as-of 2026-11-23 --theme "$theme" \
                --size "$size" --screenshot "$folder/machines/$machine-$theme-$size.png"
        done
        QT_QPA_PLATFORM=offscreen "$programs/offramp" --host "$machines/$machine" --as-of 2026-11-23 --theme "$theme" \
            --size 760x560 --text-scale 2 --screenshot "$folder/machines/$machine-$theme-large-text.png"
    done
done
ls "$folder/states" "$folder/machines" | wc -l
