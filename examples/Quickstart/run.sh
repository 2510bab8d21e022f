#!/usr/bin/env bash
# Sets up what the first steps need on a Debian machine with the .NET SDK, then runs them on the embedded virtual cluster:
# preview with property diffs, up, and where Pacemaker's scheduler placed everything.
set -euo pipefail
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
cd "$(dirname "$0")/../.."

if ! command -v crm_simulate > /dev/null || ! command -v cibadmin > /dev/null; then
    echo "Installing Pacemaker's tools (no daemon) ..."
    as_root=$([ "$(id -u)" -eq 0 ] || echo sudo)
    $as_root apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends pacemaker-cli-utils > /dev/null
fi

echo "Building the command, the plugin and the program ..."
for project in sdk/HaIac.Cli provider/HaIac.Provider examples/Quickstart; do
    dotnet build "$project" --nologo --verbosity quiet -clp:ErrorsOnly
done

# The state of this first stack holds no secrets; an empty passphrase keeps the commands short.
export PULUMI_CONFIG_PASSPHRASE="${PULUMI_CONFIG_PASSPHRASE-}"
haiac=artifacts/cli/haiac
step() { printf '\n$ haiac %s\n' "$*"; "$haiac" "$@"; }

"$haiac" stack select dev --non-interactive > /dev/null 2>&1 || step stack init dev
step preview --diff --stack dev
step up --yes --stack dev --skip-preview
step cluster status --stack dev

cat << 'END'

Next, with PULUMI_CONFIG_PASSPHRASE="" in the environment:
  artifacts/cli/haiac up --yes --stack dev            says that nothing changed
  artifacts/cli/haiac cluster fail-node ctl1          shows the address on another node
  artifacts/cli/haiac destroy --yes --stack dev       leaves no resource and no constraint
END
