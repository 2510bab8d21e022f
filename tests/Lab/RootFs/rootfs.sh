#!/usr/bin/env bash
# Prints the folder of a ready root file system for lab nodes, building it first when the cache has none.
#
#   rootfs.sh          build when missing, then print the folder
#   rootfs.sh --path   print the folder only, built or not
#
# The cache key is a hash of the recipe (build.sh, configure.sh, packages.txt) and of the host's release, so a changed recipe builds anew and an unchanged
# one never does. The build happens in a temporary folder that is renamed when complete; a lock makes parallel callers
# wait for one build. Progress goes to standard error.
set -euo pipefail

recipe=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${HAIAC_LAB_CACHE:-/var/cache/haiac-lab}
release=$(. /etc/os-release && echo "${ID:-linux}-${VERSION_CODENAME:-unknown}-$(uname -m)")
key=$( (echo "$release"; cd "$recipe" && cat build.sh configure.sh packages.txt) | sha256sum | cut -c1-16)
root=$cache/rootfs-$key

if [ "${1:-}" = --path ] || [ -e "$root/etc/haiac-lab-release" ]; then
    echo "$root"
    exit 0
fi

mkdir -p "$cache"
exec 9> "$cache/rootfs.lock"
flock 9
if [ ! -e "$root/etc/haiac-lab-release" ]; then
    # Only the holder of the lock builds, so whatever has this prefix was left by a build that died.
    rm -rf --one-file-system "$cache"/.building-*
    building=$cache/.building-$key
    # A mount and a process namespace of its own: a build that is killed leaves neither a mount nor a process. Killed
    # it is together with this script; unshare itself does not listen to anything milder.
    unshare --mount --propagation private --pid --fork --kill-child \
        bash "$recipe/build.sh" "$building" > "$cache/build-$key.log" 2>&1 9>&- &
    build=$!
    trap 'kill -KILL $build; exit 143' TERM INT HUP
    if ! wait $build; then
        echo "The lab's root file system could not be built. Last lines of $cache/build-$key.log:" >&2
        tail -n 15 "$cache/build-$key.log" >&2
        exit 1
    fi
    trap - TERM INT HUP
    echo "$release $key" > "$building/etc/haiac-lab-release"
    mv -T "$building" "$root"
fi
echo "$root"
