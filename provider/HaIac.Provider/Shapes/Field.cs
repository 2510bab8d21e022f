namespace HaIac.Provider.Shapes;

/// <summary>One property of an object.</summary>
/// <param name="Name">The property name as programs write it.</param>
/// <param name="Shape">What it may hold.</param>
internal sealed record Field(string Name, Shape Shape)
{
    /// <summary>Whether it must be given.</summary>
    public bool Required { get; init; }

    /// <summary>The text that stands for it when it is not given, filled in by checking so that previews show it; null: none.</summary>
    public string? Default { get; init; }

    /// <summary>Whether a change means another object: the old one leaves the cluster before the new one enters it.</summary>
    public bool Replaces { get; init; }
}
