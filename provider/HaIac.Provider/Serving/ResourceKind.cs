using System.Collections.Immutable;
using HaIac.Provider.Composing;
using HaIac.Provider.Shapes;
using Pulumi.Experimental;

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

    /// <summary>What the resource last wrote, as the outputs of the state tell. One that was switched off keeps in them what it had written before.</summary>
    public Composition Applied(ImmutableDictionary<string, PropertyValue> outputs) =>
        Compose(new(outputs.TryGetValue(Outputs.CibIds, out var ids) && ids.TryGetArray(out var list) && list.Length > 0 ? outputs.Remove(ObjectSettings.Noop) : outputs));

    /// <summary>This type with the properties that every type has; composed of a resource that is switched off is nothing. A service sees to that itself: its nodes count too.</summary>
    public ResourceKind WithSettings() => this with
    {
        Shape = ObjectSettings.AddTo(Shape, canBeWhole: !SetsOptions),
        Compose = inputs => Compose(inputs) is var all && !IsService && ObjectSettings.IsOff(inputs.Fields)
            ? all with { Objects = [] }
            : all with { OwnsAll = ObjectSettings.OwnsAll(inputs.Fields) },
    };
}
