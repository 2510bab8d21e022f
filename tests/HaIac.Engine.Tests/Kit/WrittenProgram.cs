using Google.Protobuf.WellKnownTypes;
using HaIac.Engine.Launching;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Tests.Kit;

/// <summary>A program as a test writes it: plain calls of the monitor, in the test process.</summary>
internal sealed class WrittenProgram(Func<WrittenProgram.Api, Task> body) : IProgramLauncher
{
    /// <summary>Failures that calls of the program got, in order.</summary>
    public List<GrpcException> Failures { get; } = [];

    public Task<IRunningProgram> StartAsync(
        string monitorAddress, string engineAddress, bool isPreview, Action<string> onOutput, Action<string> onError, CancellationToken ct) =>
        Task.FromResult<IRunningProgram>(new Running(RunAsync(new Api(GrpcChannel.ForAddress(monitorAddress), isPreview))));

    private async Task<int> RunAsync(Api api)
    {
        await Task.Yield();
        await using var callbacks = api.Callbacks = await KitCallbacks.StartAsync();
        try
        {
            api.Stack = (await api.RegisterAsync("pulumi:pulumi:Stack", "demo-dev", request => request.Custom = false)).Urn;
            await body(api);
            await api.Channel.CallAsync(ResourceMonitorMethods.RegisterResourceOutputs, new RegisterResourceOutputsRequest { Urn = api.Stack, Outputs = new Struct() });
            await api.Channel.CallAsync(ResourceMonitorMethods.SignalAndWaitForShutdown, new Empty());
            return 0;
        }
        catch (GrpcException e)
        {
            Failures.Add(e);
            return 32;
        }
    }

    /// <summary>What the body of a program has.</summary>
    internal sealed class Api(GrpcChannel channel, bool isPreview)
    {
        public GrpcChannel Channel { get; } = channel;

        public bool IsPreview { get; } = isPreview;

        public KitCallbacks Callbacks { get; set; } = null!;

        /// <summary>URN of the stack.</summary>
        public string Stack { get; set; } = "";

        public Task<RegisterResourceResponse> ThingAsync(string name, object? inputs = null, Action<RegisterResourceRequest>? options = null) =>
            RegisterAsync("kit:index:Thing", name, request =>
            {
                request.Object = Fields(inputs ?? new { });
                options?.Invoke(request);
            });

        public Task<RegisterResourceResponse> ComponentAsync(string name, Action<RegisterResourceRequest>? options = null) =>
            RegisterAsync("demo:app:Group", name, request =>
            {
                request.Custom = false;
                options?.Invoke(request);
            });

        public async Task<RegisterResourceResponse> RegisterAsync(string type, string name, Action<RegisterResourceRequest> change)
        {
            var request = new RegisterResourceRequest
            {
                Type = type,
                Name = name,
                Custom = true,
                Parent = Stack,
                Object = new Struct(),
                AcceptSecrets = true,
                AcceptResources = true,
                SupportsResultReporting = true,
                SupportsPartialValues = true,
            };
            change(request);
            return await Channel.CallAsync(ResourceMonitorMethods.RegisterResource, request);
        }

        public Task OutputsAsync(string urn, object outputs) => Channel.CallAsync(
            ResourceMonitorMethods.RegisterResourceOutputs, new RegisterResourceOutputsRequest { Urn = urn, Outputs = Fields(outputs) });

        public Task HookAsync(string name, Func<ResourceHookRequest, string> hook, bool onDryRun = false, bool ignoreErrors = false) => Channel.CallAsync(
            ResourceMonitorMethods.RegisterResourceHook,
            new RegisterResourceHookRequest { Name = name, Callback = Callbacks.Hook(hook), OnDryRun = onDryRun, IgnoreErrors = ignoreErrors });

        public Task ErrorHookAsync(string name, Func<ErrorHookRequest, ErrorHookResponse> hook) => Channel.CallAsync(
            ResourceMonitorMethods.RegisterErrorHook, new RegisterErrorHookRequest { Name = name, Callback = Callbacks.ErrorHook(hook) });

        /// <summary>Plain JSON as property values.</summary>
        public static Struct Fields(object json) => Struct.Parser.ParseJson(Newtonsoft.Json.JsonConvert.SerializeObject(json));

        /// <summary>Special values too: secrets, output values.</summary>
        public static Struct Fields(params (string Key, WireValue Value)[] fields) =>
            WireWriter.ToStruct(WireObject.Create(fields.Select(f => KeyValuePair.Create(f.Key, f.Value))), WireMarshalOptions.Everything);
    }

    private sealed class Running(Task<int> ended) : IRunningProgram
    {
        public Task<int> Ended => ended;

        public Task StopAsync() => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
