#!/usr/bin/env bash
# Writes tests/REQUIREMENTS.md: every requirement of tests/requirements.tsv with the tests that name it. Run it after a test
# got or lost a [Property("Requirement", ...)], and read what git says changed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
HAIAC_WRITE_REQUIREMENTS=1 dotnet test tests/Architecture.Tests -v q --nologo --filter "FullyQualifiedName~RequirementTests.Table_Always"
