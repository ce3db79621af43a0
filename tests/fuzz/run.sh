#!/usr/bin/env bash
# Runs every fuzz target: run.sh PROGRAMS [RUNS]. New inputs go to a scratch folder; the seeds in the tree stay small.
set -euo pipefail
programs=$1
runs=${2:-1000000}
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for program in "$programs"/*_fuzz; do
    name=$(basename "$program")
    seeds="$here/corpus/${name%_fuzz}"
    mkdir -p "$scratch/$name"
    echo "== $name"
    log="$scratch/$name.log"
    folders=("$scratch/$name")
    [ ! -d "$seeds" ] || folders+=("$seeds")
    if ! "$program" -runs="$runs" -max_len=16384 -timeout=10 -print_final_stats=1 -artifact_prefix="$programs/" "${folders[@]}" >"$log" 2>&1; then
        tail -n 60 "$log"
        exit 1
    fi
    grep 'stat::number_of_executed' "$log"
done
