using System.Text.Json;
using HaIac.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>JSON elements. They are made of the value as it came, so that nothing is lost on the way.</summary>
internal sealed class JsonFit : TypeFit
{
    public override object? Default => default(JsonElement);

    protected override bool TryFitPlain(WireValue value, FitState state, out object? result)
    {
        try
        {
            result = JsonText.ElementOf(value, out var isKnown, out var isSecret);
            state.IsKnown &= isKnown;
            state.IsSecret |= isSecret;
            return true;
        }
        catch (NotSupportedException e)
        {
            result = null;
            return state.Misfit("JSON", $"a value that has none ({e.Message.TrimEnd('.')})");
        }
    }
}
