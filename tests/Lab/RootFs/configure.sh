# Sourced by build.sh: what all nodes have in common. Expects $root and in_root.

# Each lab makes its own identities.
rm -f "$root"/etc/ssh/ssh_host_* "$root/etc/machine-id" "$root/var/lib/dbus/machine-id"

# The cluster starts with the machine, as on a controller. The services it manages do not: Pacemaker starts those.
# Masked are the units that only cost time or memory in here.
in_root systemctl enable corosync pacemaker ssh
in_root systemctl disable haproxy heat-api heat-api-cfn heat-engine memcached mariadb rabbitmq-server epmd.socket epmd pcsd pcsd-ruby logd e2scrub_reap
in_root systemctl mask systemd-logind console-getty getty@tty1 systemd-pstore systemd-modules-load apt-daily.timer apt-daily-upgrade.timer \
    dpkg-db-backup.timer e2scrub_all.timer fstrim.timer systemd-tmpfiles-clean.timer
printf '[Journal]\nStorage=volatile\n' > "$root/etc/systemd/journald.conf"

# No fencing: a device that cuts a node's power needs something outside of the node, and all nodes are on one host.
# So the lab itself plays the power switch. dc-deadtime is the time that the first nodes wait for others before they
# elect a coordinator; the default of 20 s is for machines that boot slowly.
cib=/var/lib/pacemaker/cib/cib.xml
in_root cibadmin --empty > "$root$cib"
for option in stonith-enabled=false dc-deadtime=5s cluster-name=haiac-lab; do
    in_root env CIB_file=$cib crm_attribute --type crm_config --name "${option%%=*}" --update "${option#*=}"
done
in_root chown -R hacluster:haclient /var/lib/pacemaker/cib

# HAProxy from the package, balancing Heat's API over the nodes. Names that a lab does not have are left out.
cat >> "$root/etc/haproxy/haproxy.cfg" <<'CONFIG'

defaults lab
	mode http
	timeout connect 2s
	timeout client 30s
	timeout server 30s
	default-server check inter 2s init-addr libc,none

frontend health
	bind *:8404
	http-request return status 200 content-type text/plain string "haproxy answers"

listen heat-api
	bind *:18004
	server ctl1 ctl1:8004
	server ctl2 ctl2:8004
	server ctl3 ctl3:8004
CONFIG

# Heat from the packages: the real daemons, with an SQLite file for a database, one worker each, and a message bus
# inside the process, since a broker and an identity service are not part of the lab.
in_root sh -c 'cd / && setpriv --reuid heat --regid heat --init-groups heat-manage db_sync'
sed -i -E 's/^(processes|threads) = .*/\1 = 1/' "$root"/etc/heat/heat-api-uwsgi.ini "$root"/etc/heat/heat-api-cfn-uwsgi.ini
sed -i -E 's|^#transport_url = rabbit://|transport_url = fake://|; s|^#num_engine_workers = .*|num_engine_workers = 1|' "$root/etc/heat/heat.conf"

# memcached on all addresses, so that a client beside the nodes can watch it.
sed -i -E 's/^-l .*/-l 0.0.0.0/' "$root/etc/memcached.conf"

# MariaDB as each node's own, small: tests look at who runs it, not at its data. The package has made the system tables.
cat > "$root/etc/mysql/mariadb.conf.d/99-lab.cnf" <<'CONFIG'
[mariadbd]
bind-address = 0.0.0.0
innodb_buffer_pool_size = 16M
innodb_log_file_size = 8M
performance_schema = off
CONFIG

# RabbitMQ with one scheduler a node; the node name follows the host name of the lab.
cat > "$root/etc/rabbitmq/rabbitmq-env.conf" <<'CONFIG'
RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="+S 1:1 +sbwt none"
CONFIG
