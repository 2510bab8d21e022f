using HaIac.Transport.Running;

namespace HaIac.Transport.Nodes.Asking;

/// <summary>The constant script that works on a node (<c>node.sh</c>), as a command.</summary>
internal static class NodeScript
{
    private static readonly Lazy<string> Text = new(Load);

    /// <summary>The command.</summary>
    /// <param name="requests">What is wanted, as the requests wrote it.</param>
    /// <param name="changes">Whether a change is among it.</param>
    /// <param name="title">What it is called in messages.</param>
    /// <param name="limit">Its limit.</param>
    public static Command Of(string requests, bool changes, string title, TimeSpan limit) => new()
    {
        Program = "sh",
        Arguments = ["-c", Text.Value],
        Title = title,
        Input = requests,
        ChangesCluster = changes,
        Timeout = limit,
    };

    private static string Load()
    {
        using var stream = typeof(NodeScript).Assembly.GetManifestResourceStream("node.sh") ?? throw new InvalidOperationException("bug in HaIac: node.sh is not in the library");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
