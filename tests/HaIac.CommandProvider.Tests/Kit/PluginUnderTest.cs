using System.Collections.Immutable;
using HaIac.CommandProvider.Packaging;
using HaIac.CommandProvider.Serving;
using HaIac.Transport.Running;
using Pulumi;
using Pulumi.Experimental;
using Pulumi.Experimental.Provider;

namespace HaIac.CommandProvider.Tests.Kit;

using Fields = ImmutableDictionary<string, PropertyValue>;

/// <summary>The plugin in this process, with a folder for its program, called as an engine calls it.</summary>
internal sealed class PluginUnderTest : IDisposable
{
    private readonly CommandPlugin plugin;

    public PluginUnderTest(TimeProvider? clock = null, IProgramRunner? programs = null) =>
        plugin = new CommandPlugin(Engine, programs ?? new ProgramRunner(), Folder.Path, clock ?? TimeProvider.System);

    public TemporaryFolder Folder { get; } = new();

    public RecordingEngine Engine { get; } = new();

    public Task<CheckResponse> CheckAsync(string type, Fields inputs) => plugin.Check(new CheckRequest(Urn(type), Fields.Empty, inputs, []), default);

    /// <summary>Checks and creates, as an engine does.</summary>
    public async Task<CreateResponse> CreateAsync(string type, Fields inputs, bool preview = false, TimeSpan timeout = default, CancellationToken ct = default)
    {
        var check = await CheckAsync(type, inputs);
        Assert.That(check.Failures!.Select(failure => failure.Reason), Is.Empty);
        return await plugin.Create(new CreateRequest(Urn(type), check.Inputs!.ToImmutableDictionary(), timeout, preview), ct);
    }

    public async Task<Fields> UpdateAsync(string type, Fields inputs, IDictionary<string, PropertyValue> old, bool preview = false) =>
        (await plugin.Update(
            new UpdateRequest(Urn(type), "r1234", old.ToImmutableDictionary(), inputs, default, [], preview, Fields.Empty), default)).Outputs!.ToImmutableDictionary();

    public Task DeleteAsync(string type, IDictionary<string, PropertyValue> old) =>
        plugin.Delete(new DeleteRequest(Urn(type), "r1234", old.ToImmutableDictionary(), default, Fields.Empty), default);

    public Task<DiffResponse> DiffAsync(string type, Fields before, Fields after, params string[] ignore) =>
        plugin.Diff(new DiffRequest(Urn(type), "r1234", before, after, [.. ignore], before), default);

    public Task<ReadResponse> ReadAsync(string type, string id, IDictionary<string, PropertyValue> outputs) =>
        plugin.Read(new ReadRequest(Urn(type), id, outputs.ToImmutableDictionary(), Fields.Empty), default);

    /// <summary>A diff as engines ask for it that do not send old inputs.</summary>
    public Task<DiffResponse> DiffOutputsAsync(string type, Fields outputs, Fields after) =>
        plugin.Diff(new DiffRequest(Urn(type), "r1234", outputs, after, [], Fields.Empty), default);

    public Task<InvokeResponse> InvokeAsync(string function, Fields args) => plugin.Invoke(new InvokeRequest(function, args), default);

    public Task<InvokeResponse> RunAsync(Fields args) => InvokeAsync(PackageTypes.LocalRun, args);

    /// <summary>The message of a call that must fail.</summary>
    public static async Task<string> FailureOfAsync(Task call)
    {
        try
        {
            await call;
        }
        catch (ProviderException fault)
        {
            return fault.Message;
        }

        Assert.Fail("The call did not fail.");
        return "";
    }

    public void Dispose() => Folder.Dispose();

    private static Urn Urn(string type) => new($"urn:pulumi:dev::demo::{type}::r");
}
