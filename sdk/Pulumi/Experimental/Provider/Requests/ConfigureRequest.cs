using System.Collections.Immutable;

namespace Pulumi.Experimental.Provider;

/// <summary>Hands the provider its configuration. Every other call waits for the answer.</summary>
/// <param name="variables">Configuration in its old form: <c>package:config:key</c> to JSON text.</param>
/// <param name="args">The checked configuration.</param>
/// <param name="acceptSecrets">Whether the engine takes secrets in answers.</param>
/// <param name="acceptResources">Whether the engine takes resource references in answers.</param>
/// <param name="sendsOldInputs">Whether diffs and updates carry the old inputs.</param>
/// <param name="sendsOldInputsToDelete">Whether deletes carry the old inputs.</param>
public sealed class ConfigureRequest(
    ImmutableDictionary<string, string> variables,
    ImmutableDictionary<string, PropertyValue> args,
    bool acceptSecrets,
    bool acceptResources,
    bool sendsOldInputs,
    bool sendsOldInputsToDelete)
{
    /// <summary>Configuration in its old form: <c>package:config:key</c> to JSON text. Secrets are plain here.</summary>
    public ImmutableDictionary<string, string> Variables { get; } = variables;

    /// <summary>The checked configuration. Default providers send every value as text.</summary>
    public ImmutableDictionary<string, PropertyValue> Args { get; } = args;

    /// <summary>Whether the engine takes secrets in answers.</summary>
    public bool AcceptSecrets { get; } = acceptSecrets;

    /// <summary>Whether the engine takes resource references in answers.</summary>
    public bool AcceptResources { get; } = acceptResources;

    /// <summary>Whether diffs and updates carry the old inputs.</summary>
    public bool SendsOldInputs { get; } = sendsOldInputs;

    /// <summary>Whether deletes carry the old inputs.</summary>
    public bool SendsOldInputsToDelete { get; } = sendsOldInputsToDelete;

    /// <summary>Id of the provider resource; null from engines that do not tell it. Not in the official SDK.</summary>
    public string? Id { get; init; }

    /// <summary>URN of the provider resource; null from engines that do not tell it. Not in the official SDK.</summary>
    public Urn? Urn { get; init; }

    /// <summary>Name of the provider resource; null from engines that do not tell it. Not in the official SDK.</summary>
    public string? Name { get; init; }

    /// <summary>Type of the provider resource, such as <c>pulumi:providers:haiac</c>; null from engines that do not tell it. Not in the official SDK.</summary>
    public string? Type { get; init; }
}
