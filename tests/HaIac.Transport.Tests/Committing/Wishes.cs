using HaIac.Cib.Constraints;
using HaIac.Cib.Documents;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Transport.Tests.Committing;

/// <summary>Objects and edits as the tests of the committer need them.</summary>
internal static class Wishes
{
    public static CibDocument EmptyCluster() => CibDocument.Empty("pacemaker-3.5", NodeName.Parse("ctl1"), NodeName.Parse("ctl2"));

    public static CibPrimitive Dummy(string id, string fake = "a") => new()
    {
        Id = CibId.Parse(id),
        Agent = AgentName.Parse("ocf:pacemaker:Dummy"),
        InstanceAttributes = AttributeMap.Of(("fake", fake)),
    };

    public static PutObject Create(string id) => new(Dummy(id), null);

    public static PutObject Change(string id, string from, string to) => new(Dummy(id, to), Dummy(id, from));

    public static RemoveObject Remove(string id) => new(Dummy(id));

    public static PutObject Order(string id, string first, string then) => new(
        new OrderConstraint { Id = CibId.Parse(id), First = CibId.Parse(first), Then = CibId.Parse(then) },
        null);

    public static bool Has(this CibDocument cib, string id) => cib.FindElement(CibId.Parse(id)) is not null;
}
