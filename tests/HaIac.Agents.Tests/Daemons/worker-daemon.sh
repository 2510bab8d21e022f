#!/bin/bash
# A daemon built as those of OpenStack are: a parent that stays in the foreground, and a worker that holds the connections.
#   --broker=PORT     the worker keeps a connection to this port of the loopback, and makes it again when it is lost
#   --notes=FILE      the parent notes its signals there
#   --ignore-term     nobody minds SIGTERM
#   --die-on-hup      the parent does not know how to reload
#   --stray           a second worker leaves the session
broker='' notes=/dev/null die_on_hup='' stray='' ignore=''
for argument; do
    case $argument in
    --broker=*) broker=${argument#*=} ;;
    --notes=*) notes=${argument#*=} ;;
    --ignore-term) ignore=yes ;;
    --die-on-hup) die_on_hup=yes ;;
    --stray) stray=yes ;;
    esac
done

[ -z "$ignore" ] || trap '' TERM
work() {
    while :; do
        if [ -n "$broker" ] && exec 3<> "/dev/tcp/127.0.0.1/$broker"; then
            read -r -u 3
            exec 3>&-
        fi 2> /dev/null
        sleep 0.2
    done
}
work &
worker=$!
if [ -n "$stray" ]; then setsid bash -c 'trap "" TERM; while :; do sleep 0.2; done' & fi

echo started
if [ -z "$ignore" ]; then trap 'kill $worker; exit 0' TERM; fi
[ -n "$die_on_hup" ] || trap 'echo reloaded >> "$notes"' HUP
while kill -0 $worker 2> /dev/null; do wait $worker; done
