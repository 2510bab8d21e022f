using HaIac.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>Structs marked <see cref="EnumTypeAttribute"/>; they travel as their text or number.</summary>
internal sealed class OpenEnumFit(Type type) : TypeFit
{
    public override object? Default { get; } = Activator.CreateInstance(type);

    protected override bool TryFitPlain(WireValue value, FitState state, out object? result)
    {
        result = value switch
        {
            WireText text => OpenEnum.TryCreate(type, text.Value),
            WireNumber number => OpenEnum.TryCreate(type, number.Value),
            _ => null,
        };
        return result is not null || state.Misfit(type.FullName!, value);
    }
}
