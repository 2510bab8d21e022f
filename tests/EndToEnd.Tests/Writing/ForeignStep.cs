using System.Text;
using System.Xml.Linq;

namespace EndToEnd.Tests.Writing;

/// <summary>One command of another tool on one object of its own, as <c>foreign.sh</c> reports it.</summary>
/// <param name="What">create, change, remove or option.</param>
/// <param name="Id">The object.</param>
/// <param name="ExitCode">How the command ended.</param>
/// <param name="Wanted">Text that the object holds afterwards; null: it is gone.</param>
/// <param name="Before">The object right before, canonical; null if it was not there.</param>
/// <param name="After">The object right after.</param>
/// <param name="Said">The command's last words.</param>
internal sealed record ForeignStep(string What, string Id, int ExitCode, string? Wanted, string? Before, string? After, string Said)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>Whether the command did what it said.</summary>
    public bool IsThere => Wanted is null ? After is null : After?.Contains(Wanted, StringComparison.Ordinal) == true;

    public static ForeignStep? Parse(string line) => line.Split(' ') is [var what, var id, var code, var wanted, var before, var after, .. var said]
        ? new(what, id, int.Parse(code), wanted == "-" ? null : wanted, Object(before), Object(after), string.Concat(said.Select(Text)).Trim())
        : null;

    private static string? Object(string base64) => base64 == "-" ? null : CanonicalXml.Of(XElement.Parse(Text(base64)));

    private static string Text(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}
