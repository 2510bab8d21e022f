namespace HaIac.CommandProvider.Packaging;

/// <summary>A resource type or function of the package.</summary>
/// <param name="Token">Its token.</param>
/// <param name="Description">What it is, for the schema.</param>
/// <param name="Inputs">What users set.</param>
/// <param name="Results">What comes on top of the inputs in its outputs.</param>
internal sealed record PackageType(string Token, string Description, IReadOnlyList<Field> Inputs, IReadOnlyList<Field> Results)
{
    /// <summary>What users of a deprecated type are told; null for the others.</summary>
    public string? Deprecation { get; init; }

    /// <summary>Every change replaces the resource: it has no update.</summary>
    public bool AlwaysReplaced { get; init; }

    /// <summary>The input of that name; null if there is none.</summary>
    public Field? Input(string name) => Inputs.FirstOrDefault(field => field.Name == name);
}
