using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Reads the outputs of another stack.</summary>
public class StackReference : CustomResource
{
    /// <summary>Reads a stack.</summary>
    /// <param name="name">Name of the reference, and of the stack unless args name it.</param>
    /// <param name="args">Which stack; <c>null</c> for the one that the name says.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base(
            "pulumi:pulumi:StackReference",
            name,
            new StackReferenceArgs { Name = args?.Name ?? name },
            CustomResourceOptions.Merge(options, new CustomResourceOptions { Id = args?.Name ?? name }))
    {
    }

    /// <summary>Full name of the stack that is read, <c>organization/project/stack</c>.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>All outputs of the stack by name; secret as a whole as soon as one of them is.</summary>
    [Output("outputs")]
    public Output<ImmutableDictionary<string, object>> Outputs { get; private set; } = null!;

    /// <summary>Names of the outputs that are secret; default when the engine does not say.</summary>
    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    /// <summary>One output. It is secret only if that output is, as far as the engine says which ones are.</summary>
    /// <param name="name">Name of the output.</param>
    /// <returns>The value; <c>null</c> if the stack has no such output.</returns>
    public Output<object?> GetOutput(Input<string> name)
        => Pick(name, (outputs, _, key) => outputs.GetValueOrDefault(key));

    /// <summary>One output that must exist.</summary>
    /// <param name="name">Name of the output; the program fails with a <see cref="KeyNotFoundException"/> if it does not exist.</param>
    /// <returns>The value.</returns>
    public Output<object> RequireOutput(Input<string> name)
        => Pick(name, (outputs, stack, key) => outputs.GetValueOrDefault(key) ?? throw Missing(key, stack)).Apply(v => v!);

    /// <summary>One output with the word whether it is secret.</summary>
    /// <param name="name">Name of the output.</param>
    /// <returns>The details; both values are <c>null</c> if the stack has no such output.</returns>
    public async Task<StackReferenceOutputDetails> GetOutputDetailsAsync(string name)
    {
        var data = await GetOutput(name).DataTask.ConfigureAwait(false);
        return data.IsSecret
            ? new StackReferenceOutputDetails { SecretValue = data.Value }
            : new StackReferenceOutputDetails { Value = data.Value };
    }

    /// <summary>The value of one output as it is now; for programs that decide by it.</summary>
    /// <param name="name">Name of the output.</param>
    /// <returns>The value; <c>null</c> if the stack has no such output.</returns>
    /// <exception cref="InvalidOperationException">The output is secret.</exception>
    public async Task<object?> GetValueAsync(Input<string> name) => Open(await GetOutput(name).DataTask.ConfigureAwait(false));

    /// <summary>The value of one output that must exist, as it is now.</summary>
    /// <param name="name">Name of the output.</param>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The output is secret.</exception>
    /// <exception cref="KeyNotFoundException">The stack has no such output.</exception>
    public async Task<object> RequireValueAsync(Input<string> name)
        => Open((await RequireOutput(name).DataTask.ConfigureAwait(false)).Boxed())!;

    private static KeyNotFoundException Missing(string name, string stack)
        => new($"Required output '{name}' does not exist on stack '{stack}'.");

    private static object? Open(OutputData<object?> data)
        => data.IsSecret
            ? throw new InvalidOperationException(
                "Cannot call 'GetOutputValueAsync' if the referenced stack has secret outputs. Use 'GetOutput' instead.")
            : data.Value;

    private Output<object?> Pick(
        Input<string> name, Func<ImmutableDictionary<string, object>, string, string, object?> pick)
    {
        ArgumentNullException.ThrowIfNull(name);
        var waiter = new Waiter(() => null);
        return OutputTasks.Wrap(PickAsync(), waiter);

        async Task<OutputData<object?>> PickAsync()
        {
            var outputs = await waiter.For(Outputs).ConfigureAwait(false);
            var stack = await waiter.For(Name).ConfigureAwait(false);
            var key = await waiter.For(name.ToOutput()).ConfigureAwait(false);
            var secretNames = await waiter.For(SecretOutputNames).ConfigureAwait(false);
            var resources = outputs.Resources.Union(key.Resources);
            if (!outputs.IsKnown || !key.IsKnown)
            {
                return OutputData<object?>.Unknown(resources, outputs.IsSecret);
            }

            // One secret output marks all of them, unless the engine lists which ones are.
            var secret = secretNames.IsKnown && !secretNames.Value.IsDefault
                ? secretNames.Value.Contains(key.Value)
                : outputs.IsSecret;
            var values = outputs.Value ?? ImmutableDictionary<string, object>.Empty;
            return new OutputData<object?>(resources, pick(values, stack.Value, key.Value), true, secret);
        }
    }
}
