using System.Text.RegularExpressions;

namespace HaIac.Cib.Fuzzing.Mutating;

/// <summary>Damage that sees tags and attributes: most of what it makes is still XML, and some still a CIB.</summary>
internal static partial class TagDamage
{
    private const int Window = 1500;

    private static readonly string[] s_values =
    [
        "", "0", "1", "-1", "INFINITY", "-INFINITY", "+inf", "1000001", "99999999999999999999", "true", "yes", "0s", "10", "60s", "1min", "PT1M", "P1Y", "-5s", "500ms",
        "Promoted", "Master", "Slave", "Started", "monitor", "start", "ocf", "systemd", "stonith", "promotable", "Mandatory", "a'b", "a/b", "[@id='x']", "a b", "\u00e9", "&lt;&amp;&#10;",
        "#uname", "in_range", "date_spec", "and", "*-*-01", "2026-01-01",
    ];

    private static readonly string[] s_tags =
    [
        "primitive", "group", "clone", "master", "bundle", "template", "operations", "op", "meta_attributes", "instance_attributes", "utilization", "nvpair", "rule",
        "expression", "date_expression", "date_spec", "duration", "rsc_expression", "op_expression", "rsc_location", "rsc_colocation", "rsc_order", "rsc_ticket", "resource_set",
        "resource_ref", "configuration", "resources", "constraints", "crm_config", "cluster_property_set", "nodes", "node", "status", "tags", "tag", "obj_ref", "acls", "acl_role",
        "acl_target", "acl_permission", "role", "alerts", "alert", "recipient", "fencing-topology", "fencing-level", "rsc_defaults", "op_defaults", "cib", "lifetime",
        "docker", "podman", "rkt", "network", "port-mapping", "storage", "storage-mapping", "select",
    ];

    private static readonly string[] s_names =
    [
        "id", "id-ref", "name", "value", "rsc", "with-rsc", "first", "then", "node", "score", "role", "kind", "interval", "timeout", "class", "type", "provider", "template",
        "reference", "rsc-pattern", "boolean-op", "operation", "attribute", "start", "end", "index", "target", "devices", "validate-with", "epoch", "xml:space", "xmlns",
    ];

    public static readonly Func<string, string, Random, string>[] All =
    [
        static (text, _, random) => Pick(Tag(), text, random, tag => text.Remove(tag.Index, tag.Length), text),
        static (text, _, random) => Pick(Tag(), text, random, tag => text.Insert(tag.Index, tag.Value), text),
        static (text, other, random) => Pick(Tag(), text, random, tag => Pick(Tag(), other, random, piece => text.Insert(tag.Index, piece.Value), text), text),
        static (text, _, random) => Pick(Element(), text, random, element => Pick(Tag(), text, random, tag => text.Insert(tag.Index, element.Value), text), text),
        static (text, _, random) => Pick(Element(), text, random, element => text.Remove(element.Index, element.Length), text),
        static (text, other, random) => Pick(Element(), other, random, element => Pick(Tag(), text, random, tag => text.Insert(tag.Index, element.Value), text), text),
        static (text, _, random) => Pick(Value(), text, random, value => Replaced(text, value, "\"" + One(s_values, random) + "\""), text),
        static (text, other, random) => Pick(Value(), text, random, value => Pick(Value(), other, random, with => Replaced(text, value, with.Value), text), text),
        static (text, _, random) => Pick(Value(), text, random, value => Pick(Value(), text, random, with => Replaced(text, value, with.Value), text), text),
        static (text, _, random) => Pick(Value(), text, random, value => text.Insert(value.Index + value.Length, $" {One(s_names, random)}=\"{One(s_values, random)}\""), text),
        static (text, _, random) => Pick(Pair(), text, random, pair => text.Remove(pair.Index, pair.Length), text),
        static (text, _, random) => Pick(Word(), text, random, word => Replaced(text, word, One(random.Next(2) == 0 ? s_tags : s_names, random)), text),
        static (text, _, random) => One(s_tags, random) is var tag ? Pick(Element(), text, random, element => Replaced(text, element, $"<{tag} id=\"w{random.Next(9)}\">{element.Value}</{tag}>"), text) : text,
        static (text, _, random) => Pick(Element(), text, random, element => Replaced(text, element, Open().Replace(element.Value, $"<{One(s_tags, random)}", 1)), text),
    ];

    /// <summary>Does something with the first match behind a random place; the text as it is when there is none near.</summary>
    private static string Pick(Regex regex, string text, Random random, Func<Match, string> with, string otherwise)
    {
        // A window, because some patterns cost its square; and what a test mutates must not depend on time.
        var start = random.Next(text.Length + 1);
        return regex.Match(text, start, Math.Min(Window, text.Length - start)) is { Success: true } match ? with(match) : otherwise;
    }

    private static string Replaced(string text, Match match, string with) => string.Concat(text.AsSpan(0, match.Index), with, text.AsSpan(match.Index + match.Length));

    private static string One(string[] of, Random random) => of[random.Next(of.Length)];

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tag();

    /// <summary>A tag closed in itself, or a pair of tags with simple content; never tried in two ways, which would take for ever.</summary>
    [GeneratedRegex("<([\\w-]+)[^<>]*?/>|<([\\w-]+)(?:\\s[^<>]*)?>(?>(?:[^<]+|<[^<>]*/>)*)</\\2>")]
    private static partial Regex Element();

    [GeneratedRegex("\"[^\"<]*\"")]
    private static partial Regex Value();

    [GeneratedRegex("\\s[\\w:-]+=\"[^\"<]*\"")]
    private static partial Regex Pair();

    [GeneratedRegex("(?<=[<\\s/])[a-z_-]{2,}(?=[=\\s/>])")]
    private static partial Regex Word();

    [GeneratedRegex("^<[\\w-]+")]
    private static partial Regex Open();
}
