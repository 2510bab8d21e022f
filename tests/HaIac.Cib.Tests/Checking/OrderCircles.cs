using static HaIac.Cib.Tests.Checking.CheckedCibs;

namespace HaIac.Cib.Tests.Checking;

/// <summary>Orders in circles and others that only look like it. Pacemaker's scheduler was asked about each: a test with its tools holds them.</summary>
internal static class OrderCircles
{
    public static IEnumerable<TestCaseData> Circles =>
    [
        Case("pair", Dummies("a", "b"), Order("o1", "a", "b") + Order("o2", "b", "a")),
        Case("optional", Dummies("a", "b"), Order("o1", "a", "b", """kind="Optional" """) + Order("o2", "b", "a", """kind="Optional" """)),
        Case("one optional", Dummies("a", "b"), Order("o1", "a", "b", """kind="Optional" """) + Order("o2", "b", "a")),
        Case("serialize", Dummies("a", "b"), Order("o1", "a", "b", """kind="Serialize" """) + Order("o2", "b", "a", """kind="Serialize" """)),
        Case("not symmetrical", Dummies("a", "b"), Order("o1", "a", "b", """symmetrical="false" """) + Order("o2", "b", "a", """symmetrical="false" """)),
        Case("three", Dummies("a", "b", "c"), Order("o1", "a", "b") + Order("o2", "b", "c") + Order("o3", "c", "a")),
        Case("clones", Clone("a", Dummy("x"), ("interleave", "true")) + Clone("b", Dummy("y"), ("interleave", "true")), Order("o1", "a", "b") + Order("o2", "b", "a")),
        Case("against a group", Group("g", Dummies("a", "b")), Order("o", "b", "a")),
        Case("member before its group", Group("g", Dummies("a", "b")), Order("o", "a", "g")),
        Case("two groups", Group("g", Dummies("a", "b")) + Group("h", Dummies("x", "y")), Order("o1", "g", "h") + Order("o2", "x", "b")),
        Case("set", Dummies("a", "b", "c"), $"""<rsc_order id="o">{Set("s", "", "a", "b", "c")}</rsc_order>""" + Order("o2", "c", "a")),
        Case("two sets", Dummies("a", "b", "c"), $"""<rsc_order id="o">{Set("s", """sequential="false" """, "a", "b")}{Set("s2", "", "c")}</rsc_order>""" + Order("o2", "c", "a")),
        Case("tag", Dummies("a", "b"), Order("o1", "t", "b") + Order("o2", "b", "a"), """<tags><tag id="t"><obj_ref id="a"/></tag></tags>"""),
        Case("template", """<template id="t" class="ocf" provider="pacemaker" type="Dummy"/><primitive id="a" template="t"/>""" + Dummy("b"), Order("o1", "t", "b") + Order("o2", "b", "a")),
        Case("promote after what starts before", Promotable("c", Stateful("p")) + Dummy("a"), Order("o1", "c", "a", """first-action="promote" then-action="start" """) + Order("o2", "a", "c", """then-action="start" """)),
    ];

    public static IEnumerable<TestCaseData> NoCircles =>
    [
        Case("chain", Dummies("a", "b", "c"), Order("o1", "a", "b") + Order("o2", "b", "c") + Order("o3", "a", "c")),
        Case("group before its member", Group("g", Dummies("a", "b")), Order("o", "g", "a")),
        Case("set in no order", Dummies("a", "b", "c"), $"""<rsc_order id="o">{Set("s", """sequential="false" """, "a", "b", "c")}</rsc_order>""" + Order("o2", "c", "a")),
        Case("start, other start, promote", Promotable("c", Stateful("p")) + Dummy("a"), Order("o1", "c", "a", """first-action="start" then-action="start" """) + Order("o2", "a", "c", """first-action="start" then-action="promote" """)),
        Case("along a group", Group("g", Dummies("a", "b")), Order("o", "a", "b")),
        Case("start then promote of one", Promotable("c", Stateful("p")), Order("o", "c", "c", """first-action="start" then-action="promote" """)),
    ];

    private static TestCaseData Case(string name, string resources, string constraints, string more = "") => new TestCaseData(resources, constraints, more).SetArgDisplayNames(name);

    private static string Set(string id, string more, params string[] members) =>
        $"""<resource_set id="{id}" {more}>{string.Concat(members.Select(member => $"""<resource_ref id="{member}"/>"""))}</resource_set>""";
}
