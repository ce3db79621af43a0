# shellcheck shell=bash disable=SC2154 # shared with sdk.sh
# Debian's packages: installing them, and reading their sources without touching the machine's apt configuration.

# Installs what is missing, and only then asks for rights.
need() {
    local missing=() sudo=() package
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    say "Installing: ${missing[*]}"
    [ "$(id -u)" -eq 0 ] || sudo=(sudo)
    "${sudo[@]}" apt-get -qq update
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${missing[@]}" >/dev/null
}

# apt with a list of sources and an index of our own. Signatures are checked as always, and against Debian's keys only.
sources_apt() { # apt-get|apt-cache, arguments
    "$1" -o Dir::Etc::sourcelist="$apt/sources.list" -o Dir::Etc::sourceparts=/dev/null -o Dir::State::lists="$apt/lists" \
        -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= -o APT::Sandbox::User="$(id -un)" "${@:2}"
}

# One deb-src line for each place this machine has Debian's own packages from. apt reads its own configuration; third parties and other
# releases are left out. Security comes last: what a point release took over is there no longer, though still listed.
debian_places() {
    local codename
    # shellcheck source=/dev/null
    codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
    # shellcheck disable=SC2016 # apt fills in these
    apt-get indextargets --format '$(ORIGIN)|$(CODENAME)|$(REPO_URI)|$(RELEASE)|$(COMPONENT)' 'Created-By: Packages' |
        awk -F '|' -v codename="$codename" '$1 == "Debian" && index($2, codename) == 1 && $3 !~ /^cdrom:/ && !seen[$0]++ {
            line = "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] " $3 " " $4 " " $5
            if ($2 ~ /security/) later = later line "\n"; else print line
        } END { printf "%s", later }'
}

# Asks once a day. Without a network, yesterday's answer is as good as any.
refresh_sources() {
    local sudo=()
    [ -z "$(find "$apt/asked" -mmin -1440 2>/dev/null)" ] || return 0
    mkdir -p "$apt/lists/partial"
    debian_places >"$apt/sources.list"
    if [ ! -s "$apt/sources.list" ]; then # this machine never asked for any list
        [ "$(id -u)" -eq 0 ] || sudo=(sudo)
        "${sudo[@]}" apt-get -qq update
        debian_places >"$apt/sources.list"
    fi
    [ -s "$apt/sources.list" ] || die "apt knows no place with Debian's own packages, so their sources cannot be found."
    say "Asking Debian which sources there are"
    if sources_apt apt-get -qq -o APT::Update::Error-Mode=any update; then
        touch "$apt/asked"
    else
        say "Debian could not be asked; what it said before is used."
    fi
}

offered_versions() { # source package
    sources_apt apt-cache showsrc --only-source "$1" 2>/dev/null | awk -F ': ' '$1 == "Version" { print $2 }'
}

newest_source() { # source package
    local newest="" version
    for version in $(offered_versions "$1"); do
        if [ -z "$newest" ] || dpkg --compare-versions "$version" gt "$newest"; then
            newest=$version
        fi
    done
    [ -n "$newest" ] || die "apt does not offer the source of $1."
    echo "$newest"
}

# The version of the source an installed package was built from, as "name version" (the epoch is not part of any file name, nor of ours).
installed_source() { # binary package
    dpkg-query -W -f '${source:Package} ${source:Version}\n' "$1" | sed -E 's/ [0-9]+:/ /' | sort -u
}

fetch_source() { # source package, version; makes the folder "source"
    sources_apt apt-get -qq source --download-only --only-source "$1=$2"
    dpkg-source --no-check -x ./*.dsc source # apt has checked it: the signed list names the hash of every file
}
