namespace Pulumi;

/// <summary>How a custom resource is to be treated, apart from its own inputs.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    private List<string>? _additionalSecretOutputs;
    private Dictionary<string, string>? _envVarMappings;

    /// <summary>Whether a replacement deletes the old resource first; default: as the provider says.</summary>
    public bool? DeleteBeforeReplace { get; set; }

    /// <summary>Names of outputs that are secret though the provider does not say so.</summary>
    public List<string> AdditionalSecretOutputs
    {
        get => _additionalSecretOutputs ??= [];
        set => _additionalSecretOutputs = value;
    }

    /// <summary>Id of an existing resource that the stack takes over; its inputs must agree with the program's.</summary>
    public string? ImportId { get; set; }

    /// <summary>For provider resources: environment variables of the engine that reach the plugin under another name.</summary>
    public Dictionary<string, string> EnvVarMappings
    {
        get => _envVarMappings ??= [];
        set => _envVarMappings = value;
    }

    /// <summary>Joins options. Single values of the second win, lists are joined in order.</summary>
    /// <param name="options1">The first options, or <c>null</c>.</param>
    /// <param name="options2">The second options, or <c>null</c>.</param>
    /// <returns>New options; the arguments do not change.</returns>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var result = (CustomResourceOptions?)options1?.Copy() ?? new CustomResourceOptions();
        result.Overlay(options2);
        if (options2 is not null)
        {
            result.DeleteBeforeReplace = options2.DeleteBeforeReplace ?? result.DeleteBeforeReplace;
            result.AdditionalSecretOutputs.AddRange(options2._additionalSecretOutputs ?? []);
            result.ImportId = options2.ImportId ?? result.ImportId;
            foreach (var (key, value) in options2._envVarMappings ?? [])
            {
                result.EnvVarMappings[key] = value;
            }
        }

        return result;
    }

    internal override ResourceOptions Copy()
    {
        var result = new CustomResourceOptions
        {
            DeleteBeforeReplace = DeleteBeforeReplace,
            ImportId = ImportId,
            _additionalSecretOutputs = _additionalSecretOutputs?.ToList(),
            _envVarMappings = _envVarMappings is null ? null : new(_envVarMappings),
        };
        result.CopyFrom(this);
        return result;
    }
}
