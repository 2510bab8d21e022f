using System.Collections.Immutable;
using System.Globalization;
using HaIac.Engine.Secrets;
using HaIac.Engine.State;

namespace HaIac.Engine.Projects;

/// <summary>The configuration that a stack runs with: its own values over those of the project.</summary>
public static class StackConfig
{
    /// <summary>All values by full key; those of the stack win.</summary>
    /// <param name="project">The project with its declarations.</param>
    /// <param name="stack">Values of the stack.</param>
    public static ImmutableSortedDictionary<string, ConfigNode> Merge(Project project, StackFile stack)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(stack);
        var merged = ImmutableSortedDictionary.Create<string, ConfigNode>(StringComparer.Ordinal);
        foreach (var declaration in project.Config.Values)
        {
            if (declaration.Value is { } value)
                merged = merged.SetItem(declaration.Key, value);
        }

        return merged.SetItems(stack.Config);
    }

    /// <summary>The values as programs and providers get them.</summary>
    /// <param name="values">All values.</param>
    /// <param name="secrets">Decrypts what is encrypted.</param>
    /// <param name="where">Path of the stack file, for messages.</param>
    /// <exception cref="StateException">A secret cannot be decrypted.</exception>
    public static ImmutableSortedDictionary<string, DeploymentConfigValue> Decrypt(
        ImmutableSortedDictionary<string, ConfigNode> values, ISecretCodec secrets, string where)
    {
        ArgumentNullException.ThrowIfNull(values);
        var plain = ImmutableSortedDictionary.CreateBuilder<string, DeploymentConfigValue>(StringComparer.Ordinal);
        foreach (var (key, value) in values)
        {
            try
            {
                plain[key] = new(ConfigNodes.ToText(value, secrets), value.IsSecret);
            }
            catch (SecretException exception)
            {
                throw new StateException(
                    "HAI1231", "Secret cannot be decrypted", $"The secret \"{key}\" cannot be decrypted: {exception.Message}", where, "It was encrypted with another passphrase or for another stack.", $"Set it again: haiac config set --secret {key}", exception);
            }
        }

        return plain.ToImmutable();
    }

    /// <summary>Refuses a configuration that does not keep to what the project declares; all faults at once.</summary>
    /// <param name="project">The project with its declarations.</param>
    /// <param name="values">All values.</param>
    /// <param name="stack">Short name of the stack.</param>
    /// <exception cref="StateException">A value is missing, not encrypted, or of the wrong type.</exception>
    public static void Check(Project project, ImmutableSortedDictionary<string, ConfigNode> values, string stack)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(values);
        var faults = new List<string>();
        foreach (var declaration in project.Config.Values)
        {
            if (!values.TryGetValue(declaration.Key, out var value))
                faults.Add($"{declaration.Key} has no value; set it: haiac config set {ConfigKey.Short(declaration.Key, project.Name)} VALUE");
            else if (declaration.IsSecret && !value.IsSecret)
                faults.Add($"{declaration.Key} must be encrypted; set it: haiac config set --secret {ConfigKey.Short(declaration.Key, project.Name)}");
            else if (declaration.Type is { } type && !Fits(value, type))
                faults.Add($"{declaration.Key} must be of type {type}");
        }

        if (faults.Count > 0)
        {
            throw new StateException(
                "HAI1232", "Configuration does not fit the project", string.Join("\n         ", faults), project.StackFilePath(stack), "Pulumi.yaml declares these keys under \"config\".", "Correct the values named above; nothing was done.");
        }
    }

    private static bool Fits(ConfigNode value, string type) => (type, value) switch
    {
        (_, ConfigSecret) => true,
        ("string", ConfigText) => true,
        ("string", _) => false,
        ("integer", ConfigLiteral literal) => long.TryParse(literal.Literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        ("integer", ConfigText text) => long.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        ("boolean", ConfigLiteral { Literal: "true" or "false" }) => true,
        ("boolean", ConfigText { Value: "true" or "false" }) => true,
        ("array", ConfigList) => true,
        ("object", ConfigMap) => true,
        _ => false,
    };
}
