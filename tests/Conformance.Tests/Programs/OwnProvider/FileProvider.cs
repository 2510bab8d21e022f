using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Pulumi;
using Pulumi.Experimental;
using Pulumi.Experimental.Provider;

class FileProvider : Provider
{
    private readonly IEngine _engine;
    private readonly Dictionary<string, string> _files = new();
    private string _root = "";

    public FileProvider(IEngine engine) => _engine = engine;

    public override Task<GetSchemaResponse> GetSchema(GetSchemaRequest request, CancellationToken ct)
        => Task.FromResult(new GetSchemaResponse { Schema = """{"name":"files","version":"1.0.0"}""" });

    public override Task<CheckResponse> CheckConfig(CheckRequest request, CancellationToken ct)
        => Task.FromResult(new CheckResponse { Inputs = request.NewInputs });

    public override Task<DiffResponse> DiffConfig(DiffRequest request, CancellationToken ct) => Task.FromResult(new DiffResponse());

    public override Task<ConfigureResponse> Configure(ConfigureRequest request, CancellationToken ct)
    {
        _root = request.Args.TryGetValue("root", out var root) && root.TryGetString(out var text) ? text! : "/";
        return Task.FromResult(new ConfigureResponse { AcceptSecrets = true, AcceptOutputs = true, AcceptResources = true, SupportsPreview = true });
    }

    public override Task<CheckResponse> Check(CheckRequest request, CancellationToken ct)
    {
        var failures = new List<CheckFailure>();
        if (!request.NewInputs.TryGetValue("text", out var text) || text.Type == PropertyValueType.Null)
        {
            failures.Add(new CheckFailure("text", "is needed"));
        }

        return Task.FromResult(new CheckResponse { Inputs = request.NewInputs, Failures = failures });
    }

    public override Task<DiffResponse> Diff(DiffRequest request, CancellationToken ct)
    {
        var changed = request.NewInputs.Keys.Where(k => !request.OldInputs.TryGetValue(k, out var old) || !old.Equals(request.NewInputs[k])).ToList();
        return Task.FromResult(new DiffResponse
        {
            Changes = changed.Count > 0,
            Diffs = changed,
            Replaces = changed.Contains("path") ? new[] { "path" } : Array.Empty<string>(),
            DeleteBeforeReplace = true,
            DetailedDiff = changed.ToDictionary(k => k, k => new PropertyDiff { Kind = k == "path" ? PropertyDiffKind.UpdateReplace : PropertyDiffKind.Update, InputDiff = true }),
        });
    }

    public override async Task<CreateResponse> Create(CreateRequest request, CancellationToken ct)
    {
        var id = _root + request.Name;
        if (!request.Preview)
        {
            _files[id] = Text(request.Inputs["text"]);
            await _engine.LogAsync(new LogRequest(LogSeverity.Info, $"wrote {id}", request.Urn));
        }

        return new CreateResponse { Id = id, Outputs = request.Inputs.SetItem("length", request.Preview ? PropertyValue.Computed : new PropertyValue(_files[id].Length)) };
    }

    public override Task<ReadResponse> Read(ReadRequest request, CancellationToken ct)
        => Task.FromResult(_files.TryGetValue(request.Id, out var text)
            ? new ReadResponse { Id = request.Id, Inputs = request.Inputs, Outputs = request.Outputs.SetItem("text", new PropertyValue(text)) }
            : new ReadResponse());

    public override Task<UpdateResponse> Update(UpdateRequest request, CancellationToken ct)
    {
        _files[request.Id] = Text(request.NewInputs["text"]);
        return Task.FromResult(new UpdateResponse { Outputs = request.OldOutputs.SetItems(request.NewInputs) });
    }

    public override Task Delete(DeleteRequest request, CancellationToken ct)
    {
        _files.Remove(request.Id);
        return Task.CompletedTask;
    }

    public override Task<InvokeResponse> Invoke(InvokeRequest request, CancellationToken ct) => request.Tok switch
    {
        "files:index:count" => Task.FromResult(new InvokeResponse { Return = new Dictionary<string, PropertyValue> { ["count"] = new(_files.Count) } }),
        _ => Task.FromResult(new InvokeResponse { Failures = new[] { new CheckFailure("", $"no function {request.Tok}") } }),
    };

    private static string Text(PropertyValue value) => value.Match(
        nullCase: () => "",
        boolCase: b => b ? "yes" : "no",
        numberCase: n => n.ToString(System.Globalization.CultureInfo.InvariantCulture),
        stringCase: s => s,
        arrayCase: items => string.Concat(items.Select(Text)),
        mapCase: fields => string.Concat(fields.OrderBy(f => f.Key).Select(f => f.Key + Text(f.Value))),
        assetCase: _ => "asset",
        archiveCase: _ => "archive",
        resourceCase: r => r.URN,
        computedCase: () => "?");
}
