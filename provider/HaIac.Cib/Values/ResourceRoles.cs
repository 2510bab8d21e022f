using System.Diagnostics.CodeAnalysis;
using HaIac.Cib.Findings;

namespace HaIac.Cib.Values;

/// <summary>Reading and writing of <see cref="ResourceRole"/>, in the new words and in the old ones.</summary>
public static class ResourceRoles
{
    /// <summary>Reads Started, Stopped, Promoted (old: Master) or Unpromoted (old: Slave).</summary>
    /// <exception cref="CibException">HAI3014: the text is none of these.</exception>
    public static ResourceRole Parse(string? text) =>
        TryParse(text, out var role, out var reason) ? role : throw BadValue.Exception(CibFindingCodes.BadRole, text, reason);

    /// <summary>Reads a role; <paramref name="reason"/> says what is wrong with the text.</summary>
    public static bool TryParse(string? text, out ResourceRole role, [NotNullWhen(false)] out string? reason)
    {
        reason = null;
        switch (text?.Trim().ToLowerInvariant())
        {
            case "stopped":
                role = ResourceRole.Stopped;
                return true;
            case "started":
                role = ResourceRole.Started;
                return true;
            case "unpromoted" or "slave":
                role = ResourceRole.Unpromoted;
                return true;
            case "promoted" or "master":
                role = ResourceRole.Promoted;
                return true;
            default:
                role = default;
                reason = "expected one of Started, Stopped, Promoted (old word: Master), Unpromoted (old word: Slave)";
                return false;
        }
    }

    /// <summary>The role in today's words.</summary>
    public static string Format(ResourceRole role) => role.ToString();

    /// <summary>The role in the words of schemas before 3.7.</summary>
    public static string FormatOld(ResourceRole role) => role switch
    {
        ResourceRole.Promoted => "Master",
        ResourceRole.Unpromoted => "Slave",
        _ => role.ToString(),
    };
}
