#!/usr/bin/env bash
# A real CIB manager that answers over the network, with nobody to talk to but those in the namespaces of this script:
# the caller starts it by `unshare --net --mount --ipc`. Prints "ready", and ends with its standard input.
#   serve.sh FOLDER      FOLDER/cib.xml is served, FOLDER/password is what hacluster logs in with
set -euo pipefail
folder=$1 daemon=''
trap 'if [ -n "$daemon" ]; then kill "$daemon"; wait "$daemon" || true; fi' EXIT

ip link set lo up
# An /etc of our own, so that the account gets its password here only; and none of the host's sockets and shared memory.
mkdir "$folder/etc"
mount -t tmpfs haiac-etc "$folder/etc"
cp -a /etc/. "$folder/etc/"
mount --bind "$folder/etc" /etc
mount -t tmpfs haiac-shm /dev/shm
mount -t tmpfs haiac-run /run
install -d -o hacluster -g haclient /run/crm
echo "hacluster:$(cat "$folder/password")" | chpasswd
# PAM refuses accounts whose shell is none.
usermod --shell /bin/sh hacluster

# The daemon works as hacluster and looks for its CIB in here.
chmod 755 "$folder"
install -d -o hacluster -g haclient "$folder/store"
install -o hacluster -g haclient "$folder/cib.xml" "$folder/store/cib.xml"
/usr/lib/pacemaker/pacemaker-based --stand-alone --disk-writes --cib-root="$folder/store" > "$folder/daemon.log" 2>&1 &
daemon=$!
for _ in $(seq 300); do
    if (exec 3<> /dev/tcp/127.0.0.1/5557) 2> /dev/null; then
        echo ready
        cat > /dev/null
        exit 0
    fi
    kill -0 "$daemon" || break
    sleep 0.1
done
cat "$folder/daemon.log" >&2
exit 1
