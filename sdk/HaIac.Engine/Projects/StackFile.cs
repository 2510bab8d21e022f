using System.Collections.Immutable;
using System.Text;
using HaIac.Engine.State;
using YamlDotNet.RepresentationModel;

namespace HaIac.Engine.Projects;

/// <summary>
/// <c>Pulumi.&lt;stack&gt;.yaml</c>: configuration and salt of one stack. Edits touch only the lines of what changes, so comments and
/// order of the rest stay.
/// </summary>
public sealed class StackFile
{
    private const string ConfigField = "config";
    private const string SaltField = "encryptionsalt";

    private StackFile(string path, string text)
    {
        Path = path;
        Text = text;
        var root = YamlFile.Parse(text, path);
        Salt = YamlFile.Text(root, SaltField);
        Config = YamlFile.Field(root, ConfigField) switch
        {
            YamlMappingNode map => map.Children.ToImmutableSortedDictionary(
                field => ((YamlScalarNode)field.Key).Value ?? "", field => ConfigNodes.Read(field.Value), StringComparer.Ordinal),
            null or YamlScalarNode { Value: null or "" } => ImmutableSortedDictionary.Create<string, ConfigNode>(StringComparer.Ordinal),
            _ => throw new StateException("HAI1205", "Wrong configuration", "The field \"config\" holds no map of keys and values.", path, null, "Write lines such as project:key: value under it."),
        };
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Its content.</summary>
    public string Text { get; }

    /// <summary>Salt of the passphrase; null if the stack has none here.</summary>
    public string? Salt { get; }

    /// <summary>Values by full key.</summary>
    public ImmutableSortedDictionary<string, ConfigNode> Config { get; }

    /// <summary>Reads the file; one that is not there counts as empty.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="StateException">It cannot be read.</exception>
    public static StackFile Load(string path)
    {
        try
        {
            return new(path, File.Exists(path) ? File.ReadAllText(path) : "");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StateException("HAI1121", "File cannot be read", "The configuration of the stack cannot be read.", path, exception.Message, "Check its permissions.", exception);
        }
    }

    /// <summary>The file with one value set.</summary>
    /// <param name="key">Full key.</param>
    /// <param name="value">Its value.</param>
    public StackFile With(string key, ConfigNode value) => new(Path, YamlEdit.SetIn(Text, ConfigField, key, ConfigNodes.ToYaml(key, value, 2), Path));

    /// <summary>The file without one value.</summary>
    /// <param name="key">Full key.</param>
    public StackFile Without(string key) => Config.ContainsKey(key) ? new(Path, YamlEdit.SetIn(Text, ConfigField, key, [], Path)) : this;

    /// <summary>The file with a salt.</summary>
    /// <param name="salt">Salt text of the passphrase.</param>
    public StackFile WithSalt(string salt) => salt == Salt ? this : new(Path, YamlEdit.SetTop(Text, SaltField, $"{SaltField}: {salt}", Path));

    /// <summary>Writes the file.</summary>
    /// <exception cref="StateException">It cannot be written; the old one is intact.</exception>
    public void Save() => AtomicFile.Write(Path, Encoding.UTF8.GetBytes(Text));
}
