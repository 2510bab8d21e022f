using HaIac.Cib.Comparing;
using HaIac.Cib.Documents;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using static HaIac.Cib.Tests.TestCibs;

namespace HaIac.Cib.Tests.Comparing;

/// <summary>What a cluster may spell otherwise than the program, clause by clause: none of it is a difference, and a second run writes nothing.</summary>
internal sealed class NormalisingTests
{
    // Each case: what the CIB has, in the words of somebody else, for what is declared below.
    [TestCase("""interval="10s" """, """interval="10000ms" """, TestName = "Compare_Normalised(duration)")]
    [TestCase("""interval="10s" """, """interval="PT10S" """, TestName = "Compare_Normalised(ISO duration)")]
    [TestCase("""timeout="1min" """, """timeout="60" """, TestName = "Compare_Normalised(seconds without unit)")]
    [TestCase("""role="Promoted" """, """role="Master" """, TestName = "Compare_Normalised(old role)")]
    [TestCase("""value="INFINITY" """, """value="+INFINITY" """, TestName = "Compare_Normalised(signed infinity)")]
    [TestCase("""value="INFINITY" """, """value="1000000" """, TestName = "Compare_Normalised(infinity as number)")]
    [TestCase("""value="true" """, """value="yes" """, TestName = "Compare_Normalised(flag)")]
    [TestCase(""" interval="0s" """, " ", TestName = "Compare_Normalised(no interval is interval 0)")]
    [TestCase("""id="db-monitor-interval-10s" """, """id="op-17" """, TestName = "Compare_Normalised(id of an operation)")]
    [TestCase("""id="db-meta_attributes" """, """id="x" """, TestName = "Compare_Normalised(id of a set)")]
    [TestCase("""id="db-meta_attributes-migration-threshold" """, """id="y" """, TestName = "Compare_Normalised(id of a pair)")]
    [Property("Requirement", "M2")]
    [Property("Correction", "M6")]
    public void Compare_Normalised(string ours, string theirs)
    {
        var text = Applied(Empty, s_declared).ToXml().Replace("\"/>", "\" />", StringComparison.Ordinal).Replace("\">", "\" >", StringComparison.Ordinal);
        Assert.That(text, Does.Contain(ours));

        var live = CibDocument.Parse(text.Replace(ours, theirs, StringComparison.Ordinal));

        AssertEqual(live);
    }

    [Test]
    [Property("Requirement", "M2")]
    public void Compare_OperationsInAnotherOrder_AreTheSameSet()
    {
        var live = Applied(Empty, s_declared with { Operations = [.. s_declared.Operations.Reverse()] });

        AssertEqual(live);
    }

    [Test]
    [Property("Requirement", "M2")]
    public void Compare_OperationsOfOneName_AreToldApartByIntervalAndRole()
    {
        var live = Applied(Empty, s_declared with
        {
            Operations = [.. s_declared.Operations.Select(op => op.Role is null ? op with { Timeout = CibDuration.Parse("7s") } : op)],
        });

        Assert.That(CibComparer.Compare(s_declared, live.Find(Id("db"))).Select(change => change.Attribute), Is.EqualTo(["operations[monitor 10s].timeout", "operations[start].timeout"]));
    }

    [Test]
    [Property("Requirement", "M2")]
    public void Compare_ParameterWithAnotherText_IsADifference()
    {
        var live = Applied(Empty, s_declared with { InstanceAttributes = AttributeMap.Of(("port", "03306")) });

        Assert.That(CibComparer.Compare(s_declared, live.Find(Id("db"))).Select(change => change.Attribute), Is.EqualTo(["instance_attributes.port"]));
    }

    private static readonly CibPrimitive s_declared = Dummy("db") with
    {
        InstanceAttributes = AttributeMap.Of(("port", "3306")),
        MetaAttributes = AttributeMap.Of(("migration-threshold", "INFINITY"), ("critical", "true")),
        Operations =
        [
            Monitor("10s") with { Timeout = CibDuration.Parse("1min") },
            Monitor("9s") with { Role = ResourceRole.Promoted },
            new CibOperation { Name = "start", Timeout = CibDuration.Parse("30s") },
        ],
    };

    private static void AssertEqual(CibDocument live)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(CibComparer.Compare(s_declared, s_declared, live), Is.Empty);
            Assert.That(EditApplier.Apply(live, [new PutObject(s_declared, s_declared)]).After, Is.SameAs(live));
        }
    }
}
