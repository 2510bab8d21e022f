using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Cli.Clusters;
using HaIac.Operating.Reporting;
using HaIac.Transport.Observing;

namespace HaIac.Cli.Tests.Clusters;

[TestFixture]
public sealed class StatusTextTests
{
    [Test]
    [Property("Requirement", "P1")]
    [Property("Requirement", "P2")]
    public void Write_ThreeNodes_HasAColumnForEach()
    {
        var text = StatusText.Write(Report(3, Instances(1, 3)), history: false);

        Assert.That(text, Is.EqualTo("""
            Cluster virtual:x
              quorum · DC not elected
              symmetric-cluster=true · no-quorum-policy=stop · stonith-enabled=true · maintenance-mode=false

              NODE   STATE
              ctl01  online
              ctl02  online
              ctl03  online

              RESOURCE   KIND   ctl01    ctl02  ctl03    REMARKS
              api-clone  clone  running  -      running
            """.ReplaceLineEndings("\n")));
    }

    [Test]
    [Property("Requirement", "P1")]
    public void Write_MoreNodesThanFit_ListsThemByStateInSeveralLines()
    {
        var lines = StatusText.Write(Report(12, Instances([.. Enumerable.Range(1, 12)])), history: false).Split('\n');

        var first = Array.FindIndex(lines, line => line.Contains("api-clone", StringComparison.Ordinal));
        Assert.That(lines[first - 1].Split(' ', StringSplitOptions.RemoveEmptyEntries), Is.EqualTo(new[] { "RESOURCE", "KIND", "WHERE", "REMARKS" }));
        Assert.That(lines[first].TrimEnd(), Does.EndWith("running: ctl01 ctl02 ctl03 ctl04 ctl05 ctl06 ctl07 ctl08"));
        Assert.That(lines[first + 1].Trim(), Is.EqualTo("ctl09 ctl10 ctl11 ctl12"));
    }

    [Test]
    public void Write_ManyNodesAndNothingRuns_SaysStopped() =>
        Assert.That(StatusText.Write(Report(12, Instances()), history: false), Does.Match(@"api-clone +clone +\(stopped\)"));

    private static ResourceInstance[] Instances(params int[] nodes) =>
        [.. nodes.Select(node => new ResourceInstance { Resource = "api", Active = true, Role = ResourceRole.Started, Nodes = [Name(node)] })];

    private static ClusterReport Report(int nodes, ResourceInstance[] instances) => ClusterReporter.Of(
        "virtual:x",
        new ClusterStatus
        {
            HasQuorum = true,
            Nodes = [.. Enumerable.Range(1, nodes).Select(node => new NodeStatus { Name = Name(node), Online = true })],
            Resources = [new() { Id = "api-clone", Kind = ResourceKind.Clone, Instances = [.. instances] }],
        },
        CibDocument.Parse("<cib><configuration><crm_config/><nodes/><resources/><constraints/></configuration><status/></cib>"));

    private static NodeName Name(int node) => NodeName.Parse($"ctl{node:00}");
}
