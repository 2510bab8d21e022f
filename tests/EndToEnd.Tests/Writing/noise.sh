# Makes a resource fail on this node again and again: its state goes, its monitor notices, the cluster recovers it. Each time brings many updates of the status.
while [ ! -e /tmp/stop-noise ]; do
    rm -f /run/Dummy-noise*.state
    sleep 2
done
