using HaIac.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>C# enumerations; they travel as their number.</summary>
internal sealed class EnumFit(Type type) : TypeFit
{
    public override object? Default { get; } = Activator.CreateInstance(type);

    protected override bool TryFitPlain(WireValue value, FitState state, out object? result)
    {
        result = ScalarFit.TryInteger(value, state, out var number) ? Enum.ToObject(type, number!) : null;
        return result is not null;
    }
}
