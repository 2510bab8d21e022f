using HaIac.Cib.Documents;
using HaIac.Cib.Reading;
using HaIac.Cib.Rules;

namespace HaIac.Cib.Tests.Rules;

/// <summary>Rules that can never match, with the reason, and rules like them that may. Each is played through with Pacemaker's scheduler, too.</summary>
internal static class RuleSamples
{
    public static IEnumerable<TestCaseData> Never => s_never.Select(sample => new TestCaseData(sample.Conditions, sample.Reason) { TestName = $"{{m}}({sample.Reason})" });

    public static IEnumerable<TestCaseData> Possible => s_possible.Select(conditions => new TestCaseData(conditions) { TestName = $"{{m}}({Rule(conditions)})" });

    public static IReadOnlyList<CibRule> All => [.. s_never.Select(sample => Rule(sample.Conditions)), .. s_possible.Select(Rule)];

    /// <summary>A rule of conditions in XML, which need no ids; with <c>or</c> before them, one of them is enough.</summary>
    public static CibRule Rule(string conditions)
    {
        var either = conditions.StartsWith("or ", StringComparison.Ordinal);
        return RuleReader.Read(TreeReader.Read($"""<rule score="1" boolean-op="{(either ? "or" : "and")}">{(either ? conditions[3..] : conditions)}</rule>""", CibReadLimits.Default).OfType<CibElement>().Single())!;
    }

    private static string Is(string attribute, string operation, string? value = null, string? type = null) =>
        $"""<expression attribute="{attribute}" operation="{operation}" {(value is null ? "" : $"value=\"{value}\"")} {(type is null ? "" : $"type=\"{type}\"")}/>""";

    private static string Spec(string parts) => $"""<date_expression operation="date_spec"><date_spec {parts}/></date_expression>""";

    private static string Date(string operation, string ends) => $"""<date_expression operation="{operation}" {ends}/>""";

    private static string Inside(string between, string conditions) => $"""<rule score="0" boolean-op="{between}">{conditions}</rule>""";

    private static readonly (string Conditions, string Reason)[] s_never =
    [
        (Is("#uname", "eq", "ctl1") + Is("#uname", "eq", "ctl2"), "\"#uname eq ctl1\" and \"#uname eq ctl2\" exclude each other"),
        (Is("n", "eq", "1") + Is("n", "eq", "2"), "\"n eq 1\" and \"n eq 2\" exclude each other"),
        (Is("x", "defined") + Is("x", "not_defined"), "\"not_defined x\" and \"defined x\" exclude each other"),
        (Is("x", "not_defined") + Is("x", "lt", "5"), "\"not_defined x\" and \"x lt 5\" exclude each other"),
        (Is("x", "not_defined") + Is("x", "eq", "5"), "\"not_defined x\" and \"x eq 5\" exclude each other"),
        (Is("n", "eq", "Red") + Is("n", "ne", "rED"), "\"n eq Red\" and \"n ne rED\" exclude each other"),
        (Is("n", "eq", "5") + Is("n", "gt", "6"), "\"n eq 5\" and \"n gt 6\" exclude each other"),
        (Is("n", "lt", "5") + Is("n", "gt", "7"), "\"n gt 7\" and \"n lt 5\" exclude each other"),
        (Is("n", "lt", "5") + Is("n", "gte", "5"), "\"n gte 5\" and \"n lt 5\" exclude each other"),
        (Is("n", "lte", "1.5", "number") + Is("n", "gt", "1.5", "number"), "\"n gt number 1.5\" and \"n lte number 1.5\" exclude each other"),
        (Is("n", "eq", "3", "integer") + Is("n", "gt", "3", "integer"), "\"n gt integer 3\" and \"n eq integer 3\" exclude each other"),
        (Is("n", "eq", "3", "integer") + Is("n", "eq", "4", "integer"), "\"n eq integer 4\" and \"n eq integer 3\" exclude each other"),
        (Inside("or", Is("n", "eq", "1") + Is("n", "eq", "2")) + Is("n", "eq", "3"), "\"n eq 1\" and \"n eq 3\" exclude each other; \"n eq 2\" and \"n eq 3\" exclude each other"),
        (Inside("and", Is("n", "eq", "1")) + Inside("and", Is("n", "eq", "2") + Is("x", "defined")), "\"n eq 1\" and \"n eq 2\" exclude each other"),
        ("or " + Spec("hours=\"25\"") + Spec("months=\"13-\""), "hours=25 never comes: hours go from 0 to 23; months=13- never comes: months go from 1 to 12"),
        (Spec("hours=\"25\""), "hours=25 never comes: hours go from 0 to 23"),
        (Spec("hours=\"22-6\""), "hours=22-6 runs backwards and holds no number; part it into two conditions with or between them"),
        (Spec("minutes=\"60-\""), "minutes=60- never comes: minutes go from 0 to 59"),
        (Spec("weekdays=\"0\""), "weekdays=0 never comes: weekdays go from 1 to 7"),
        (Spec("monthdays=\"-0\""), "monthdays=-0 never comes: monthdays go from 1 to 31"),
        (Spec("months=\"2\" monthdays=\"30\""), "no day of any year is in \"date-spec months=2 monthdays=30\""),
        (Spec("years=\"2025-2027\" months=\"2\" monthdays=\"29\""), "no day of any year is in \"date-spec years=2025-2027 months=2 monthdays=29\""),
        (Spec("years=\"2026\" yeardays=\"366\""), "no day of any year is in \"date-spec years=2026 yeardays=366\""),
        (Spec("weekyears=\"2025\" weeks=\"53\""), "no day of any year is in \"date-spec weekyears=2025 weeks=53\""),
        (Spec("months=\"4\"") + Spec("monthdays=\"31\""), "no day of any year is in \"date-spec months=4\" and \"date-spec monthdays=31\""),
        (Spec("hours=\"1-5\"") + Spec("hours=\"6-9\""), "\"date-spec hours=6-9\" and \"date-spec hours=1-5\" exclude each other"),
        (Date("in_range", "start=\"2026-02-01\" end=\"2026-01-01\""), "\"date in_range 2026-02-01 to 2026-01-01\" ends before it starts"),
        (Date("gt", "start=\"2026-02-01\"") + Date("lt", "end=\"2026-02-01\""), "\"date gt 2026-02-01\" and \"date lt 2026-02-01\" exclude each other"),
        (Date("gt", "start=\"2026-02-01 00:00:00 +02:00\"") + Date("lt", "end=\"2026-01-31T20:00:00Z\""), "\"date gt \"2026-02-01 00:00:00 +02:00\"\" and \"date lt 2026-01-31T20:00:00Z\" exclude each other"),
        (Date("gt", "start=\"2026-02-02\"") + Date("lt", "end=\"2026-01-31T20:00:00Z\""), "\"date gt 2026-02-02\" and \"date lt 2026-01-31T20:00:00Z\" exclude each other"),
        ("""<rsc_expression class="ocf"/><rsc_expression class="systemd"/>""", "\"resource ocf::\" and \"resource systemd::\" exclude each other"),
        ("""<rsc_expression class="systemd" provider="heartbeat"/>""", "\"resource systemd:heartbeat:\" asks for a provider, which agents of standard systemd do not have"),
        ("""<op_expression name="monitor"/><op_expression name="start"/>""", "\"op monitor\" and \"op start\" exclude each other"),
        ("""<op_expression name="monitor" interval="10s"/><op_expression name="monitor" interval="20"/>""", "\"op monitor interval=10s\" and \"op monitor interval=20\" exclude each other"),
    ];

    private static readonly string[] s_possible =
    [
        Is("#uname", "eq", "ctl1") + Is("#uname", "eq", "CTL1"),
        Is("#uname", "eq", "ctl1") + Is("#uname", "ne", "ctl2"),
        "or " + Is("n", "eq", "1") + Is("n", "eq", "2"),
        Is("x", "not_defined") + Is("x", "ne", "5"),
        Is("n", "gt", "0") + Is("n", "lt", "1.5"),
        Is("n", "gte", "1") + Is("n", "lte", "1"),
        Is("n", "eq", "01", "integer") + Is("n", "eq", "1"),
        Is("v", "gt", "2.1.9", "version") + Is("v", "lt", "2.1.11", "version"),
        Is("n", "lt", "2", "string") + Is("n", "gt", "01", "string"),
        Inside("or", Is("n", "eq", "1") + Is("n", "eq", "2")) + Inside("or", Is("n", "eq", "1") + Is("n", "eq", "3")),
        Spec(""),
        Spec("hours=\"9-16\" weekdays=\"1-5\""),
        Spec("hours=\"0-\""),
        Spec("months=\"2\" monthdays=\"29\""),
        Spec("weekyears=\"2026\" weeks=\"53\""),
        Spec("years=\"2024\" yeardays=\"366\""),
        Spec("hours=\"1-10\"") + Spec("hours=\"10-20\""),
        Date("in_range", "start=\"2026-01-15 10:30:00\" end=\"2026-01-15 10:30:00\""),
        Date("in_range", "start=\"2026-01-01\" end=\"never\""),
        Date("gt", "start=\"2026-01-01\"") + Date("lt", "end=\"2026-12-31T00:00:00Z\""),
        """<date_expression operation="in_range" start="2026-01-01"><duration months="1"/></date_expression>""",
    ];
}
