namespace Pulumi.Experimental.Provider;

/// <summary>What the engine starts a plugin with: its own address, and flags of its logging that mean nothing here.</summary>
/// <param name="EngineAddress">Address of the engine; null if an engine will attach later.</param>
internal sealed record LaunchArguments(string? EngineAddress)
{
    public static LaunchArguments Parse(IReadOnlyList<string> args)
    {
        var positional = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] is "--tracing" or "-tracing")
            {
                // The only flag whose value may be a word of its own.
                i++;
            }
            else if (!args[i].StartsWith('-'))
            {
                positional.Add(args[i]);
            }
        }

        return positional.Count <= 1
            ? new LaunchArguments(positional.FirstOrDefault())
            : throw new ArgumentException(
                $"A plugin is started with one argument, the address of the engine; these are {positional.Count}: {string.Join(' ', positional)}.",
                nameof(args));
    }
}
