using HaIac.Engine.Events;
using HaIac.Engine.Rendering;
using static HaIac.Engine.Tests.Rendering.Steps;

namespace HaIac.Engine.Tests.Rendering;

public sealed class DiffViewTests
{
    private static readonly DisplayOptions Updating = new("shop", "qa", OperationKind.Update, false);

    [Test]
    public void Update_ListAndNumber_ShowsThePathsThatTheProviderNamed()
    {
        var stack = Of(StepOp.Same, StackState("{}"), StackState("{}"));
        var change = Of(
            StepOp.Update,
            BoxState("b", "b-1", """{"name":"x","ports":[{"n":0},{"n":1}],"size":1}""", """{"rev":1}"""),
            BoxState("b", "b-1", """{"name":"x","ports":[{"n":0},{"n":2},443],"size":2}""", """{"rev":2}"""),
            ("ports[1].n", PropertyDiffKind.Update),
            ("ports[2]", PropertyDiffKind.Add),
            ("size", PropertyDiffKind.Update));

        var printed = Printed.By(
            new DiffView(Updating),
            (0, PreludeEvent.Empty),
            (0, new ResourcePreEvent(stack)),
            (0, new ResourcePreEvent(change)),
            (1, new DiagnosticEvent("careful\n", DiagnosticSeverity.Warning, Box("b"), "warning: ")),
            (1, new ResourceOutputsEvent(change)),
            (1, Summary(false, true, 1, (StepOp.Update, 1), (StepOp.Same, 1))),
            (1, new CancelEvent()));

        Assert.That(printed.Errors, Is.EqualTo("warning: careful\n"));
        Assert.That(printed.Text, Is.EqualTo(
            """
            Updating (qa):
              pulumi:pulumi:Stack: (same)
                [urn=urn:pulumi:qa::shop::pulumi:pulumi:Stack::shop-qa]
                ~ acme:index:Box: (update)
                    [id=b-1]
                    [urn=urn:pulumi:qa::shop::acme:index:Box::b]
                  ~ ports: [
                      ~ [1]: {
                              ~ n: 1 => 2
                            }
                      + [2]: 443
                    ]
                  ~ size : 1 => 2
                    --outputs:--
                  ~ rev  : 1 => 2
            Resources:
                ~ 1 updated
                1 unchanged

            Duration: 1s
            """.Replace("  ~ rev  :", "  ~ rev:")));
    }

    [TestCase("""{"v":"a"}""", """{"v":"b"}""", "  ~ v: \"a\" => \"b\"")]
    [TestCase("""{"v":""}""", """{"v":"now"}""", "  + v: \"now\"")]
    [TestCase("""{"v":{"a":1}}""", """{"v":[1]}""", "  - v: {\n      - a: 1\n    }\n  + v: [\n  +     [0]: 1\n    ]")]
    [TestCase("""{"v":"{\"a\":1}"}""", """{"v":"{\"a\":2}"}""", "  ~ v: (json) {\n      ~ a: 1 => 2\n    }")]
    [TestCase("""{"v":"a: 1\nb: x\n"}""", """{"v":"{\"a\":2}"}""", "  ~ v: (yaml => json) {\n      ~ a: 1 => 2\n      - b: \"x\"\n    }")]
    [TestCase("""{"v":"one\ntwo"}""", """{"v":"one\n2"}""", "  ~ v: \n        one\n      - two\n      + 2")]
    [TestCase("""{"k":1,"v":1e-7}""", """{"k":1,"v":1e21}""", "    k: 1\n  ~ v: 1e-07 => 1000000000000000000000")]
    public void Details_Values_PrintAsUsersKnowThem(string old, string now, string text)
    {
        var step = Of(StepOp.Update, BoxState("b", "b-1", old, "{}"), BoxState("b", "b-1", now, "{}"));

        Assert.That(StepText.Details(step, 1, Updating), Is.EqualTo(text + "\n"));
    }

    [Test]
    public void Details_LongText_IsCutInPlainPrintsOnly()
    {
        var create = Of(StepOp.Create, null, BoxState("b", "", """{"v":"1\n2\n3\n4"}""", "{}"));

        Assert.That(StepText.Details(create, 1, Updating), Is.EqualTo("    v: \"1\\n2\\n3\\n...\"\n"));
        Assert.That(StepText.Details(create, 1, Updating with { ShowFullOutput = true }), Is.EqualTo("    v: \"1\\n2\\n3\\n4\"\n"));
    }
}
