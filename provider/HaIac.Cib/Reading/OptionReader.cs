using HaIac.Cib.Documents;
using HaIac.Cib.Options;
using HaIac.Cib.Rules;
using HaIac.Cib.Values;
using static HaIac.Cib.Reading.LiveValue;

namespace HaIac.Cib.Reading;

/// <summary>Makes records of sets of options; null when a record cannot hold what is there.</summary>
internal static class OptionReader
{
    public static ClusterProperties? Properties(CibElement element) => TryHead(element, out var head)
        ? new ClusterProperties
        {
            Id = IdOf(element), Score = head.Score, Rule = head.Rule, Properties = AttributeSets.Pairs(element), SharedPairs = AttributeSetReader.Shared(element),
        }
        : null;

    public static ResourceDefaults? ResourceDefaults(CibElement element) => TryHead(element, out var head)
        ? new ResourceDefaults
        {
            Id = IdOf(element), Score = head.Score, Rule = head.Rule, MetaAttributes = AttributeSets.Pairs(element), SharedPairs = AttributeSetReader.Shared(element),
        }
        : null;

    public static OperationDefaults? OperationDefaults(CibElement element) => TryHead(element, out var head)
        ? new OperationDefaults
        {
            Id = IdOf(element), Score = head.Score, Rule = head.Rule, MetaAttributes = AttributeSets.Pairs(element), SharedPairs = AttributeSetReader.Shared(element),
        }
        : null;

    private static bool TryHead(CibElement element, out (Score? Score, CibRule? Rule) head)
    {
        Score? score = null;
        var rule = element.Find("rule");
        head = (null, rule is null ? null : RuleReader.Read(rule));
        var understood = element["id-ref"] is null && (rule is null || head.Rule is not null) && TryRead(element["score"], Score.TryParse, ref score);
        head.Score = score;
        return understood;
    }
}
