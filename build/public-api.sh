#!/usr/bin/env bash
# Writes the public API of every library that has a PublicAPI.Unshipped.txt beside its project, by the analyzer's own code fix.
# Run it after a change that the build reports as RS0016 or RS0017, and read what git says changed: each line is a promise to users.
#
#   bash build/public-api.sh            all of them
#   bash build/public-api.sh HaIac      only the projects named
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

for file in sdk/*/PublicAPI.Unshipped.txt provider/*/PublicAPI.Unshipped.txt; do
    [ -f "$file" ] || continue
    folder=$(dirname "$file")
    name=$(basename "$folder")
    if [ $# -gt 0 ] && [[ " $* " != *" $name "* ]]; then continue; fi
    dotnet restore "$folder/$name.csproj" -v q
    # Empty first: a member that is gone would stay otherwise.
    echo '#nullable enable' > "$file"
    dotnet format analyzers "$folder/$name.csproj" --diagnostics RS0016 --severity error --no-restore -v q
    LC_ALL=C sort -u -o "$file" "$file"
    echo "$name: $(($(wc -l < "$file") - 1)) lines"
done
