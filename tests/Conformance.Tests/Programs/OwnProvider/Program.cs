using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Pulumi;
using Pulumi.Experimental;
using Pulumi.Experimental.Provider;

if (args.Length > 0)
{
    await Provider.Serve(args, "1.0.0", engine => new FileProvider(engine), CancellationToken.None);
    return;
}

var log = new Listener();
var provider = new FileProvider(log);
var none = ImmutableDictionary<string, PropertyValue>.Empty;
var inputs = none.Add("path", new PropertyValue("a")).Add("text", new PropertyValue("hello").WithSecret(true));
var urn = new Urn("urn:pulumi:dev::shop::files:index:File::readme");
var token = CancellationToken.None;

await provider.Configure(new ConfigureRequest(ImmutableDictionary<string, string>.Empty, none.Add("root", new PropertyValue("/srv/")), true, true, true, true), token);
var check = await provider.Check(new CheckRequest(urn, none, none, ImmutableArray<byte>.Empty), token);
Console.WriteLine($"check {check.Failures!.Single().Property} {check.Failures!.Single().Reason}");
var preview = await provider.Create(new CreateRequest(urn, inputs, TimeSpan.Zero, preview: true), token);
Console.WriteLine($"preview {preview.Outputs!["length"].IsComputed}");
var made = await provider.Create(new CreateRequest(urn, inputs, TimeSpan.FromMinutes(1), preview: false), token);
Console.WriteLine($"create {made.Id} {made.Outputs!["length"]} secret {made.Outputs!["text"].IsSecret}");
var outputs = made.Outputs!.ToImmutableDictionary();
var changed = inputs.SetItem("text", new PropertyValue(ImmutableArray.Create(new PropertyValue(true), new PropertyValue(2.5))));
var diff = await provider.Diff(new DiffRequest(urn, made.Id!, outputs, changed, ImmutableArray<string>.Empty, inputs), token);
Console.WriteLine($"diff {diff.Changes} {string.Join(",", diff.Diffs!)} {diff.DetailedDiff!["text"].Kind}");
await provider.Update(new UpdateRequest(urn, made.Id!, outputs, changed, TimeSpan.Zero, ImmutableArray<string>.Empty, false, inputs), token);
var read = await provider.Read(new ReadRequest(urn, made.Id!, outputs, inputs), token);
Console.WriteLine($"read {(read.Outputs!["text"].TryGetString(out var text) ? text : "")}");
var count = await provider.Invoke(new InvokeRequest("files:index:count", none), token);
await provider.Delete(new DeleteRequest(urn, made.Id!, outputs, TimeSpan.Zero, inputs), token);
var gone = await provider.Read(new ReadRequest(urn, made.Id!, outputs, inputs), token);
Console.WriteLine($"count {(count.Return!["count"].TryGetNumber(out var n) ? n : -1)} gone {gone.Id is null}");
var unknown = await provider.Invoke(new InvokeRequest("files:index:nothing", none), token);
Console.WriteLine(unknown.Failures!.Single().Reason);
try
{
    await provider.Call(new CallRequest(null, "files:index:call", none), token);
}
catch (NotImplementedException)
{
    Console.WriteLine("call is not implemented");
}

Console.WriteLine($"{Urn.Name(urn)} {Urn.Type(urn)} {string.Join("; ", log.Lines)}");
Console.WriteLine(new PropertyValue(1).Equals(new PropertyValue(1)) && PropertyValue.Null.IsNull && !new PropertyValue("a").Equals(new PropertyValue("b")));

class Listener : IEngine
{
    public List<string> Lines { get; } = new();

    public Task LogAsync(LogRequest message)
    {
        Lines.Add($"{message.Severity} {message.Message}");
        return Task.CompletedTask;
    }

    public Task RequirePulumiVersionAsync(string range) => Task.CompletedTask;
}
