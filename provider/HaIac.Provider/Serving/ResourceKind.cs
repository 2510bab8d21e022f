using HaIac.Provider.Composing;
using HaIac.Provider.Shapes;

namespace HaIac.Provider.Serving;

/// <summary>One resource type of the package: everything that differs between types. What is not here is the same for all.</summary>
/// <param name="Token">Its type token.</param>
/// <param name="Shape">Its properties.</param>
/// <param name="Compose">Makes its CIB objects of checked inputs.</param>
internal sealed record ResourceKind(string Token, ObjectShape Shape, Func<Inputs, Composition> Compose)
{
    /// <summary>Whether it sets options of the whole cluster instead of objects of its own.</summary>
    public bool SetsOptions { get; init; }

    /// <summary>Whether it is a service, which the init systems of nodes may run too.</summary>
    public bool IsService { get; init; }
}
