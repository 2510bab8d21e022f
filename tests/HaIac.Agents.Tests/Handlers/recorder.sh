#!/bin/sh
# An agent that notes how it was called, and answers what the test wrote down for that action.
folder=$(dirname "$0")
case $1 in
meta-data)
    echo '<resource-agent name="recorder"><parameters><parameter name="declared"><content type="string"/></parameter></parameters></resource-agent>'
    exit 0
    ;;
esac
echo "$1" >> "$folder/actions"
env -0 > "$folder/environment.$1"
if [ -e "$folder/answer.$1" ]; then exit "$(cat "$folder/answer.$1")"; fi
exit 0
