using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using HaIac.Engine.Events;
using HaIac.Engine.State;
using HaIac.Engine.Stepping;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Callbacks;

/// <summary>Runs the hooks of a resource around what is done to it.</summary>
/// <remarks>Source: pulumi-protocol.md 2.9.</remarks>
internal sealed class StepHooks(HookRegistry registry, StepReporter reporter, bool isPreview)
{
    /// <summary>How often an error hook may have a step tried again: 100 times.</summary>
    public const int MostRetries = 100;

    /// <summary>Runs what must run before a step.</summary>
    /// <exception cref="StepFailure">A hook failed: the step must not be begun.</exception>
    public async Task BeforeAsync(Step step, CancellationToken ct)
    {
        var kind = Operation(step) switch
        {
            "create" => HookKinds.BeforeCreate,
            "update" => HookKinds.BeforeUpdate,
            "delete" => HookKinds.BeforeDelete,
            _ => null,
        };
        var question = new Lazy<ResourceHookRequest>(() => Question(step, null));
        foreach (var name in Names(step, kind))
        {
            if (await RunAsync(name, question, step.Urn, ct).ConfigureAwait(false) is { } fault)
            {
                throw new StepFailure($"before hook \"{name}\" failed: {fault}");
            }
        }
    }

    /// <summary>Runs what must run after a step; what fails is told, and fails the operation.</summary>
    /// <param name="step">The step, done.</param>
    /// <param name="outputs">Outputs of a component, which come later than its step; null takes those of the step.</param>
    /// <param name="ct">Gives the calls up.</param>
    public async Task AfterAsync(Step step, WireObject? outputs, CancellationToken ct)
    {
        var kind = Operation(step) switch
        {
            "create" => HookKinds.AfterCreate,
            "update" => HookKinds.AfterUpdate,
            "delete" => HookKinds.AfterDelete,
            _ => null,
        };
        var question = new Lazy<ResourceHookRequest>(() => Question(step, outputs ?? step.New?.State.Outputs));
        foreach (var name in Names(step, kind))
        {
            string? fault;
            try
            {
                fault = await RunAsync(name, question, step.Urn, ct).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                fault = "the operation was ended by force while it ran";
            }

            if (fault is not null)
            {
                reporter.Refused($"after hook \"{name}\" failed: {fault}", step.Urn);
            }
        }
    }

    /// <summary>Asks the error hooks of a resource whether a failed step is to be tried again.</summary>
    /// <param name="step">The step whose call of the provider failed.</param>
    /// <param name="errors">All failures of it, the last one first.</param>
    /// <param name="ct">Gives the calls up.</param>
    /// <exception cref="StepFailure">A hook failed itself.</exception>
    public async Task<bool> ShouldRetryAsync(Step step, IReadOnlyList<string> errors, CancellationToken ct)
    {
        if (isPreview || errors.Count > MostRetries || Operation(step) is not { } operation)
        {
            return false;
        }

        foreach (var name in Names(step, HookKinds.OnError))
        {
            var answer = await AskAsync(name, ErrorQuestion(step, operation, errors), ct).ConfigureAwait(false);
            if (answer.Error.Length > 0)
            {
                throw new StepFailure($"{errors[0]}\nerror hook \"{name}\" failed: {answer.Error}");
            }

            if (answer.Retry)
            {
                return true;
            }
        }

        return false;
    }

    private static string? Operation(Step step) => step switch
    {
        { IsInternal: true } => null,
        CreateStep => "create",
        UpdateStep => "update",
        DeleteStep { IsRealDeletion: true } => "delete",
        _ => null,
    };

    // A deletion has the hooks that the state names: nobody else declares the resource any more.
    private static ImmutableArray<string> Names(Step step, string? kind) =>
        kind is not null && step.Present.ResourceHooks is { } hooks && hooks.TryGetValue(kind, out var names) ? names : [];

    private static Struct? Fields(WireObject? fields) => fields is null ? null : WireWriter.ToStruct(fields, WireMarshalOptions.Everything);

    private static ResourceHookRequest Question(Step step, WireObject? newOutputs)
    {
        var (old, news) = (step is CreateStep ? null : step.Old?.State, step.New?.State);
        var question = new ResourceHookRequest
        {
            Urn = step.Urn,
            Id = news?.Id is { Length: > 0 } id ? id : old?.Id ?? "",
            Name = new Urn(step.Urn).Name,
            Type = step.Present.Type,
            NewInputs = Fields(news?.Inputs),
            OldInputs = Fields(old?.Inputs),
            NewOutputs = news is null ? null : Fields(newOutputs),
            OldOutputs = Fields(old?.Outputs),
            OldOptions = old is null ? null : HookOptions.Of(old),
            NewOptions = news is null ? null : HookOptions.Of(news),
        };
        return question;
    }

    private static ErrorHookRequest ErrorQuestion(Step step, string operation, IEnumerable<string> errors)
    {
        var known = Question(step, null);
        return new ErrorHookRequest
        {
            Urn = known.Urn,
            Id = known.Id,
            Name = known.Name,
            Type = known.Type,
            NewInputs = known.NewInputs,
            OldInputs = known.OldInputs,
            OldOutputs = known.OldOutputs,
            FailedOperation = operation,
            Errors = { errors },
            OldOptions = known.OldOptions,
            NewOptions = known.NewOptions,
        };
    }

    // Null if all is well; what went wrong if it counts.
    private async Task<string?> RunAsync(string name, Lazy<ResourceHookRequest> question, string urn, CancellationToken ct)
    {
        if (registry.Find(name) is not { } hook)
        {
            return isPreview ? null : NotDeclared(name, urn);
        }

        if (isPreview && !hook.OnDryRun)
        {
            return null;
        }

        string fault;
        try
        {
            fault = (await ProgramCallback.AskAsync(hook.Callback, question.Value, ResourceHookResponse.Parser, ct).ConfigureAwait(false)).Error;
        }
        catch (GrpcException e)
        {
            ct.ThrowIfCancellationRequested();
            fault = e.Detail;
        }

        if (fault.Length > 0 && hook.IgnoreErrors)
        {
            reporter.Say(DiagnosticSeverity.Warning, $"hook \"{name}\" failed, which it says to ignore: {fault}", urn);
            return null;
        }

        return fault.Length > 0 ? fault : null;
    }

    private async Task<ErrorHookResponse> AskAsync(string name, ErrorHookRequest question, CancellationToken ct)
    {
        if (registry.FindError(name) is not { } hook)
        {
            return new ErrorHookResponse { Error = NotDeclared(name, question.Urn) };
        }

        try
        {
            return await ProgramCallback.AskAsync(hook.Callback, question, ErrorHookResponse.Parser, ct).ConfigureAwait(false);
        }
        catch (GrpcException e)
        {
            ct.ThrowIfCancellationRequested();
            return new ErrorHookResponse { Error = e.Detail };
        }
    }

    private static string NotDeclared(string name, string urn) => EngineFinding.Text(
        "HAI1444", "Hook not declared", $"The resource names the hook \"{name}\", which the program did not declare in this run.", urn,
        "A hook is a function of the program; the state keeps only its name.",
        $"Declare a hook named \"{name}\" in the program again, also for as long as the state has resources with it.");
}
