using System.Diagnostics.CodeAnalysis;
using HaIac.Cib.Findings;

namespace HaIac.Cib.Values;

/// <summary>Which agent runs a resource: <c>ocf:heartbeat:IPaddr2</c>, <c>systemd:httpd</c>.</summary>
/// <remarks>The standard is the XML attribute <c>class</c>. Source: Pacemaker Explained, Cluster Resources, Resource Classes.</remarks>
public sealed record AgentName
{
    private static readonly string[] s_standards = ["ocf", "systemd", "lsb", "service", "stonith", "upstart", "nagios"];

    private AgentName(string standard, string? provider, string type)
    {
        Standard = standard;
        Provider = provider;
        Type = type;
    }

    /// <summary>What kind of agent it is (the XML attribute <c>class</c>).</summary>
    /// <value>One of ocf, systemd, lsb, service, stonith, upstart, nagios.</value>
    public string Standard { get; }

    /// <summary>The vendor's folder of an OCF agent; null for every other standard.</summary>
    public string? Provider { get; }

    /// <summary>The agent's own name, for systemd the unit with or without its suffix (<c>dbus-org@1</c>, <c>httpd</c>).</summary>
    public string Type { get; }

    /// <summary>Reads <c>standard:type</c>, or <c>ocf:provider:type</c>.</summary>
    /// <exception cref="CibException">HAI3015: a part is missing, superfluous or unknown.</exception>
    public static AgentName Parse(string? text) =>
        TryParse(text, out var name, out var reason) ? name : throw BadValue.Exception(CibFindingCodes.BadAgent, text, reason);

    /// <summary>Reads an agent name; <paramref name="reason"/> says what is wrong with the text.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AgentName? name, [NotNullWhen(false)] out string? reason)
    {
        name = null;
        reason = null;
        if (string.IsNullOrEmpty(text))
        {
            reason = "an agent name is missing; expected for example ocf:heartbeat:IPaddr2 or systemd:haproxy";
            return false;
        }

        // A systemd instance name may hold colons of its own, so only the standard is split off first.
        var standardEnd = text.IndexOf(':', StringComparison.Ordinal);
        var standard = standardEnd < 0 ? text : text[..standardEnd];
        var rest = standardEnd < 0 ? "" : text[(standardEnd + 1)..];
        if (!s_standards.Contains(standard, StringComparer.Ordinal))
        {
            reason = $"'{standard}' is no standard of agents; expected {string.Join(", ", s_standards)}, as in ocf:heartbeat:IPaddr2 or systemd:haproxy";
            return false;
        }

        if (text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '/'))
        {
            reason = "an agent name cannot hold white space, control characters or '/'";
            return false;
        }

        if (standard == "ocf")
        {
            var parts = rest.Split(':');
            if (parts.Length != 2 || parts.Any(p => p.Length == 0))
            {
                reason = "an OCF agent is named by three parts, ocf:provider:type, as in ocf:heartbeat:IPaddr2";
                return false;
            }

            name = new AgentName(standard, parts[0], parts[1]);
            return true;
        }

        if (rest.Length == 0 || (standard != "systemd" && rest.Contains(':', StringComparison.Ordinal)))
        {
            reason = $"an agent of standard {standard} is named by two parts, {standard}:type";
            return false;
        }

        name = new AgentName(standard, null, rest);
        return true;
    }

    /// <summary>The agent of something that is already in a CIB; null when a part is missing there.</summary>
    internal static AgentName? OfLive(string? standard, string? provider, string? type) =>
        standard is null || type is null ? null : new AgentName(standard, provider, type);

    /// <summary>The name with colons.</summary>
    public override string ToString() => Provider is null ? $"{Standard}:{Type}" : $"{Standard}:{Provider}:{Type}";
}
