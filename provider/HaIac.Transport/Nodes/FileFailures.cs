using System.Text.RegularExpressions;
using HaIac.Cib.Values;
using HaIac.Transport.Failing;

namespace HaIac.Transport.Nodes;

/// <summary>What can be wrong with files on nodes, as findings. None holds the content of a file.</summary>
internal static partial class FileFailures
{
    /// <summary>Refuses a path that no file of a node can have, or that leads elsewhere than it says.</summary>
    /// <returns>The path.</returns>
    /// <exception cref="TransportException">HAI4033.</exception>
    public static string CheckPath(string address, NodeName node, string path) =>
        !path.StartsWith('/') ? throw Bad(address, node, path, "It does not begin with a slash, and a node has no folder to start from.")
        : path.EndsWith('/') ? throw Bad(address, node, path, "It ends with a slash, so it is the path of a folder.")
        : path.Split('/') is var parts && parts.Any(part => part is "." or "..") ? throw Bad(address, node, path, "It holds the name \".\" or \"..\" and leads elsewhere than it says.")
        : path.Any(char.IsControl) ? throw Bad(address, node, path, "It holds a line end or another control character.")
        : path;

    /// <summary>Refuses a file with a path, mode or owner that cannot be.</summary>
    /// <exception cref="TransportException">HAI4033.</exception>
    public static void Check(string address, NodeName node, NodeFile file)
    {
        CheckPath(address, node, file.Path);
        if (!Mode().IsMatch(file.Mode))
        {
            throw Bad(address, node, file.Path, $"Its mode \"{file.Mode}\" is no octal number of three or four digits, such as 0755.");
        }

        if (!Owner().IsMatch(file.Owner))
        {
            throw Bad(address, node, file.Path, $"Its owner \"{file.Owner}\" is not of the form user:group, such as root:root.");
        }
    }

    /// <summary>The node tried and failed.</summary>
    /// <param name="address">The cluster's address.</param>
    /// <param name="node">The node.</param>
    /// <param name="done">What could not be done with it: <c>written</c>.</param>
    /// <param name="path">The path.</param>
    /// <param name="lines">What the node said.</param>
    public static TransportException Failed(string address, NodeName node, string done, string path, ValueList<string> lines) => new(
        TransportFailure.NodeFileFailed,
        $"{path} could not be {done} on {node}.",
        Where(address, node, path),
        lines.Count == 0 ? "The node gives no reason." : string.Join("\n", lines),
        "Log in as a user with the right to (root, as a rule), free space there, or name another path.")
    {
        Node = node.Value,
        ErrorLines = lines,
    };

    private static TransportException Bad(string address, NodeName node, string path, string why) => new(
        TransportFailure.NodeFileFailed,
        $"The file \"{Shown(path)}\" cannot be put or looked at on {node}.",
        Where(address, node, Shown(path)),
        why,
        "Write an absolute path of a file, a mode such as 0755 and an owner such as root:root.")
    {
        Node = node.Value,
    };

    private static string Where(string address, NodeName node, string path) => $"cluster {address}, node {node}, file {path}";

    private static string Shown(string path) => string.Concat(path.Select(c => char.IsControl(c) ? '?' : c));

    [GeneratedRegex(@"^[0-7]{3,4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Mode();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.-]*\$?:[A-Za-z0-9_][A-Za-z0-9_.-]*\$?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Owner();
}
