namespace HaIac.CommandProvider.Packaging;

/// <summary>One property of a type or function.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Description">What it means, for the schema.</param>
internal sealed record Field(string Name, FieldKind Kind, string Description)
{
    /// <summary>Must be set.</summary>
    public bool Required { get; init; }

    /// <summary>Is kept as a secret.</summary>
    public bool Secret { get; init; }

    /// <summary>A change of it replaces the resource.</summary>
    public bool Replaces { get; init; }

    /// <summary>What an engine fills in where nothing is set; null: nothing.</summary>
    public object? Default { get; init; }
}
