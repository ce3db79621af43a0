#!/usr/bin/env bash
# Builds the libraries of the Windows program from Debian's own sources, and prints the folder they are in (OFFRAMP_WIN_SDK).
#
#   cmake/windows/sdk.sh [FOLDER]      FOLDER keeps everything; default: ~/.cache/offramp
#
# Each library is built once for each version and recipe, in FOLDER/libraries; FOLDER/win-sdk-HASH is one set of them, complete as soon as it
# is there. OFFRAMP_WIN_SDK_ARCHIVE may name a packed SDK; libraries it has in the wanted version are taken from it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
exec 3>&1 1>&2 # standard output is for the answer only

say() { printf '%s\n' "$*" >&2; }
die() {
    say "$*"
    exit 1
}
hash_of() { sha256sum | cut -c 1-12; }

# shellcheck source=cmake/windows/sdk/debian.sh
. "$here/sdk/debian.sh"
# shellcheck source=cmake/windows/sdk/recipes.sh
. "$here/sdk/recipes.sh"

cache=${1:-${XDG_CACHE_HOME:-$HOME/.cache}/offramp}
mkdir -p "$cache"
cache=$(cd "$cache" && pwd)
apt=$cache/debian
archive=${OFFRAMP_WIN_SDK_ARCHIVE:-}
target=x86_64-w64-mingw32
toolchain=$here/toolchain.cmake
# Where the libraries believe to be installed. Qt reads settings from there, so it must be a place nobody can make on Windows.
prefix='/nowhere?'
jobs=${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}

exec 9>"$cache/lock"
flock -n 9 || { say "Waiting for another build of the Windows libraries" && flock 9; }

# --- What is wanted -----------------------------------------------------------------------------------------------------------------------

need qt6-base-dev g++-mingw-w64-x86-64-posix debian-archive-keyring "${header_packages[@]}"
refresh_sources

compiler=$(dpkg-query -W -f '${Version}' g++-mingw-w64-x86-64-posix)
target_line="target $target (posix threads), g++ ${compiler%%-*}, static"

declare -A version key
for library in "${compiled[@]}"; do
    version[$library]=$(newest_source "$library")
done
# The host's moc, rcc and uic must be of exactly the Qt they work for.
read -r _ "version[qt6-base]" < <(installed_source qt6-base-dev)
offered_versions qt6-base | grep -xF -- "${version[qt6-base]}" >/dev/null ||
    die "qt6-base-dev here is ${version[qt6-base]}, Debian now has $(newest_source qt6-base): install that one first."

for library in "${compiled[@]}"; do
    need=${needs[$library]:-}
    key[$library]=$({
        declare -f "build_$library" with_cmake with_configure
        printf '%s\n' "$target_line" "$prefix" "${files[$library]}" "${need:+${version[$need]} ${key[$need]}}"
        sed -E '/^ *(#|$)/d' "$toolchain"
    } | hash_of)
done

library_folder() { echo "$cache/libraries/$1-${version[$1]}-${key[$1]}"; }

manifest() {
    echo "$target_line"
    for library in qt6-base "${compiled[@]}"; do
        echo "$library ${version[$library]}"
    done | awk '!seen[$0]++'
    for package in "${header_packages[@]}"; do
        installed_source "$package"
    done
}
recipes() {
    for library in "${compiled[@]}"; do
        echo "$library ${key[$library]}"
    done
}

sdk=$cache/win-sdk-$({ manifest && recipes; } | hash_of)
if [ -f "$sdk/MANIFEST" ] && manifest | cmp -s - "$sdk/MANIFEST"; then
    echo "$sdk" >&3
    exit 0
fi

# --- Libraries ----------------------------------------------------------------------------------------------------------------------------

move_files() { # library, from, to
    local patterns pattern path to
    read -r -d '' -a patterns <<<"${files[$1]}" || true
    for pattern in "${patterns[@]}"; do
        for path in "$2"/$pattern; do
            [ -e "$path" ] || die "$1 has no $pattern."
            to=$3${path#"$2"}
            mkdir -p "$(dirname "$to")"
            mv "$path" "$to"
        done
    done
}

# Every archive and object is for 64-bit Windows, and nothing remembers where it was made.
check_library() { # library, folder
    local file formats
    while IFS= read -r file; do
        # "bigobj" is the same with more sections.
        formats=$("$target-objdump" -a "$file" | sed -n 's/.*file format //p' | sed 's/-bigobj//' | sort -u)
        [ "$formats" = pe-x86-64 ] || die "$1: ${file#"$2"/} is not a library for 64-bit Windows (${formats:-empty})."
    done < <(find "$2" -name '*.a' -o -name '*.obj' -o -name '*.o')
    file=$(grep -rlF -m 1 -e "$cache/" -e "$here/" "$2" | head -n 1) || true
    [ -z "$file" ] || die "$1: ${file#"$2"/} names the folder it was built in."
}

keep_library() { # library, folder with its files
    local new
    new=$(library_folder "$1").new
    rm -rf "$new"
    mkdir -p "$new"
    move_files "$1" "$2" "$new"
    # Qt notes the toolchain file it was built with; whoever uses the set brings one.
    find "$new" -name '*.cmake' -exec sed -i "s|\"$toolchain\"|\"\"|" {} +
    check_library "$1" "$new"
    mv "$new" "$(library_folder "$1")"
}

build_library() { # library
    local work log status=0 seconds=$SECONDS
    work=$cache/building/$1-${version[$1]}-${key[$1]}
    log=$work/log
    # Ninja goes on where it was interrupted; make would trust half an object.
    [ -f "$work/build/build.ninja" ] || rm -rf "$work"
    mkdir -p "$work"
    say "Building $1 ${version[$1]} (what happens is written to $log)"
    set +e
    (
        set -e
        cd "$work"
        export CFLAGS="-ffile-prefix-map=$work=." CXXFLAGS="-ffile-prefix-map=$work=." PKG_CONFIG_LIBDIR=/nonexistent
        unset CC CXX CPPFLAGS LDFLAGS DESTDIR MAKEFLAGS CMAKE_PREFIX_PATH OFFRAMP_WIN_SDK
        [ -d source ] || fetch_source "$1" "${version[$1]}"
        "build_$1"
    ) >"$log" 2>&1 </dev/null
    status=$?
    set -e
    if [ "$status" -ne 0 ]; then
        tail -n 30 "$log" >&2
        die "$1 could not be built; the whole story is in $log."
    fi
    keep_library "$1" "$work/install$prefix"
    rm -rf "$work"
    say "$1 took $((SECONDS - seconds)) s"
}

# Takes from the archive what has the wanted version, and says what has not. An archive that says nothing about its recipes is believed.
take_from_archive() {
    local folder=$cache/archive.new library line
    rm -rf "$folder"
    mkdir "$folder"
    say "Unpacking $archive"
    tar -xf "$archive" -C "$folder"
    if ! grep -qxF "$target_line" "$folder/MANIFEST"; then
        say "The archive is for \"$(head -n 1 "$folder/MANIFEST")\", wanted is \"$target_line\": nothing of it is used."
        return
    fi
    [ -f "$folder/RECIPES" ] || say "The archive does not say how its libraries were built; only their versions are compared."
    for library in "${compiled[@]}"; do
        [ ! -d "$(library_folder "$library")" ] || continue
        line=$(grep "^$library " "$folder/MANIFEST" || echo "no $library")
        if [ "$line" != "$library ${version[$library]}" ]; then
            say "The archive has $line, wanted is ${version[$library]}: building it."
        elif [ -f "$folder/RECIPES" ] && ! grep -qxF "$library ${key[$library]}" "$folder/RECIPES"; then
            say "The archive has $library from another recipe: building it."
        elif [ -n "${needs[$library]:-}" ] && ! grep -qxF "${needs[$library]} ${version[${needs[$library]}]}" "$folder/MANIFEST"; then
            say "The archive has $library for another ${needs[$library]}: building it."
        else
            keep_library "$library" "$folder"
        fi
    done
    rm -rf "$folder"
}

missing_libraries() {
    for library in "${compiled[@]}"; do
        [ -d "$(library_folder "$library")" ] || echo "$library"
    done
}

mkdir -p "$cache/libraries"
if [ -n "$archive" ] && [ -n "$(missing_libraries)" ]; then
    [ -f "$archive" ] || die "OFFRAMP_WIN_SDK_ARCHIVE names no file: $archive"
    take_from_archive
fi
if [ -n "$(missing_libraries)" ]; then
    need build-essential cmake ninja-build dpkg-dev autoconf automake libtool pkg-config tcl perl python3
    for library in $(missing_libraries); do
        build_library "$library"
    done
fi

# --- The set ------------------------------------------------------------------------------------------------------------------------------

rm -rf "$sdk" "$sdk.new"
mkdir "$sdk.new"
for library in "${compiled[@]}"; do
    cp -al "$(library_folder "$library")/." "$sdk.new/"
done
for package in "${header_packages[@]}"; do
    dpkg -L "$package" | while IFS= read -r file; do
        if [[ $file == /usr/include/* && -f $file ]]; then
            install -D -m 644 "$file" "$sdk.new/${file#/usr/}"
        fi
    done
done
recipes >"$sdk.new/RECIPES"
manifest >"$sdk.new/MANIFEST"
mv "$sdk.new" "$sdk"
echo "$sdk" >&3
