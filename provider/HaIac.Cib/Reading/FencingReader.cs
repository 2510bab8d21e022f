using System.Globalization;
using HaIac.Cib.Documents;
using HaIac.Cib.Fencing;
using HaIac.Cib.Values;
using static HaIac.Cib.Reading.LiveValue;

namespace HaIac.Cib.Reading;

/// <summary>Makes records of levels of the fencing topology; null where one holds what no record can hold.</summary>
internal static class FencingReader
{
    public static FencingLevel? Level(CibElement element)
    {
        NodeName? target = null;
        return int.TryParse(element["index"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index)
            && element["devices"] is { } devices
            && (element["target"] is null || NodeName.TryParse(element["target"], out target, out _))
            ? new FencingLevel
            {
                Id = IdOf(element),
                Target = target,
                TargetPattern = element["target-pattern"],
                TargetAttribute = element["target-attribute"],
                TargetValue = element["target-value"],
                Index = index,
                Devices = devices.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(CibId.OfLive).ToValueList(),
            }
            : null;
    }
}
