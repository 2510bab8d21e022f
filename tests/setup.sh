#!/usr/bin/env bash
# Installs what the tests use and the host lacks. Installs only; starts no service and changes no configuration.
#
#   setup.sh           for all tests
#   setup.sh --quick   without what only the lab needs
set -euo pipefail

# program that must be there : package that brings it
needs=(
    crm_simulate:pacemaker-cli-utils
    cibadmin:pacemaker-cli-utils
    /usr/lib/ocf/resource.d/heartbeat/IPaddr2:resource-agents
    ssh:openssh-client
    sshd:openssh-server
    ps:procps
    ocf-tester:resource-agents
    xmllint:libxml2-utils
    shellcheck:shellcheck
    strace:strace
    script:bsdutils
    dash:dash
    memcached:memcached
    haproxy:haproxy
    curl:curl
    ss:iproute2
)
[ "${1:-}" = --quick ] || needs+=(
    debootstrap:debootstrap
    systemd-nspawn:systemd-container
    nsenter:util-linux
    ip:iproute2
)

packages=()
PATH=$PATH:/usr/sbin:/sbin
for need in "${needs[@]}"; do
    command -v "${need%%:*}" > /dev/null || packages+=("${need#*:}")
done
mapfile -t packages < <(printf '%s\n' "${packages[@]}" | sort -u | grep .)
if [ ${#packages[@]} = 0 ]; then
    echo "everything is there"
    exit 0
fi
if [ "$(id -u)" != 0 ] || ! command -v apt-get > /dev/null; then
    echo "Missing: ${packages[*]}. They can be installed only as root with apt-get; tests that need them will be skipped."
    exit 0
fi

# Packages such as openssh-server start their daemon when installed, unless policy-rc.d says no.
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
    trap 'rm -f '$policy EXIT
    printf '#!/bin/sh\nexit 101\n' > $policy
    chmod 755 $policy
fi
echo "installing ${packages[*]}"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
install() { apt-get -q -y --no-install-recommends -o DPkg::Lock::Timeout=300 install "${packages[@]}" > "$log" 2>&1; }
# The package lists of a fresh machine are missing or old: fetch them only when the first try fails.
install || { apt-get -q update >> "$log" 2>&1; install; } || { tail -n 20 "$log" >&2; exit 1; }
rm -f "$log"
