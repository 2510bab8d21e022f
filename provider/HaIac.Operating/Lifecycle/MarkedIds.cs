using System.Text;
using HaIac.Cib.Values;

namespace HaIac.Operating.Lifecycle;

/// <summary>The ids of what operations put into the CIB: the mark by which a later run knows its own.</summary>
internal static class MarkedIds
{
    /// <summary>How ids of our bans begin.</summary>
    public const string BanPrefix = "haiac-ban-";

    /// <summary>How ids of sets that stop a resource for a while begin.</summary>
    public const string PausePrefix = "haiac-pause-";

    /// <summary>The set of cluster options that holds our locks.</summary>
    public const string Locks = "haiac-locks";

    /// <summary>The ban of a service on a node.</summary>
    public static CibId Ban(CibId outer, NodeName node) => Of($"{BanPrefix}{outer}-on-{node}");

    /// <summary>The set that stops a resource for a while.</summary>
    public static CibId Pause(CibId resource) => Of(PausePrefix + resource);

    /// <summary>The constraint that allows a service on a node (rule J1).</summary>
    public static CibId Location(CibId outer, NodeName node) => Of($"{outer}-on-{node}");

    /// <summary>The name of the lock on restarts of a service.</summary>
    public static string Lock(CibId outer) => $"haiac-lock-{outer}";

    /// <summary>An id of a text that may hold what ids cannot: names of nodes may.</summary>
    private static CibId Of(string text)
    {
        if (CibId.TryParse(text, out var id, out _))
        {
            return id;
        }

        var safe = new StringBuilder(text);
        for (var i = 0; i < safe.Length; i++)
        {
            safe[i] = char.IsAsciiLetterOrDigit(safe[i]) || safe[i] is '-' or '_' or '.' ? safe[i] : '_';
        }

        return CibId.Parse(safe.ToString());
    }
}
