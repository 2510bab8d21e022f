using EndToEnd.Writers;
using HaIac.Cib.Findings;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Labs;
using HaIac.Transport;
using HaIac.Transport.Addressing;
using HaIac.Transport.Committing;

namespace EndToEnd.Tests.Writing;

/// <summary>Another tool changes, on a real cluster, what is ours: that is said, nothing of it is overwritten, and the rest lands.</summary>
[TestFixture]
[Category("Lab")]
[NonParallelizable]
public sealed class ConflictTests
{
    private Lab _lab = null!;

    [SetUp]
    public async Task Prepare() => _lab = await OneLab.GetEmptyAsync();

    [TestCase("pcs", "pcs resource meta haproxy-clone clone-max=2")]
    [TestCase("crm_resource", "crm_resource --resource haproxy-clone --meta --set-parameter clone-max --parameter-value 2")]
    [TestCase("crmsh", "crm resource meta haproxy-clone set clone-max 2")]
    [Property("Requirement", "S3")]
    public async Task Up_OfWhatAnotherToolChanged_NamesObjectValuesAndWriter(string tool, string change)
    {
        using var project = await Project.ForScenarioAsync("two-writers", _lab.SshAddress);
        await project.MustAsync("up", "--yes", "--skip-preview");
        await _lab["ctl2"].ReadAsync(change);
        await project.MustAsync("config", "set", "clone-max", "5");
        await project.MustAsync("config", "set", "interval", "20s");
        var changed = CibFile.Configuration(await CibAsync());

        var previewed = await project.RunAsync("up", "--yes");
        var afterPreview = CibFile.Configuration(await CibAsync());
        var up = await project.RunAsync("up", "--yes", "--skip-preview");
        var cib = await CibAsync();

        using (Assert.EnterMultipleScope())
        {
            foreach (var result in new[] { previewed, up })
            {
                Assert.That(result.ExitCode, Is.Not.Zero, $"{tool}: {result}");
                Assert.That(result.All, Does.Contain("HAI4203").And.Contain("Changed by someone else"), result.ToString());
                Assert.That(result.All, Does.Match(@"haproxy-clone \S*clone-max: last applied 3, now 2 in the cluster, wanted 5"), result.ToString());
                Assert.That(result.All, Does.Match(@"written .+ by root with \S+ on ctl2"), result.ToString());
                Assert.That(result.All, Does.Contain("mend"), result.ToString());
            }

            Assert.That(afterPreview, Is.EqualTo(changed), "A preview that finds it stops before anything is written.");
            Assert.That(CibFile.Value(cib, "haproxy-clone", "clone-max"), Is.EqualTo("2"));
            Assert.That(cib, Does.Match("<op [^>]*id=\"ours-[^>]*interval=\"20s\""), "What nobody else changed lands.");
        }

        // A way out that the message names: the program takes the change over, and goes on from there.
        await project.MustAsync("config", "set", "clone-max", "2");
        await project.MustAsync("up", "--yes");
        await project.MustAsync("config", "set", "clone-max", "5");
        await project.MustAsync("up", "--yes");
        Assert.That(CibFile.Value(await CibAsync(), "haproxy-clone", "clone-max"), Is.EqualTo("5"));
        await project.MustAsync("destroy", "--yes");
    }

    [TestCase("pcs resource meta theirs priority=2", "cibadmin")]
    [TestCase("crm_resource --resource theirs --meta --set-parameter priority --parameter-value 2", "crm_resource")]
    [TestCase("cibadmin --modify --xml-text '<nvpair id=\"theirs-meta_attributes-priority\" name=\"priority\" value=\"2\"/>'", "cibadmin")]
    [Property("Requirement", "S3")]
    public async Task Commit_WithAChangeOfOursBetweenReadAndPatch_TellsThatCallerAlone(string change, string client)
    {
        var moved = false;
        await using var transport = new WatchedTransport(CibTransports.Open(ClusterAddress.Parse(_lab.SshAddress, "/")))
        {
            BeforePatch = async number =>
            {
                if (number == 2)
                {
                    await _lab["ctl3"].ReadAsync(change);
                    moved = true;
                }
            },
        };
        await using var committer = new CibCommitter(transport);
        await committer.CommitAsync([new PutObject(WithPriority("theirs", 1), null), new PutObject(WithPriority("ours", 1), null)]);

        var contested = committer.CommitAsync([new PutObject(WithPriority("theirs", 3), WithPriority("theirs", 1))]);
        var alone = committer.CommitAsync([new PutObject(WithPriority("ours", 3), WithPriority("ours", 1))]);

        var fault = await Assert.ThrowsAsync<CommitException>(() => contested);
        var receipt = await alone;
        var cib = await CibAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(moved, "The change came right before the patch.");
            var finding = fault!.Findings.Single();
            Assert.That(finding.Code, Is.EqualTo(CibFindingCodes.ChangedByOthers));
            Assert.That(finding.Conflict, Is.Not.Null);
            Assert.That($"{finding.Conflict!.Object} {finding.Conflict.Attribute}", Does.StartWith("theirs").And.EndsWith("priority"));
            Assert.That((finding.Conflict.LastApplied, finding.Conflict.Live, finding.Conflict.Wanted), Is.EqualTo(("1", "2", "3")));
            Assert.That((finding.Conflict.Writer.Client, finding.Conflict.Writer.Origin), Is.EqualTo((client, "ctl3")));
            Assert.That(receipt.Attempts, Is.GreaterThan(1), "The first patch came too late.");
            Assert.That(CibFile.Value(cib, "theirs", "priority"), Is.EqualTo("2"));
            Assert.That(CibFile.Value(cib, "ours", "priority"), Is.EqualTo("3"));
        }
    }

    private static CibPrimitive WithPriority(string id, int priority) => new()
    {
        Id = CibId.Parse(id),
        Agent = AgentName.Parse("ocf:pacemaker:Dummy"),
        MetaAttributes = AttributeMap.Of(("priority", $"{priority}")),
    };

    private Task<string> CibAsync() => _lab.Nodes[0].ReadAsync("cibadmin --query");
}
