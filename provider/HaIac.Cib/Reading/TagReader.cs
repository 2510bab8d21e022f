using HaIac.Cib.Documents;
using HaIac.Cib.Tags;
using static HaIac.Cib.Reading.LiveParts;
using static HaIac.Cib.Reading.LiveValue;

namespace HaIac.Cib.Reading;

/// <summary>Makes records of tags.</summary>
internal static class TagReader
{
    public static CibTag Tag(CibElement element) => new() { Id = IdOf(element), Members = References(element, "obj_ref") };
}
