using HaIac.Cib.Values;
using Pulumi.Experimental;

namespace HaIac.Provider.Shapes;

/// <summary>True or false, also in Pacemaker's spellings (<c>yes</c>, <c>off</c>, <c>1</c>).</summary>
internal sealed record FlagShape : Shape
{
    public override string Expected => "true or false";

    public override bool SameMeaning(PropertyValue left, PropertyValue right) =>
        left.IsComputed || right.IsComputed ? left.IsComputed && right.IsComputed : Read(left) == Read(right);

    /// <summary>The value as boolean; null when it is none.</summary>
    public static bool? Read(PropertyValue value)
    {
        if (value.TryGetBool(out var flag))
        {
            return flag;
        }

        return TextShape.AsText(value) is { } text && CibBoolean.TryParse(text, out var read, out _) ? read : null;
    }
}
