using System.Globalization;
using System.Text.RegularExpressions;
using HaIac.Cib.Documents;
using HaIac.Cib.Resources;
using HaIac.Cib.Tests.Writing;
using HaIac.Cib.Values;

namespace HaIac.Cib.Tests.Values;

/// <summary>Intervals mean to us what they mean to Pacemaker's scheduler, which prints them in milliseconds.</summary>
[Category("Tools")]
internal sealed partial class DurationToolsTests
{
    // No days here: Pacemaker 2.1.5 counts one too few of them.
    private static readonly string[] s_spellings =
    [
        "60", "60s", "59sec", "20S", "61000ms", "62000msec", "63000000us", "64000000usec", "5m", "6min", "1h", "2hr", "12 s", " 13s ", "PT1M", "PT1H1S", "PT7M", "P10S", "P2H10S", "P1M", "P1M2S",
    ];

    [Test]
    [Property("Correction", "M6")]
    public void Parse_EverySpelling_IsAsLongAsForTheRealScheduler()
    {
        var resources = s_spellings.Select((text, number) =>
            $"<primitive id=\"r{number}\" class=\"ocf\" provider=\"pacemaker\" type=\"Dummy\"><operations><op id=\"o{number}\" name=\"monitor\" interval=\"{text}\"/></operations></primitive>");
        var document = CibDocument.Parse($"""
            <cib validate-with="pacemaker-3.7" epoch="1" num_updates="0" admin_epoch="0" have-quorum="1" dc-uuid="1"><configuration>
            <crm_config><cluster_property_set id="cib-bootstrap-options"><nvpair id="s" name="stonith-enabled" value="false"/></cluster_property_set></crm_config>
            <nodes><node id="1" uname="ctl1"/></nodes><resources>{string.Concat(resources)}</resources><constraints/></configuration>
            <status><node_state id="1" uname="ctl1" in_ccm="true" crmd="online" join="member" expected="member"><lrm id="1"><lrm_resources/></lrm></node_state></status></cib>
            """);
        using var scheduler = new RealScheduler();

        var planned = Monitor().Matches(scheduler.Transition(document)).ToDictionary(match => match.Groups["id"].Value, match => match.Groups["ms"].Value);

        Assert.That(
            s_spellings.Select((text, number) => (text, planned.GetValueOrDefault($"r{number}"))),
            Is.EqualTo(s_spellings.Select((text, number) =>
                (text, ((CibPrimitive)document.Find(CibId.Parse($"r{number}"))!).Operations[0].Interval.Value.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)))));
    }

    [GeneratedRegex(@"(?<id>r[0-9]+)\s+monitor=(?<ms>[0-9]+) on", RegexOptions.ExplicitCapture)]
    private static partial Regex Monitor();
}
