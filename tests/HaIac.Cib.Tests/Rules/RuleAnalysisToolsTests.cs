using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck.Fluent;
using HaIac.Cib.Documents;
using HaIac.Cib.Identifiers;
using HaIac.Cib.Rules;
using HaIac.Cib.Tests.Laws;
using HaIac.Cib.Values;
using HaIac.Cib.Writing;

namespace HaIac.Cib.Tests.Rules;

/// <summary>Plays rules through with Pacemaker's scheduler: a rule of which we say that it never matches must not match.</summary>
[Category("Tools")]
internal sealed partial class RuleAnalysisToolsTests
{
    private const string Points = "777";

    /// <summary>Times, and attributes of the node, at which rules are looked at.</summary>
    private static readonly (string Date, (string Name, string Value)[] Attributes)[] s_moments =
    [
        ("2026-01-15 10:30:00", [("n", "1"), ("cpu", "2"), ("v", "2.1.10")]),
        ("2024-02-29 23:59:59", [("n", "2"), ("x", "5"), ("cpu", "-3"), ("a b", "1"), ("or", "1")]),
        ("2024-12-31 00:00:00", [("n", "3.5"), ("x", "ctl1"), ("cpu", "ctl1"), ("or", "2.5")]),
        ("2026-12-31 05:00:00", [("n", "red"), ("cpu", "1"), ("a b", ""), ("or", "integer")]),
        ("2025-06-30 12:00:00", [("n", "-1"), ("cpu", "2.5"), ("score=1", "1")]),
    ];

    [Test]
    public void NeverMatches_OfTheSamples_IsNeverContradictedByTheScheduler() => Compare(RuleSamples.All, allPossibleMatch: true);

    [Test]
    public void NeverMatches_OfGeneratedRules_IsNeverContradictedByTheScheduler()
    {
        var rules = new List<CibRule>();
        LawCheck.Holds(GeneratedRules.Rule, rules.Add, times: 200);
        Compare(rules, allPossibleMatch: false);
    }

    private static void Compare(IReadOnlyList<CibRule> rules, bool allPossibleMatch)
    {
        var matched = s_moments.SelectMany(moment => Matching(rules, moment.Date, moment.Attributes)).ToHashSet();
        var impossible = Enumerable.Range(0, rules.Count).Where(i => RuleAnalysis.NeverMatches(rules[i]) is not null).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(impossible, Is.Not.Empty);
            Assert.That(impossible.Where(matched.Contains).Select(i => rules[i].ToString()), Is.Empty, "said to be impossible, but they match");
            if (allPossibleMatch)
            {
                Assert.That(Enumerable.Range(0, rules.Count).Except(impossible).Where(i => !matched.Contains(i)).Select(i => rules[i].ToString()), Is.Empty, "matched at no moment");
            }
        }
    }

    /// <summary>The rules that match: each is in the location of a resource of its own, which then has its score.</summary>
    private static IEnumerable<int> Matching(IReadOnlyList<CibRule> rules, string date, (string Name, string Value)[] attributes)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("haiac-rules-").FullName, "cib.xml");
        try
        {
            File.WriteAllText(file, Cluster(rules, attributes).ToXml());
            return [.. ScoreOnNode().Matches(Simulate(file, date)).Where(match => match.Groups["score"].Value == Points).Select(match => int.Parse(match.Groups["rule"].ValueSpan, CultureInfo.InvariantCulture))];
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    private static CibDocument Cluster(IReadOnlyList<CibRule> rules, (string Name, string Value)[] attributes)
    {
        var ids = new IdPool(static _ => false);
        var resources = rules.Select((_, i) => $"""<primitive id="p{i}" class="ocf" provider="pacemaker" type="Dummy"/>""");
        var locations = rules.Select((rule, i) => TreeWriter.Write(
        [
            new CibElement(
                "rsc_location",
                [("id", $"l{i}"), ("rsc", $"p{i}")],
                RuleWriter.Write(rule with { Id = null, Score = Score.Parse(Points), Role = null }, $"l{i}", ids)),
        ]));
        return CibDocument.Parse(
            $"""
            <cib validate-with="pacemaker-3.9" crm_feature_set="3.16.2" epoch="1" num_updates="0" admin_epoch="0" have-quorum="1">
              <configuration>
                <crm_config><cluster_property_set id="options"><nvpair id="no-fencing" name="stonith-enabled" value="false"/></cluster_property_set></crm_config>
                <nodes><node id="1" uname="ctl1"><instance_attributes id="n1">{string.Concat(attributes.Select((pair, i) => $"<nvpair id=\"n1-{i}\" name=\"{pair.Name}\" value=\"{pair.Value}\"/>"))}</instance_attributes></node></nodes>
                <resources>{string.Concat(resources)}</resources>
                <constraints>{string.Concat(locations)}</constraints>
              </configuration>
              <status><node_state id="1" uname="ctl1" in_ccm="true" crmd="online" join="member" expected="member"/></status>
            </cib>
            """);
    }

    private static string Simulate(string file, string date)
    {
        var start = new ProcessStartInfo("crm_simulate", ["--show-scores", "--xml-file", file, "--set-datetime", date]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["TZ"] = "UTC";
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.That(process.ExitCode, Is.Zero, errors.GetAwaiter().GetResult());
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("needs crm_simulate (package pacemaker-cli-utils)");
            throw;
        }
    }

    [GeneratedRegex(@"\bp(?<rule>[0-9]+) \w+ score on ctl1: (?<score>\S+)")]
    private static partial Regex ScoreOnNode();
}
