using HaIac.Cib.Documents;
using HaIac.Cib.Options;
using static HaIac.Cib.Reading.LiveValue;

namespace HaIac.Cib.Reading;

/// <summary>Makes records of sets of options.</summary>
internal static class OptionReader
{
    public static ClusterProperties Properties(CibElement element) => new() { Id = IdOf(element), Properties = AttributeSets.Pairs(element) };
}
