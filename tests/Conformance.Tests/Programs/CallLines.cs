using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Messages;

namespace Conformance.Tests.Programs;

/// <summary>What a program asked of the engine, a line per call, in an order that does not depend on which call came first.</summary>
internal static class CallLines
{
    public static IEnumerable<string> Of(Recorder recorder)
        => recorder.Requests<RegisterResourceRequest>().Select(Line)
            .Concat(recorder.Requests<ReadResourceRequest>().Select(r => $"read {r.Type} {r.Name} {r.Id} {Text(r.Properties)}"))
            .Concat(recorder.Requests<ResourceInvokeRequest>().Select(i => $"invoke {i.Tok} {Text(i.Args)}{Option("provider", Tail(i.Provider))}{Option("package", i.PackageRef)}"))
            .Concat(recorder.Requests<ResourceCallRequest>().Select(c => $"call {c.Tok} {Text(c.Args)}"))
            .Concat(recorder.Requests<RegisterResourceOutputsRequest>().Select(o => $"outputs {Tail(o.Urn)} {Text(o.Outputs)}"))
            .Concat(recorder.Requests<LogRequest>().Where(l => l.Severity >= LogSeverity.Info).Select(l => $"log {l.Severity} {l.Message}"))
            .Order(StringComparer.Ordinal);

    private static string Line(RegisterResourceRequest request)
        => $"register {request.Type} {request.Name} {Text(request.Object)}"
            + Option("parent", Tail(request.Parent))
            + Option("provider", Tail(request.Provider))
            + Option("version", request.Version)
            + Option("package", request.PackageRef)
            + Option("protect", request.HasProtect ? request.Protect.ToString() : "")
            + Option("retain", request.HasRetainOnDelete ? request.RetainOnDelete.ToString() : "")
            + Option("dependsOn", string.Join(",", request.Dependencies.Select(Tail).Order(StringComparer.Ordinal)))
            + Option("ignore", string.Join(",", request.IgnoreChanges))
            + Option("secretOutputs", string.Join(",", request.AdditionalSecretOutputs))
            + Option("replaceOn", string.Join(",", request.ReplaceOnChanges))
            + Option("aliases", string.Join(",", request.Aliases.Select(a => $"{a.Spec.Type}{a.Spec.Name}{(a.Spec.NoParent ? "noParent" : "")}")))
            + Option("timeout", request.CustomTimeouts?.Create ?? "");

    private static string Option(string name, string value) => value.Length > 0 ? $" {name}={value}" : "";

    /// <summary>Name of the resource that a URN or a provider reference names.</summary>
    private static string Tail(string urn) => urn.Split("::", 4) is [_, _, _, var name] ? name : urn;

    private static string Text(Struct? fields)
        => "{" + string.Join(", ", (fields ?? new Struct()).Fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}: {Text(f.Value)}")) + "}";

    private static string Text(Value value)
        => value.KindCase switch
        {
            Value.KindOneofCase.StructValue when value.StructValue.Fields.TryGetValue("4dabf18193072939515e22adb298388d", out var signature)
                => Marked(signature.StringValue, value.StructValue),
            Value.KindOneofCase.StructValue => Text(value.StructValue),
            Value.KindOneofCase.ListValue => "[" + string.Join(", ", value.ListValue.Values.Select(Text)) + "]",
            Value.KindOneofCase.NumberValue => value.NumberValue.ToString(CultureInfo.InvariantCulture),
            Value.KindOneofCase.BoolValue => value.BoolValue ? "true" : "false",
            Value.KindOneofCase.StringValue => $"'{value.StringValue}'",
            _ => "null",
        };

    private static string Marked(string signature, Struct fields)
        => fields.Fields.TryGetValue("urn", out var urn)
            ? $"ref({Tail(urn.StringValue)})"
            : signature == "1b47061264138c4ac30d75fd1eb44270" ? $"secret({Text(fields.Fields["value"])})" : "marked";
}
