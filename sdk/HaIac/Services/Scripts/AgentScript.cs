using Pulumi;

namespace HaIac;

/// <summary>
/// An agent script of one's own. It is put on every eligible node before the cluster refers to it, with owner root, and is removed with its last user;
/// a changed script reloads or restarts the service as <see cref="ServiceSettings.OnChange"/> says.
/// </summary>
/// <remarks>The content comes from <see cref="Text"/>, <see cref="File"/> or <see cref="Template"/>; of several the template wins, with a warning.</remarks>
public sealed class AgentScript
{
    /// <summary>The agent that the script implements: <c>ocf:PROVIDER:TYPE</c>. It decides the path.</summary>
    /// <value>Default: the agent of the service's class.</value>
    public string? Agent { get; set; }

    /// <summary>Path on the nodes.</summary>
    /// <value>Default: <c>ROOT/resource.d/PROVIDER/TYPE</c> with the service's <see cref="ServiceSettings.AgentRoot"/>.</value>
    public string? Path { get; set; }

    /// <summary>The content itself; may be secret.</summary>
    public Input<string>? Text { get; set; }

    /// <summary>Path of a file that is the content, relative to the program's folder.</summary>
    public string? File { get; set; }

    /// <summary>Path of a file with places <c>{{name}}</c> that are filled from <see cref="Values"/>, relative to the program's folder.</summary>
    public string? Template { get; set; }

    /// <summary>What is put into the places of the <see cref="Template"/>, by name.</summary>
    /// <value>Default: empty. Every place needs a value and every value a place.</value>
    public Dictionary<string, Input<string>> Values { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Mode of the file, octal.</summary>
    /// <value>Default: 0755.</value>
    public string? Mode { get; set; }

    /// <summary>A script whose content is a file beside the program.</summary>
    /// <param name="path">Path of the file, relative to the program's folder.</param>
    public static AgentScript FromFile(string path) => new() { File = path };

    /// <summary>A script whose content is a text.</summary>
    /// <param name="text">The content.</param>
    public static AgentScript FromText(Input<string> text) => new() { Text = text };

    /// <summary>A script whose content is a template beside the program.</summary>
    /// <param name="path">Path of the template, relative to the program's folder.</param>
    /// <param name="values">What is put into its places.</param>
    public static AgentScript FromTemplate(string path, IReadOnlyDictionary<string, Input<string>> values) =>
        new() { Template = path, Values = new Dictionary<string, Input<string>>(values, StringComparer.Ordinal) };
}
