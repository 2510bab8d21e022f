#!/bin/sh
# What HaIac does on a node: looks at units and files and changes them. The script is constant. What is wanted comes on standard input, one request
# a line (NodeRequest and its kinds write them); answers go to standard output as records, each as soon as it is known:
#     WORD ARGUMENT...
#     |a line
#     .
# Words are split at blanks and never expanded (set -f). Paths have lines of their own, contents follow with a length: no value of a user becomes a word of this
# shell, and no content becomes an argument of a program. Who wants what, and what an outcome means, is decided by who reads the answers.
set -u
set -f
umask 077
work=$(mktemp -d "${TMPDIR:-/tmp}/haiac.XXXXXX") || exit 73
stage=
trap 'rm -rf "$work" ${stage:+"$stage"}' EXIT
trap 'exit 141' HUP INT PIPE TERM

properties=Id,LoadState,UnitFileState,ActiveState,SubState,MainPID,Result,CanReload,NeedDaemonReload,Type,Job
properties=$properties,InvocationID,ActiveEnterTimestampMonotonic,ExecMainCode,ExecMainStatus,ConditionResult,ConditionTimestampMonotonic
manager=sysvinit
[ -d /run/systemd/system ] && manager=systemd

# A record: its first line, then the lines of a file.
say() {
    printf '%s\n' "$1"
    [ -z "${2-}" ] || sed 's/^/|/' "$2"
    printf '\n.\n'
}

# --- units ---------------------------------------------------------------------------------------------------------------------------------------

ctl() {
    systemctl --no-ask-password --no-pager "$@"
}

# Init scripts in the words of systemd, as far as they have something to say.
script_facts() {
    name=${1%.service}
    file=/etc/init.d/$name
    printf 'Id=%s\n' "$1"
    if ! [ -x "$file" ]; then
        printf 'LoadState=not-found\n\n'
        return
    fi
    set +f
    set -- /etc/rc[2345].d/S??"$name"
    set -f
    state=disabled
    if [ -e "$1" ] || [ -L "$1" ]; then state=enabled; fi
    printf 'LoadState=loaded\nUnitFileState=%s\n' "$state"
    timeout 20 "$file" status >/dev/null 2>&1 </dev/null
    case $? in
        0) printf 'ActiveState=active\nSubState=running\n' ;;
        1 | 2) printf 'ActiveState=failed\nSubState=dead\n' ;;
        *) printf 'ActiveState=inactive\nSubState=dead\n' ;;
    esac
    if grep -Eq '(^|[|[:space:]])reload[|)]' "$file"; then printf 'CanReload=yes\n'; fi
    printf '\n'
}

# A record with what is known of units: STAGE UNIT...
look() {
    stage=$1
    shift
    if [ $manager = systemd ]; then
        ctl show --property="$properties" -- "$@" >"$work/look"
        # Units that systemd makes of init scripts do not tell whether they are enabled; systemctl asks the init system's own tool.
        if grep -q '^UnitFileState=generated' "$work/look"; then
            for unit; do
                printf '%s %s\n' "$unit" "$(ctl is-enabled -- "$unit" 2>/dev/null)"
            done >"$work/generated"
            say generated "$work/generated"
        fi
    else
        for unit; do script_facts "$unit"; done >"$work/look"
    fi
    read -r uptime _ </proc/uptime || uptime=0
    say "units $stage $manager $uptime $*" "$work/look"
}

act_script() {
    action=$1
    unit=${2%.service}
    file=/etc/init.d/$unit
    running=no
    timeout 20 "$file" status >/dev/null 2>&1 && running=yes
    case $action in
        start) [ $running = yes ] || clean "$file" start ;;
        reload)
            [ $running = no ] || clean "$file" "$(grep -Eq '(^|[|[:space:]])reload[|)]' "$file" && echo reload || echo restart)"
            ;;
        stop | restart) clean "$file" "$action" ;;
        enable)
            if command -v update-rc.d >/dev/null; then
                update-rc.d "$unit" defaults && update-rc.d "$unit" enable
            elif command -v chkconfig >/dev/null; then
                chkconfig --add "$unit" && chkconfig "$unit" on
            else
                echo 'neither update-rc.d nor chkconfig is installed'
                return 127
            fi
            ;;
        disable)
            if command -v update-rc.d >/dev/null; then
                update-rc.d "$unit" disable
            elif command -v chkconfig >/dev/null; then
                chkconfig "$unit" off
            else
                echo 'neither update-rc.d nor chkconfig is installed'
                return 127
            fi
            ;;
        *) return 0 ;;
    esac
}

# A daemon must not depend on who started it.
clean() {
    env -i PATH="$PATH" LC_ALL="${LC_ALL-C}" TERM=dumb "$@"
}

# ACTION UNIT...: what takes as long as the daemons take.
act() {
    if [ $manager = sysvinit ]; then
        act_script "$@"
        return
    fi
    action=$1
    shift
    case $action in
        reload) ctl try-reload-or-restart -- "$@" ;;
        stop)
            ctl stop -- "$@"
            status=$?
            ctl reset-failed -- "$@" >/dev/null 2>&1
            return $status
            ;;
        *) ctl "$action" -- "$@" ;;
    esac
}

# ACTION UNIT...: what changes files of systemd only. Systemd refuses all units if it refuses one, so then each is tried alone.
act_files() {
    action=$1
    shift
    ctl --no-reload "$action" -- "$@" >"$work/out" 2>&1 </dev/null
    status=$?
    if [ $status -ne 0 ] && [ $# -gt 1 ]; then
        status=0
        for unit; do
            ctl --no-reload "$action" -- "$unit" || status=$?
        done >"$work/out" 2>&1 </dev/null
    fi
    say "ended $action $status $*" "$work/out"
}

# ACTION UNIT...: starts it and does not wait.
jobs=0
running=
job() {
    jobs=$((jobs + 1))
    printf '%s\n' "$*" >"$work/$jobs.job"
    (
        act "$@" >"$work/$jobs.out" 2>&1 </dev/null
        echo $? >"$work/$jobs.end"
        mv "$work/$jobs.end" "$work/$jobs.status"
    ) &
    running="$running $jobs"
}

# ACTION UNIT...: systemd takes all units at once and works on them in parallel; init scripts know nothing of one another.
act_all() {
    action=$1
    shift
    if [ $manager = systemd ]; then
        job "$action" "$@"
    else
        for unit; do job "$action" "$unit"; done
    fi
}

finish() {
    read -r status <"$work/$1.status"
    read -r action units <"$work/$1.job"
    say "ended $action $status $units" "$work/$1.out"
    case $action in
        start | restart)
            # systemd calls a daemon of Type=simple started before it has done anything. A look a little later sees those that end at once.
            # shellcheck disable=SC2086 # names of units hold no blanks
            look while $units
            sleep 0.3
            ;;
    esac
    # shellcheck disable=SC2086
    look after $units
}

# Waits for all jobs. Units of a job that takes long are looked at meanwhile, so that nobody waits for the slowest one of others.
await() {
    pause=0.02
    while [ -n "$running" ]; do
        sleep $pause
        left=
        for number in $running; do
            if [ -f "$work/$number.status" ]; then finish "$number"; else left="$left $number"; fi
        done
        running=$left
        case $pause in
            0.02) pause=0.05 ;;
            0.05) pause=0.1 ;;
            0.1) pause=0.2 ;;
            0.2) pause=0.4 ;;
            *)
                pause=1
                for number in $running; do
                    read -r _ units <"$work/$number.job"
                    # shellcheck disable=SC2086
                    look while $units
                done
                ;;
        esac
    done
}

# --- files ---------------------------------------------------------------------------------------------------------------------------------------
#
# Starting a process costs more than anything that is done to a small file. So files that are wanted together are looked at together, and those for one
# folder are put there together.

checksum() {
    sum=$(sha256sum <"$1") && printf '%s\n' "${sum%% *}"
}

# LIST PREFIX LINKS: the list has two lines for each file, words and the path without the prefix. In "facts" comes one line for each: mode, owner, both again
# with the owner in numbers, checksum; or "none", or "unreadable". LINKS is "follow", or a link is no file.
survey() {
    list=$1
    prefix=$2
    links=$3
    set --
    while read -r _ && IFS= read -r path; do
        if [ -f "$prefix$path" ] && { [ "$links" = follow ] || ! [ -L "$prefix$path" ]; }; then
            set -- "$@" "$prefix$path"
            echo there
        else
            echo none
        fi
    done <"$list" >"$work/there"
    : >"$work/stat"
    : >"$work/sums"
    if [ $# -gt 0 ] && ! { stat -L -c '%a %U:%G %a %u:%g' -- "$@" >"$work/stat" && sha256sum -- "$@" >"$work/sums"; } 2>/dev/null; then
        # One of them cannot be read; which one shows when each is read alone.
        : >"$work/sums"
        for path; do
            if checksum "$path" 2>/dev/null >"$work/sum" && stat -L -c '%a %U:%G %a %u:%g' -- "$path" 2>/dev/null; then
                cat "$work/sum" >>"$work/sums"
            else
                echo unreadable
                echo >>"$work/sums"
            fi
        done >"$work/stat"
    fi
    while read -r there <&3; do
        if [ "$there" = there ]; then
            read -r there <&4
            read -r sum _ <&5
            # sha256sum marks the names that it had to write differently.
            there="$there ${sum#\\}"
        fi
        echo "$there"
    done 3<"$work/there" 4<"$work/stat" 5<"$work/sums" >"$work/facts"
}

# Answers all looks at files.
look_at_files() {
    [ -f "$work/files" ] || return 0
    survey "$work/files" '' follow
    while read -r number <&3 && IFS= read -r path <&3 && read -r mode owner _ _ sum <&4; do
        case $mode in
            none) say "file $number none" ;;
            unreadable)
                { stat -L -- "$path" >/dev/null && checksum "$path" >/dev/null; } 2>"$work/out"
                say "failed $number" "$work/out"
                ;;
            *) say "file $number $mode $owner $sum" ;;
        esac
    done 3<"$work/files" 4<"$work/facts"
}

# NUMBER MODE OWNER CHECKSUM SIZE PATH; the content comes on standard input.
folder=
put_file() {
    if [ "${6%/*}" != "$folder" ]; then
        put_gathered </dev/null
        folder=${6%/*}
    fi
    [ -d "$work/in" ] || mkdir "$work/in"
    printf '%s\n%s\n' "$1 $2 $3 $4" "${6##*/}" >>"$work/puts"
    if ! head -c "$5" >"$work/in/${6##*/}" 2>"$work/out"; then
        # Nobody knows where the next request begins, and no content must be taken for one.
        say "failed $1" "$work/out"
        cat "$work/out" >&2
        exit 74
    fi
}

# Puts the files that were read for a folder: beside their places first, and only what arrived just so is moved there. What is there just so is left alone.
put_gathered() {
    [ -f "$work/puts" ] || return 0
    : >"$work/wanted"
    survey "$work/puts" "$folder/" refuse
    while read -r number mode owner sum <&3 && IFS= read -r name <&3 && read -r found <&4; do
        if is_so; then
            say "left $number"
        elif [ -d "$folder/$name" ]; then
            echo "$folder/$name is a folder" >"$work/out"
            say "failed $number" "$work/out"
        else
            printf '%s\n%s\n' "$number $mode $owner $sum" "$name" >>"$work/wanted"
        fi
    done 3<"$work/puts" 4<"$work/facts"
    if [ -s "$work/wanted" ]; then
        if { [ -d "$folder/" ] || (umask 022 && mkdir -p -- "$folder"); } && stage=$(mktemp -d "$folder/.haiac.XXXXXX"); then
            fill_stage
        else
            stage=$work/no-stage
        fi 2>"$work/out"
        empty_stage
    fi
    rm -rf "$work/in" "$work/puts"
    stage=
}

# Whether a file was found as it should be.
is_so() {
    case " $found" in
        *" $mode $owner "*" $sum") true ;;
        *) false ;;
    esac
}

# Copies what is wanted to the stage, with its modes and owners.
fill_stage() {
    set --
    run=
    while read -r _ mode owner _ && IFS= read -r name; do
        if [ "$run" != "$mode $owner" ]; then
            [ $# = 0 ] || copy "$run" "$@"
            run="$mode $owner"
            set --
        fi
        set -- "$@" "$name"
    done <"$work/wanted"
    copy "$run" "$@"
}

# "MODE OWNER" NAME...
copy() (
    mode=${1% *}
    owner=${1#* }
    shift
    cd "$work/in" && cp -- "$@" "$stage/"
    cd "$stage" && chown -- "$owner" "$@" && chmod -- "$mode" "$@"
)

# Moves what is on the stage as it should be to its place, and tells what became of each.
empty_stage() {
    survey "$work/wanted" "$stage/" refuse
    set --
    while read -r number mode owner sum <&3 && IFS= read -r name <&3 && read -r found <&4; do
        ! is_so || set -- "$@" "$stage/$name"
    done 3<"$work/wanted" 4<"$work/facts"
    [ $# = 0 ] || mv -f -- "$@" "$folder/" 2>>"$work/out"
    while read -r number mode owner sum <&3 && IFS= read -r name <&3 && read -r found <&4; do
        if is_so && ! [ -e "$stage/$name" ]; then
            say "done $number"
            continue
        fi
        grep -F -- "$name" "$work/out" >"$work/why" || cat "$work/out" >"$work/why"
        [ -s "$work/why" ] || echo 'the file did not arrive whole: the disk may be full' >"$work/why"
        say "failed $number" "$work/why"
    done 3<"$work/wanted" 4<"$work/facts" >"$work/answers"
    # Who hears that a file is there finds nothing of ours beside it.
    rm -rf "$stage"
    cat "$work/answers"
}

# CHECKSUM PATH
remove_file() {
    if [ -d "$2" ] && ! [ -L "$2" ]; then
        echo "$2 is a folder"
        return 1
    fi
    if [ -e "$2" ] || [ -L "$2" ]; then
        if [ "$1" != any ] && [ "$(checksum "$2")" != "$1" ]; then return 3; fi
        rm -f -- "$2"
    fi
}

# --- requests ------------------------------------------------------------------------------------------------------------------------------------

looks=
changes=
start=
stop=
restart=
reload=
enable=
disable=
mask=
unmask=
while IFS= read -r request; do
    # shellcheck disable=SC2086 # split at blanks on purpose
    set -- $request
    case $1 in
        look) looks="$looks $2" ;;
        start) start="$start $2" ;;
        stop) stop="$stop $2" ;;
        restart) restart="$restart $2" ;;
        reload) reload="$reload $2" ;;
        enable) enable="$enable $2" ;;
        disable) disable="$disable $2" ;;
        mask) mask="$mask $2" ;;
        unmask) unmask="$unmask $2" ;;
        file)
            IFS= read -r path
            printf '%s\n%s\n' "$2" "$path" >>"$work/files"
            ;;
        put)
            IFS= read -r path
            put_file "$2" "$3" "$4" "$5" "$6" "$path"
            ;;
        remove)
            IFS= read -r path
            remove_file "$3" "$path" >"$work/out" 2>&1
            case $? in
                0) say "done $2" ;;
                3) say "left $2" ;;
                *) say "failed $2" "$work/out" ;;
            esac
            ;;
        log)
            : >"$work/out"
            [ $manager = sysvinit ] || journalctl --no-pager --quiet --no-hostname --output=short --lines=8 --unit="$2" >"$work/out" 2>/dev/null </dev/null
            say "log $2" "$work/out"
            ;;
        names)
            if [ $manager = systemd ]; then
                ctl list-unit-files --type=service --no-legend 2>/dev/null </dev/null | sed 's/ .*//' >"$work/out"
            else
                ls /etc/init.d >"$work/out" 2>/dev/null
            fi
            say names "$work/out"
            ;;
    esac
done
exec </dev/null
put_gathered
look_at_files

# shellcheck disable=SC2086 # lists of names of units
{
    [ -z "$looks" ] || look now $looks
    changes="$start$stop$restart$reload$enable$disable$mask$unmask"
    if [ -n "$changes" ]; then
        look before $changes
        if [ $manager = systemd ]; then
            ! grep -q '^NeedDaemonReload=yes' "$work/look" || ctl daemon-reload
            [ -z "$unmask" ] || act_files unmask $unmask
            [ -z "$mask" ] || act_files mask $mask
            [ -z "$enable" ] || act_files enable $enable
            [ -z "$disable" ] || act_files disable $disable
            if [ -n "$unmask$mask$enable$disable" ]; then
                ctl daemon-reload
                look after $unmask$mask$enable$disable
            fi
        else
            for unit in $enable; do job enable "$unit"; done
            for unit in $disable; do job disable "$unit"; done
            for unit in $mask; do job mask "$unit"; done
            for unit in $unmask; do job unmask "$unit"; done
        fi
        [ -z "$start" ] || act_all start $start
        [ -z "$stop" ] || act_all stop $stop
        [ -z "$restart" ] || act_all restart $restart
        [ -z "$reload" ] || act_all reload $reload
        await
    fi
}
exit 0
