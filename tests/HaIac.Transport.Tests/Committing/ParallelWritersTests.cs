using HaIac.Transport.Addressing;
using HaIac.Transport.Committing;
using HaIac.Transport.Running;
using HaIac.Transport.Virtual;

namespace HaIac.Transport.Tests.Committing;

/// <summary>Real tools, one CIB, several writers that know nothing of one another: whatever a writer was told it wrote must be there.</summary>
[TestFixture]
[Category("Tools")]
internal sealed class ParallelWritersTests
{
    private const int EditsPerWriter = 15;

    [Test]
    [Property("Requirement", "J3")]
    [Property("Requirement", "N2")]
    [Property("Correction", "S3")]
    public async Task CommitAsync_TwoCommittersAndACibadminLoop_NothingIsLost()
    {
        HostTools.Require("cibadmin", "crm_simulate", "crm_verify", "flock");
        using var directory = new TemporaryDirectory();
        var address = ClusterAddress.Parse("virtual:cluster?nodes=ctl1,ctl2", directory.Path);
        await using var left = CibTransports.Open(address);
        await using var right = CibTransports.Open(address);
        await left.ReadAsync();
        await using var leftCommitter = new CibCommitter(left);
        await using var rightCommitter = new CibCommitter(right);

        await Task.WhenAll(
            WriteAsync(leftCommitter, "left"),
            WriteAsync(rightCommitter, "right"),
            LoopAsync(((IVirtualCluster)left).Directory));

        var cib = await left.ReadAsync();
        var expected = from writer in (string[])["left", "right", "loop"] from i in Enumerable.Range(0, EditsPerWriter) select $"{writer}{i}";
        Assert.That(cib.Resources.Select(r => r.Id.Value).Order(StringComparer.Ordinal), Is.EqualTo(expected.Order(StringComparer.Ordinal)));
    }

    // Some edits at once and some one after the other, so that batches and single writes race with the others.
    private static async Task WriteAsync(CibCommitter committer, string writer)
    {
        for (var i = 0; i < EditsPerWriter; i += 3)
        {
            var start = i;
            await Task.WhenAll(Enumerable.Range(start, 3).Select(n => committer.CommitAsync([Wishes.Create($"{writer}{n}")])));
        }
    }

    private static async Task LoopAsync(string cluster)
    {
        await using var runner = new LocalCommandRunner();
        for (var i = 0; i < EditsPerWriter; i++)
        {
            var result = await runner.RunAsync(new Command
            {
                Program = "flock",
                Arguments =
                [
                    Path.Combine(cluster, "lock"), HostTools.PathOf("cibadmin"), "--create", "--scope", "resources",
                    "--xml-text", $"<primitive id=\"loop{i}\" class=\"ocf\" provider=\"pacemaker\" type=\"Dummy\"/>",
                ],
                Environment = [new("CIB_file", Path.Combine(cluster, "cib.xml"))],
                Timeout = TimeSpan.FromMinutes(3),
            });
            Assert.That(result.ExitCode, Is.Zero, result.Errors);
        }
    }
}
