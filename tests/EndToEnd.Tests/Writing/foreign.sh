# Sourced by the loops of other tools. Each step is one command of the tool on one object; what became of it is one line on standard output:
# what, id, exit code, text that the object must hold afterwards (- for: it is gone), and the object before and after, as cibadmin prints it, in base64.
rm -f /tmp/stop-writing

object() {
    cibadmin --query --xpath "/cib/configuration//*[@id='$1' and not(self::obj_ref)]" 2> /dev/null | base64 -w0
}

step() {
    local what=$1 id=$2 wanted=$3 before after code
    shift 3
    before=$(object "$id")
    "$@" > /tmp/foreign-said 2>&1
    code=$?
    after=$(object "$id")
    echo "$what $id $code $wanted ${before:--} ${after:--} $(tail -n 3 /tmp/foreign-said | base64 -w0)"
}

goes_on() {
    [ ! -e /tmp/stop-writing ]
}
