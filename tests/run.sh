#!/usr/bin/env bash
# Sets up what the tests need, builds everything once and runs all test suites.
# The last line is "N passed, N failed, N skipped"; the exit code is 0 only when nothing failed and something passed.
#
#   bash tests/run.sh                    everything
#   bash tests/run.sh --quick            without the categories Lab and Benchmarks
#   bash tests/run.sh --filter Heat      only tests whose full name contains the text
#   bash tests/run.sh --suite Cib        only suites whose project name contains the text
#   bash tests/run.sh --no-setup         install nothing; tests skip and say what the host lacks
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

quick=false filter='' suite='' setup=true
while [ $# -gt 0 ]; do
    case $1 in
        --quick) quick=true ;;
        --filter) filter=${2:?--filter needs a text}; shift ;;
        --suite) suite=${2:?--suite needs a text}; shift ;;
        --no-setup) setup=false ;;
        -h|--help) sed -nE '2,/^set /s/^# ?//p' "$0"; exit 0 ;;
        *) echo "Unknown option '$1'. See: bash tests/run.sh --help" >&2; exit 2 ;;
    esac
    shift
done

export PATH=$PATH:/usr/sbin:/sbin
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 NUGET_XMLDOC_MODE=skip
# No build server outlives this script: this one compiler, which halves the time of the build, is its own and ends with it.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false DOTNET_CLI_USE_MSBUILD_SERVER=0
compiler=haiac-tests-$$
end_compiler() { pkill -f -- "-pipename:$compiler\$" 2> /dev/null; }

results=$(pwd)/artifacts/test-results
rm -rf "$results"
mkdir -p "$results"
step() { printf '\n== %s (after %d s)\n' "$*" "$SECONDS"; }
give_up() { echo "$*" >&2; echo "0 passed, 1 failed, 0 skipped"; exit 1; }

rootfs_job='' lab=tests/Lab/bin/Debug/net10.0/HaIac.Labs.dll
leave() {
    end_compiler
    if [ -n "$rootfs_job" ]; then kill "$rootfs_job" 2> /dev/null; wait "$rootfs_job" 2> /dev/null; fi
    # Only labs whose process is dead, should one have been killed.
    if [ -f "$lab" ] && [ "$(id -u)" = 0 ]; then dotnet "$lab" clean > /dev/null; fi
}
trap leave EXIT
trap 'exit 130' INT TERM

command -v dotnet > /dev/null || give_up "The .NET 10 SDK is needed, and no 'dotnet' is on the PATH. Install it and run this again."

if $setup; then
    step "Setting up the host"
    bash tests/setup.sh $($quick && echo --quick) || give_up "Setting up the host failed; see above."
fi

# The lab's nodes are prepared while the build and the fast suites run. Whoever needs them waits for the same lock.
if ! $quick && [ "$(id -u)" = 0 ] && command -v debootstrap > /dev/null; then
    bash tests/Lab/RootFs/rootfs.sh > "$results/rootfs.log" 2>&1 &
    rootfs_job=$!
fi

step "Building"
dotnet build HaIac.sln -warnaserror -v q -nologo -clp:ErrorsOnly -p:UseSharedCompilation=true -p:SharedCompilationId="$compiler" || give_up "The build failed; see above."
end_compiler

# One suite, one category of tests: its results go to files, so that suites can run side by side.
run_suite() {
    local project=$1 phase=$2 expression=$3 name started=$SECONDS
    name=$(basename "$project" .csproj)
    # A suite that hangs is ended, with all its processes, and counts as failed; the others still run.
    timeout --kill-after=30s "$suite_limit" dotnet test "$project" --no-build --nologo -v q --filter "$expression" \
        --results-directory "$results" --logger "trx;LogFileName=$name.$phase.trx" --logger "console;verbosity=normal" \
        > "$results/$name.$phase.log" 2>&1
    echo "$? $((SECONDS - started))" > "$results/$name.$phase.exit"
    report_suite "$name" "$phase"
}

# Prints a suite's line and, when something failed, what it said.
report_suite() {
    local name=$1 phase=$2 exit seconds passed=0 failed=0 skipped=0 note=''
    read -r exit seconds < "$results/$name.$phase.exit"
    if [ -f "$results/$name.$phase.trx" ]; then
        read -r passed failed skipped < <(grep -m1 -o '<Counters [^>]*' "$results/$name.$phase.trx" | awk '{
            for (i = 2; i <= NF; i++) { split($i, pair, "\""); sub(/=.*/, "", pair[1]); count[pair[1]] = pair[2] }
            failed = count["failed"] + count["error"] + count["timeout"] + count["aborted"]
            print count["passed"] + 0, failed, count["total"] - count["passed"] - failed }')
    fi
    if [ "$exit" != 0 ] && [ "$failed" = 0 ]; then failed=1 note=' (the test host did not finish)'; [ "$exit" != 124 ] || note=" (ended after $suite_limit)"; fi
    echo "$passed $failed $skipped" > "$results/$name.$phase.count"
    [ $((passed + failed + skipped)) = 0 ] && return
    local log=''
    if [ "$failed" != 0 ]; then log=$(grep -vE '^ *(Passed|Skipped) ' "$results/$name.$phase.log" | sed 's/^/    /'); log=$'\n'$log; fi
    printf '%-28s %-6s %5d passed %3d failed %3d skipped %5d s%s%s\n' "$name" "$phase" "$passed" "$failed" "$skipped" "$seconds" "$note" "$log"
}
export -f run_suite report_suite
export results suite_limit=45m

mapfile -t projects < <(dotnet sln HaIac.sln list | tr '\\' '/' | grep -E '\.Tests\.csproj$|Benchmarks\.csproj$' | grep -F -- "$suite" | sort)
[ ${#projects[@]} -gt 0 ] || give_up "No test project matches '$suite'."
name_filter=${filter:+"&FullyQualifiedName~$filter"}
slow='(TestCategory=Lab|TestCategory=Benchmarks)'
fast='TestCategory!=Lab&TestCategory!=Benchmarks'

step "Fast suites"
# Two at a time: the limit is the processors, not the suites.
printf '%s\n' "${projects[@]}" | xargs -P 2 -I{} bash -c 'run_suite "$@"' _ {} fast "$fast$name_filter"

if ! $quick; then
    step "Suites on the lab, and benchmarks"
    if [ -n "$rootfs_job" ]; then
        if ! wait "$rootfs_job"; then cat "$results/rootfs.log"; fi
        rootfs_job=''
    fi
    # One at a time: they measure, and a cluster that starves loses its members.
    for project in "${projects[@]}"; do
        grep -rqE 'Category\("?(Lab|Benchmarks)|LabCategory' --include='*.cs' "$(dirname "$project")" || continue
        run_suite "$project" lab "$slow$name_filter"
    done
fi

step "Skipped tests"
awk 'BEGIN { RS = "<UnitTestResult " } /outcome="NotExecuted"/ {
        name = $0; sub(/.*testName="/, "", name); sub(/".*/, "", name)
        reason = "no reason given"
        if (match($0, /<Message>[^<]*/)) reason = substr($0, RSTART + 9, RLENGTH - 9)
        gsub(/[ \t\r\n]+/, " ", reason); gsub(/&quot;/, "\"", reason); gsub(/&lt;/, "<", reason); gsub(/&gt;/, ">", reason); gsub(/&#39;|&apos;/, "\047", reason); gsub(/&amp;/, "\\&", reason)
        printf "%s: %s\n", name, reason; found = 1 }
    END { if (!found) print "none" }' "$results"/*.trx /dev/null

step "All suites"
read -r passed failed skipped < <(cat "$results"/*.count | awk '{ p += $1; f += $2; s += $3 } END { print p + 0, f + 0, s + 0 }')
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ] && [ "$passed" != 0 ]
