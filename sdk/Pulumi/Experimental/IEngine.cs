namespace Pulumi.Experimental;

/// <summary>The engine that runs this plugin, as the plugin sees it.</summary>
public interface IEngine
{
    /// <summary>Shows a message to the user.</summary>
    /// <param name="message">The message; secrets must not be part of it.</param>
    public Task LogAsync(LogRequest message);

    /// <summary>Ends with an error if the version of the command line is outside a range.</summary>
    /// <param name="pulumiVersionRange">
    /// The range: <c>&gt;=3.200.0 &lt;4.0.0</c>; a blank means "and", <c>||</c> means "or",
    /// operators <c>&gt;= &gt; &lt; &lt;= ! =</c>.
    /// </param>
    public Task RequirePulumiVersionAsync(string pulumiVersionRange);
}
