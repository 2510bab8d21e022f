namespace HaIac.Engine.State;

/// <summary>Which provider resource manages a resource: <c>urn::id</c>.</summary>
/// <param name="Urn">URN of the provider resource.</param>
/// <param name="Id">Its id; the unknown sentinel in previews that create it.</param>
public readonly record struct ProviderReference(string Urn, string Id)
{
    /// <summary>Reads a reference.</summary>
    /// <param name="text">The text of the state.</param>
    /// <param name="reference">The reference, if it is one.</param>
    public static bool TryParse(string? text, out ProviderReference reference)
    {
        var at = text?.LastIndexOf("::", StringComparison.Ordinal) ?? -1;
        reference = at < 0 ? default : new(text![..at], text[(at + 2)..]);
        return at >= 0 && State.Urn.IsValid(reference.Urn) && reference.Id.Length > 0;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Urn}::{Id}";
}
