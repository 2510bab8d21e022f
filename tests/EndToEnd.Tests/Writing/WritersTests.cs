using System.Xml.Linq;
using EndToEnd.Writers;
using HaIac.Labs;

namespace EndToEnd.Tests.Writing;

/// <summary>
/// Eight writers of ours, pcs and crmsh write into one real cluster at the same time, while resources start and fail. Whatever anybody was told to have
/// written must be there, once, and as it was written.
/// </summary>
[TestFixture]
[Category("Lab")]
[NonParallelizable]
public sealed class WritersTests
{
    private const int Rounds = 2;
    private const int WritesOfOurs = 8 * ((10 * Rounds) + 2);

    // The last process has the writers that share a committer. Each option is a real one that changes nothing here.
    private static readonly string[][] Processes =
    [
        ["pe-error-series-max=w1"],
        ["pe-warn-series-max=w2"],
        ["pe-input-series-max=w3"],
        ["migration-limit=w4"],
        ["stonith-max-attempts=w5"],
        ["node-health-base=w6", "priority-fencing-delay=w7", "stonith-timeout=w8"],
    ];

    private Lab _lab = null!;
    private XElement _before = null!;

    [SetUp]
    public async Task Prepare()
    {
        _lab = await OneLab.GetEmptyAsync();
        _before = await ConfigurationAsync(_lab.Nodes[0]);
        await AddBystandersAsync();
    }

    [TearDown]
    public async Task PutBack()
    {
        foreach (var node in _lab.Nodes.Where(n => n.IsRunning))
        {
            await node.RunAsync("touch /tmp/stop-noise /tmp/stop-writing");
        }

        foreach (var section in new[] { "tags", "alerts" })
        {
            await Running().RunAsync($"cibadmin --delete --xpath /cib/configuration/{section}");
        }

        var options = _before.Element("crm_config")!.ToString();
        await Running().RunAsync(["cibadmin", "--replace", "--scope", "crm_config", "--xml-text", options]);
    }

    [Test]
    [Property("Requirement", "J3")]
    [Property("Requirement", "N2")]
    [Property("Correction", "S3")]
    public async Task Writers_OfManyKindsAtOnceWhileTheCoordinatorLosesItsPower_LoseNothing()
    {
        var bystanders = Bystanders(await ConfigurationAsync(_lab.Nodes[0]));
        var dc = await CoordinatorAsync();
        var others = _lab.Nodes.Where(n => n.Name != dc.Name).ToList();
        await using var traffic = StatusTraffic.Watch(others[0]);
        var pcs = await ForeignLoop.StartAsync("pcs", others[0]);
        var crm = await ForeignLoop.StartAsync("crm", others[1]);
        var writers = Processes.Select((pairs, i) => WriterProcess.Start(AddressFrom(i), Rounds, pairs)).ToList();
        var finished = Task.WhenAll(writers.Select(w => w.FinishAsync()));

        await Lab.WaitUntilAsync("a third is written", _ => Task.FromResult(writers.Sum(w => w.Writes) > WritesOfOurs / 3), TimeSpan.FromMinutes(8));
        await dc.PowerOffAsync();
        await Lab.WaitUntilAsync("two thirds are written", _ => Task.FromResult(writers.Sum(w => w.Writes) > WritesOfOurs * 2 / 3), TimeSpan.FromMinutes(8));
        Assert.That((await CoordinatorAsync()).Name, Is.Not.EqualTo(dc.Name), "Another node coordinates by now.");
        await dc.PowerOnAsync();

        var printed = await finished;
        await traffic.StopAsync();
        var foreign = new[] { (crm.Name, Steps: await crm.StopAsync()), (pcs.Name, Steps: await pcs.StopAsync()) };
        await _lab.WaitForQuorumAsync(TimeSpan.FromMinutes(3));

        var configuration = await SameOnAllNodesAsync();
        var writes = printed.SelectMany(Report.Read<WriteRecord>).ToList();
        var parties = printed.SelectMany(Report.Read<Expectation>)
            .Select(expected => WriterAudit.Of([.. writes.Where(w => w.Writer == expected.Writer)], expected, configuration))
            .Concat(foreign.Select(f => ForeignAudit.Of(f.Name, f.Steps, configuration)))
            .ToList();
        var table = await WritersTable.PrintAsync(
            "Eight writers beside pcs and crmsh, three real nodes, the coordinator loses its power in the middle",
            "writers-on-lab.md",
            parties,
            writes,
            [.. printed.SelectMany(Report.Read<PatchTally>)],
            traffic);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(parties.Where(p => p.Wrong.Count > 0 || p.Doubled.Count > 0), Is.Empty, table);
            Assert.That(Bystanders(configuration), Is.EqualTo(bystanders), "Nobody wrote these.");
            Assert.That(writes, Has.Count.EqualTo(WritesOfOurs), table);
            Assert.That(writes.Where(w => w.Possible && w.Outcome != WriteOutcome.Written), Is.Empty, table);
            Assert.That(writes.Where(w => !w.Possible && w.Outcome != WriteOutcome.Refused), Is.Empty, "Each was wrong on purpose.");
            Assert.That(foreign.Select(f => f.Steps.Count(s => s.Succeeded)), Has.All.GreaterThan(Rounds), table);
        }
    }

    // Each process begins with another node.
    private string AddressFrom(int first) => _lab.SshAddressOf(_lab.Nodes.Skip(first % 3).Concat(_lab.Nodes.Take(first % 3)));

    private LabNode Running() => _lab.Nodes.First(n => n.IsRunning);

    private async Task<LabNode> CoordinatorAsync()
    {
        var status = XDocument.Parse((await _lab.ViewAsync()).Xml);
        return _lab[(string)status.Descendants("current_dc").Single().Attribute("name")!];
    }

    /// <summary>Objects that nobody touches, of kinds that our writers do not use, and resources that fail all the time.</summary>
    private async Task AddBystandersAsync()
    {
        var node = _lab.Nodes[0];
        var bystanders = XElement.Load(Path.Combine(AppContext.BaseDirectory, "Writing/bystanders.xml"));
        foreach (var section in bystanders.Elements().Where(s => s.HasElements))
        {
            var isThere = _before.Element(section.Name) is not null;
            await node.RunAsync(
                isThere
                    ? ["cibadmin", "--replace", "--scope", $"{section.Name}", "--xml-text", section.ToString()]
                    : ["cibadmin", "--create", "--scope", "configuration", "--xml-text", section.ToString()]);
        }

        var noise = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Writing/noise.sh"));
        foreach (var each in _lab.Nodes)
        {
            await each.WriteFileAsync("/tmp/noise.sh", noise);
            await each.ReadAsync("rm -f /tmp/stop-noise; setsid sh /tmp/noise.sh > /dev/null 2>&1 &");
        }
    }

    private async Task<XElement> SameOnAllNodesAsync()
    {
        XElement? common = null;
        await Lab.WaitUntilAsync(
            "all nodes have one configuration",
            async _ =>
            {
                var all = await Task.WhenAll(_lab.Nodes.Select(ConfigurationAsync));
                common = all[0];
                return all.Select(CanonicalXml.Of).Distinct().Count() == 1;
            },
            TimeSpan.FromMinutes(1));
        return common!;
    }

    private static async Task<XElement> ConfigurationAsync(LabNode node) => XDocument.Parse(await node.ReadAsync("cibadmin --query --local")).Root!.Element("configuration")!;

    private static List<string> Bystanders(XElement configuration) =>
    [
        .. from element in configuration.Elements().Elements()
           let id = (string?)element.Attribute("id")
           where id?.StartsWith("bystander", StringComparison.Ordinal) == true || id?.StartsWith("noise", StringComparison.Ordinal) == true
           select CanonicalXml.Of(element),
        .. configuration.DescendantNodes().OfType<XComment>().Select(c => c.ToString()),
    ];
}
