# The same with crmsh: resources, locations and a cluster option of its own, created, changed and deleted. They are stopped, because crmsh waits for one
# that runs before it deletes it, and for ever if the cluster has better things to do. -F: the warnings of crm_verify about failed resources are no reason to ask.
. /tmp/foreign.sh

i=0
while goes_on; do
    i=$((i + 1))
    step create crm$i 'value="a"' crm -F configure primitive crm$i ocf:pacemaker:Dummy params fake=a meta target-role=Stopped
    step change crm$i 'value="b"' crm -F resource param crm$i set fake b
    step create crm-loc$i 'node="ctl1"' crm -F configure location crm-loc$i crm$i 5: ctl1
    step option cib-bootstrap-options-cluster-ipc-limit "value=\"$((500 + i))\"" crm -F configure property cluster-ipc-limit=$((500 + i))
    step change crm$i 'value="7"' crm -F resource meta crm$i set priority 7
    step remove crm-loc$i - crm -F configure delete crm-loc$i
    [ $((i % 2)) = 0 ] || step remove crm$i - crm -F configure delete crm$i
done
