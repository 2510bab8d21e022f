using System.Globalization;
using HaIac.Cib.Documents;
using HaIac.Transport.Running;

namespace HaIac.Transport.Tooling;

/// <summary>
/// Sends a patch to a Pacemaker that takes only whole versions. Ours name the configuration they are for (admin_epoch, epoch) and leave the count of
/// status updates out; Pacemaker takes that from the CIB it has (measured with 2.1.5 and 3.0.0), but its sources of 2025 refuse it with 70. So the
/// count is filled in where the CIB is: look and patch follow one another within milliseconds, and what status traffic overtakes is tried again
/// there, as long as the configuration is the one that the patch is for.
/// </summary>
/// <remarks>Source: Pacemaker, lib/common/patchset.c, the function that reads the versions of a patch set (EINVAL if a number is missing).</remarks>
internal static class WholeVersionPin
{
    private const int Tries = 25;

    // The script is constant; numbers and arguments reach it as positional parameters. cibadmin prints what it refused, hence only the last word counts.
    private const string Script =
        """
        d=$(mktemp -d) || exit 73
        trap 'rm -rf "$d"' EXIT
        cat > "$d/patch"
        admin=$1 epoch=$2 tries=$3
        shift 3
        while :; do
          root=$(cibadmin --query --xpath /cib --no-children) || exit
          case $root in *" admin_epoch=\"$admin\""*) ;; *) exit 103 ;; esac
          case $root in *" epoch=\"$epoch\""*) ;; *) exit 103 ;; esac
          updates=${root#* num_updates=\"}
          updates=${updates%%\"*}
          case $updates in ''|*[!0-9]*) exit 65 ;; esac
          pin="<source admin_epoch=\"$admin\" epoch=\"$epoch\""
          sed "s|$pin/>|$pin num_updates=\"$updates\"/>|" "$d/patch" > "$d/pinned"
          "$@" < "$d/pinned" 2> "$d/said"
          s=$?
          tries=$((tries - 1))
          if [ "$s" -ne 103 ] || [ "$tries" -le 0 ]; then
            cat "$d/said" >&2
            exit "$s"
          fi
        done
        """;

    /// <summary>The command that sends a patch with the whole version.</summary>
    /// <param name="patch">The command that would send it as it is.</param>
    /// <param name="version">The version it was worked out for.</param>
    public static Command Of(Command patch, CibVersion version) => patch with
    {
        Program = "sh",
        Tool = patch.Program,
        Arguments = ["-c", Script, "haiac", Number(version.AdminEpoch), Number(version.Epoch), Number(Tries), patch.Program, .. patch.Arguments],
        Title = patch.ToString(),
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
