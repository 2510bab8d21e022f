using System.Collections.Immutable;
using HaIac.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>Lists, element by element.</summary>
internal sealed class ListFit<T>(TypeFit element) : TypeFit
{
    public override object? Default => default(ImmutableArray<T>);

    protected override bool TryFitPlain(WireValue value, FitState state, out object? result)
    {
        if (value is not WireList list)
        {
            result = null;
            return state.Misfit("a list", value);
        }

        var items = ImmutableArray.CreateBuilder<T>(list.Items.Count);
        foreach (var item in list.Items)
        {
            state.Path.Push(null, null, items.Count);
            items.Add(element.Fit(item, state) is T typed ? typed : default!);
            state.Path.Pop();
        }

        result = items.MoveToImmutable();
        return true;
    }
}
