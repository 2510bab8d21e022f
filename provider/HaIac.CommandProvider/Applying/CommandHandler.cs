using System.Collections.Immutable;
using HaIac.CommandProvider.Checking;
using HaIac.CommandProvider.Running;
using Pulumi.Experimental;

namespace HaIac.CommandProvider.Applying;

using Fields = ImmutableDictionary<string, PropertyValue>;

/// <summary>The commands of a resource. An update without a command of its own runs the one for create again, as the published provider does.</summary>
/// <param name="place">Where they run.</param>
internal sealed class CommandHandler(ICommandPlace place) : IResourceHandler
{
    // What comes out of a command can hold what went into it. A connection does not go into it.
    private static readonly string[] IntoOutput = ["create", "update", "delete", "stdin", "environment", "interpreter", "dir"];

    /// <inheritdoc/>
    public string IdPrefix(string name) => name;

    /// <inheritdoc/>
    public Fields Predict(Fields inputs, Fields? old)
    {
        if (old is not null && Command(inputs, "update", "create").Command is null)
        {
            return Kept(inputs, old);
        }

        if (old is null && !inputs.ContainsKey("create"))
        {
            return With(inputs, new RunOutcome("", ""), isSecret: false);
        }

        var unknown = PropertyValue.Computed.WithSecret(IsSecret(inputs, old));
        var outputs = inputs.SetItem("stdout", unknown).SetItem("stderr", unknown);
        outputs = inputs.ContainsKey("assetPaths") ? outputs.SetItem("assets", unknown) : outputs;
        return inputs.ContainsKey("archivePaths") ? outputs.SetItem("archive", unknown) : outputs;
    }

    /// <inheritdoc/>
    public async Task<Fields> CreateAsync(Fields inputs, CallContext call, CancellationToken cancellationToken)
    {
        var reader = new InputReader(inputs);
        if (reader.Text("create") is not { } command)
        {
            if (reader.Text("update") is null && reader.Text("delete") is null)
            {
                call.Log.Warn($"{call.Subject} has no command: none of create, update and delete is set, so it never does anything.");
            }

            return With(inputs, new RunOutcome("", ""), isSecret: false);
        }

        return await RunAsync(inputs, null, command, "create", call, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<Fields> UpdateAsync(Fields inputs, Fields old, CallContext call, CancellationToken cancellationToken)
    {
        var (step, value) = Command(inputs, "update", "create");
        return value is null || !value.TryGetString(out var command)
            ? Kept(inputs, old)
            : await RunAsync(inputs, old, command, step, call, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(Fields old, CallContext call, CancellationToken cancellationToken)
    {
        if (new InputReader(old).Text("delete") is { } command)
        {
            await RunAsync(old, old, command, "delete", call, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Fields> RunAsync(Fields inputs, Fields? old, string command, string step, CallContext call, CancellationToken cancellationToken)
    {
        var isSecret = IsSecret(inputs, old);
        var last = old is null ? null : new InputReader(old);
        var previous = last is null ? null : new RunOutcome(last.Text("stdout") ?? "", last.Text("stderr") ?? "");
        var run = new CommandRun(command, step, new InputReader(inputs), previous, isSecret);
        return With(inputs, await place.RunAsync(run, call, cancellationToken).ConfigureAwait(false), isSecret);
    }

    private static (string Step, PropertyValue? Command) Command(Fields inputs, params string[] steps)
    {
        var step = steps.FirstOrDefault(inputs.ContainsKey);
        return (step ?? "", step is null ? null : inputs[step]);
    }

    private static bool IsSecret(Fields inputs, Fields? old)
    {
        var reader = new InputReader(inputs);
        return IntoOutput.Any(reader.IsSecret)
            || (old is not null && reader.Flag("addPreviousOutputInEnv") != false && (new InputReader(old).IsSecret("stdout") || new InputReader(old).IsSecret("stderr")));
    }

    /// <summary>Nothing ran: what the last run left stays.</summary>
    private static Fields Kept(Fields inputs, Fields old) => ((string[])["stdout", "stderr", "assets", "archive"])
        .Where(old.ContainsKey)
        .Aggregate(With(inputs, new RunOutcome("", ""), isSecret: false), (outputs, name) => outputs.SetItem(name, old[name]));

    /// <summary>Inputs and what a run left.</summary>
    internal static Fields With(Fields inputs, RunOutcome outcome, bool isSecret)
    {
        var outputs = inputs
            .RemoveRange(["assets", "archive"])
            .SetItem("stdout", new PropertyValue(outcome.Stdout).WithSecret(isSecret))
            .SetItem("stderr", new PropertyValue(outcome.Stderr).WithSecret(isSecret));
        outputs = outcome.Assets is { } assets ? outputs.SetItem("assets", assets.WithSecret(isSecret)) : outputs;
        return outcome.Archive is { } archive ? outputs.SetItem("archive", archive.WithSecret(isSecret)) : outputs;
    }
}
