using HaIac.Engine.State;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Plugins;

/// <summary>The configuration of one provider: checked and compared like a resource, sent once, waited for by every later call.</summary>
/// <remarks>Source: pulumi-protocol.md 4.2.</remarks>
internal sealed class ProviderConfiguration(PluginConnection connection)
{
    private static readonly WireMarshalOptions PlainValues = new();

    private Task configured = Task.CompletedTask;

    /// <summary>Whether configuration values are unknown in this preview, so that the provider cannot be asked anything.</summary>
    public bool IsUnconfigured { get; private set; }

    /// <summary>Whether creations and updates can be previewed by the provider; known once it is configured.</summary>
    public bool SupportsPreview { get; private set; } = true;

    /// <summary>Completes when the provider is configured, and fails with it.</summary>
    public Task Configured => configured;

    /// <summary>Configures the provider without waiting; every later call waits for it and fails with it.</summary>
    public void Begin(string urn, string id, WireObject inputs, CancellationToken ct)
    {
        var sent = ProviderInputs.WithoutInternal(inputs);
        if (sent.Any(pair => pair.Key != "version" && WireFacts.HasUnknown(pair.Value)))
        {
            IsUnconfigured = true;
            return;
        }

        configured = ConfigureAsync(urn, id, sent, ct);

        // A provider that nobody uses may fail to configure without a word; those who use it get the failure.
        _ = configured.ContinueWith(task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    /// <summary>Checks the configuration of a provider resource.</summary>
    public async Task<CheckResult> CheckAsync(string urn, WireObject olds, WireObject news, CancellationToken ct)
    {
        var request = new CheckRequest
        {
            Urn = urn,
            Name = new Urn(urn).Name,
            Type = new Urn(urn).Type,
            Olds = WireWriter.ToStruct(ProviderInputs.WithoutInternal(olds), PlainValues),
            News = WireWriter.ToStruct(ProviderInputs.WithoutInternal(news), PlainValues),
        };
        try
        {
            var answer = await connection.CallAsync(ResourceProviderMethods.CheckConfig, request, urn, "checking its configuration", ct).ConfigureAwait(false);
            var inputs = SecretMarks.Copy(news, AnsweredProperties.Read(answer.Inputs, connection.Package, "checked configuration", urn));
            return new CheckResult(ProviderInputs.KeepInternal(news, inputs), [.. answer.Failures]);
        }
        catch (ProviderCallException e) when (e.IsUnimplemented)
        {
            return new CheckResult(news, []);
        }
    }

    /// <summary>Compares two configurations of a provider resource.</summary>
    public async Task<ProviderDiff> DiffAsync(string urn, WireObject oldInputs, WireObject oldOutputs, WireObject news, CancellationToken ct)
    {
        var request = new DiffRequest
        {
            Urn = urn,
            Name = new Urn(urn).Name,
            Type = new Urn(urn).Type,
            Olds = WireWriter.ToStruct(ProviderInputs.WithoutInternal(oldOutputs), PlainValues),
            OldInputs = WireWriter.ToStruct(ProviderInputs.WithoutInternal(oldInputs), PlainValues),
            News = WireWriter.ToStruct(ProviderInputs.WithoutInternal(news), PlainValues),
        };
        ProviderDiff diff;
        try
        {
            diff = ProviderDiff.From(await connection.CallAsync(ResourceProviderMethods.DiffConfig, request, urn, "comparing its configuration", ct).ConfigureAwait(false));
        }
        catch (ProviderCallException e) when (e.IsUnimplemented)
        {
            diff = new ProviderDiff { Changes = DiffResponse.Types.DiffChanges.DiffUnknown };
        }

        // Without an answer of the provider a changed configuration is an update, never a replacement.
        return diff.Changes != DiffResponse.Types.DiffChanges.DiffUnknown
            ? diff
            : oldOutputs.Equals(news) ? ProviderDiff.None : new ProviderDiff { Changes = DiffResponse.Types.DiffChanges.DiffSome };
    }

    private async Task ConfigureAsync(string urn, string id, WireObject inputs, CancellationToken ct)
    {
        var request = new ConfigureRequest
        {
            Args = WireWriter.ToStruct(inputs, new WireMarshalOptions { KeepSecrets = true, KeepReferences = true }),
            AcceptSecrets = true,
            AcceptResources = true,
            SendsOldInputs = true,
            SendsOldInputsToDelete = true,
            Id = id,
            Urn = urn,
            Name = new Urn(urn).Name,
            Type = new Urn(urn).Type,
        };
        foreach (var (key, value) in inputs)
        {
            if (!WireFacts.HasUnknown(value))
            {
                request.Variables[$"{connection.Package}:config:{key}"] = ProviderInputs.Text(value);
            }
        }

        ConfigureResponse answer;
        try
        {
            answer = await connection.CallAsync(ResourceProviderMethods.Configure, request, urn, "being configured", ct).ConfigureAwait(false);
        }
        catch (ProviderCallException e)
        {
            // Those who wait for the configuration must not take its failure for one of their own call.
            throw new ProviderCallException(e.Message, outcomeUnknown: false);
        }

        SupportsPreview = answer.SupportsPreview;
        connection.Learn(answer);
    }
}
