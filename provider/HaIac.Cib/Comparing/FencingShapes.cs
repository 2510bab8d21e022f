using HaIac.Cib.Fencing;
using static HaIac.Cib.Comparing.ShapeText;

namespace HaIac.Cib.Comparing;

/// <summary>Lays levels of the fencing topology out, the reverse of <c>Reading.FencingReader</c>.</summary>
internal static class FencingShapes
{
    public static ObjectShape Of(FencingLevel level) => new(level.Tag, level.Id.Value, Map(
        ("target", level.Target?.Value),
        ("target-pattern", level.TargetPattern),
        ("target-attribute", level.TargetAttribute),
        ("target-value", level.TargetValue),
        ("index", Number(level.Index)),
        ("devices", string.Join(',', level.Devices))));
}
