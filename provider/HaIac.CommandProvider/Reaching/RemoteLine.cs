using System.Text;

namespace HaIac.CommandProvider.Reaching;

/// <summary>
/// What the login shell of the other host gets. A short command without variables that is no secret is handed over as it is, to whatever shell there is. Otherwise variables
/// and command travel in front of the input of the command: so they need no permission of the server (<c>AcceptEnv</c>), may be long, and are in no list of
/// processes on either host.
/// </summary>
/// <param name="Text">The line.</param>
/// <param name="Head">What comes in front of the input of the command.</param>
internal sealed record RemoteLine(string Text, byte[] Head)
{
    private const int LongestPlain = 64 * 1024;

    /// <summary>Makes the line.</summary>
    /// <param name="command">The command.</param>
    /// <param name="variables">Its variables; names as shells take them.</param>
    /// <param name="isSecret">Whether the command must not show in lists of processes.</param>
    public static RemoteLine Of(string command, IReadOnlyDictionary<string, string> variables, bool isSecret)
    {
        if (!isSecret && variables.Count == 0 && Encoding.UTF8.GetByteCount(command) <= LongestPlain)
        {
            return new RemoteLine(command, []);
        }

        var script = new StringBuilder();
        foreach (var (name, value) in variables)
        {
            script.Append("export ").Append(name).Append("='").Append(value.Replace("'", @"'\''", StringComparison.Ordinal)).Append("'\n");
        }

        var head = Encoding.UTF8.GetBytes(script.Append(command).Append('\n').ToString());

        // Byte by byte, so that nothing of the input that follows is taken.
        return new RemoteLine($"eval \"$(dd bs=1 count={head.Length} 2>/dev/null)\"", head);
    }
}
