using HaIac.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>Stands for the conversion of a type inside that type itself, while it is being made.</summary>
internal sealed class LinkFit(Type type) : TypeFit
{
    public TypeFit? Target { get; set; }

    public override object? Default { get; } = type.IsValueType ? Activator.CreateInstance(type) : null;

    public override bool TryFit(WireValue value, FitState state, out object? result) => Target!.TryFit(value, state, out result);

    protected override bool TryFitPlain(WireValue value, FitState state, out object? result) => TryFit(value, state, out result);
}
