#!/usr/bin/env bash
# The lab by hand: lab.sh up | status | ssh NODE [COMMAND] | down [ID] | clean. See README.md.
project=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/Lab.csproj
dotnet build "$project" -v q -nologo -clp:ErrorsOnly > /dev/null || exec dotnet build "$project" -v q -nologo
exec dotnet run --no-build --project "$project" -- "$@"
