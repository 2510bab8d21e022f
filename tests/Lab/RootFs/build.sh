#!/usr/bin/env bash
# Builds the root file system of a lab node in the folder $1. Called by rootfs.sh inside namespaces of its own.
set -euo pipefail

root=$1
recipe=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. /etc/os-release
export DEBIAN_FRONTEND=noninteractive LC_ALL=C

# The host's own package sources are the only ones that are known to work here, so the nodes are made from them.
# Reads both forms (one line, deb822) and prints "type uri suite components" for binary packages.
host_sources() {
    local file
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [ -f "$file" ] && sed -nE 's/^deb[[:space:]]+(\[[^]]*\][[:space:]]+)?/deb /p' "$file"
    done
    for file in /etc/apt/sources.list.d/*.sources; do
        [ -f "$file" ] || continue
        awk 'BEGIN { RS = ""; FS = "\n" } {
            uri = suites = components = ""; enabled = 1
            for (i = 1; i <= NF; i++) {
                line = $i; name = tolower(line); sub(/:.*/, "", name); sub(/^[^:]*:[ \t]*/, "", line)
                if (name == "uris") uri = line
                if (name == "suites") suites = line
                if (name == "components") components = line
                if (name == "enabled" && tolower(line) ~ /^(no|false|0)/) enabled = 0
            }
            if (!enabled || uri == "" || suites == "") next
            split(uri, uris, " "); n = split(suites, list, " ")
            for (i = 1; i <= n; i++) print "deb " uris[1] " " list[i] " " components
        }' "$file"
    done
}

sources=$(host_sources | awk -v release="$VERSION_CODENAME" '$3 == release || index($3, release "-") == 1' \
    | grep -E ' main( |$)' | sort -u)
mirror=$(awk -v release="$VERSION_CODENAME" '$3 == release { print $2; exit }' <<< "$sources")
if [ -z "$mirror" ]; then
    echo "No package source for the release $VERSION_CODENAME was found in the host's apt configuration." >&2
    exit 1
fi

debootstrap --variant=minbase --include=systemd,systemd-sysv,ca-certificates "$VERSION_CODENAME" "$root" "$mirror"

# Package sources, proxies and certificates as on the host, so that what works there works in here.
echo "$sources" > "$root/etc/apt/sources.list"
apt-config dump | grep -E '^Acquire::((https?|ftp)::|Check-|Retries)' > "$root/etc/apt/apt.conf.d/90host" || true
[ ! -f /etc/ssl/certs/ca-certificates.crt ] || cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
[ ! -f /etc/resolv.conf ] || cp -L /etc/resolv.conf "$root/etc/resolv.conf"
cp /etc/hosts "$root/etc/hosts"

# Nothing may start while packages are configured.
printf '#!/bin/sh\nexit 101\n' > "$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"
echo force-unsafe-io > "$root/etc/dpkg/dpkg.cfg.d/lab"
printf 'path-exclude=/usr/share/%s/*\n' doc man locale >> "$root/etc/dpkg/dpkg.cfg.d/lab"

mount -t proc proc "$root/proc"
in_root() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C DEBIAN_FRONTEND=noninteractive "$@"; }
in_root apt-get -q update
grep -vE '^(#|$)' "$recipe/packages.txt" \
    | xargs chroot "$root" env DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get -q -y --no-install-recommends install
in_root apt-get clean

. "$recipe/configure.sh"
umount "$root/proc"
rm -rf "$root"/var/lib/apt/lists/* "$root/usr/sbin/policy-rc.d" "$root/etc/resolv.conf" "$root/etc/hosts" "$root/etc/apt/apt.conf.d/90host"
