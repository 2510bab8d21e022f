# What an administrator's script does with pcs: resources, tags, alerts and a cluster option of its own.
# Only commands that send a patch. In pcs 0.11 others (constraint, resource delete, resource update, resource clone) write the whole configuration
# as they read it before, without a version: they undo what anybody, whoever it is, wrote in between.
. /tmp/foreign.sh

i=0
while goes_on; do
    i=$((i + 1))
    step create pcs$i 'type="Dummy"' pcs resource create pcs$i ocf:pacemaker:Dummy fake=a --no-default-ops
    step change pcs$i 'value="Stopped"' pcs resource disable pcs$i
    step create pcs-alert$i 'value="1"' pcs alert create id=pcs-alert$i path=/bin/true meta timeout=1
    step change pcs-alert$i 'value="2"' pcs alert update pcs-alert$i meta timeout=2
    step create pcs-tag$i "id=\"pcs$i\"" pcs tag create pcs-tag$i pcs$i
    step option cib-bootstrap-options-shutdown-escalation "value=\"${i}0min\"" pcs property set shutdown-escalation=${i}0min
    step change pcs$i 'type="Dummy"' pcs resource enable pcs$i
    step remove pcs-tag$i - pcs tag remove pcs-tag$i
    [ $((i % 2)) = 0 ] || step remove pcs-alert$i - pcs alert remove pcs-alert$i
done
