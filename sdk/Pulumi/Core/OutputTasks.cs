using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The rules by which settled values combine: known is "and", secret is "or", resources are joined.</summary>
internal static class OutputTasks
{
    // What users read when a program waits for one of these; see Waiting.
    public const string GivenTask = "a task that the program made an output of";
    public const string Bound = "an Apply that returns an output";

    public static async Task<OutputData<T>> FromAsync<T>(Task<T> task, bool isSecret)
        => new(ImmutableHashSet<Resource>.Empty, await task.ConfigureAwait(false), true, isSecret);

    public static async Task<OutputData<T>> ChangeAsync<T>(Task<OutputData<T>> task, Func<OutputData<T>, OutputData<T>> change)
        => change(await task.ConfigureAwait(false));

    public static async Task<OutputData<U>> MapAsync<T, U>(Task<OutputData<T>> task, Func<T, U> func)
    {
        var data = await task.ConfigureAwait(false);
        return data.IsKnown ? data.With(func(data.Value)) : OutputData<U>.Unknown(data.Resources, data.IsSecret);
    }

    public static async Task<OutputData<U>> MapTaskAsync<T, U>(Task<OutputData<T>> task, Func<T, Task<U>> func)
    {
        var data = await task.ConfigureAwait(false);
        return data.IsKnown
            ? data.With(await func(data.Value).ConfigureAwait(false))
            : OutputData<U>.Unknown(data.Resources, data.IsSecret);
    }

    public static async Task<OutputData<U>> BindAsync<T, U>(Task<OutputData<T>> task, Func<T, Output<U>?> func, Waiting waiting)
    {
        var data = await task.ConfigureAwait(false);
        if (!data.IsKnown)
        {
            return OutputData<U>.Unknown(data.Resources, data.IsSecret);
        }

        if (func(data.Value) is not { } inner)
        {
            return data.With<U>(default!);
        }

        waiting.On = inner.DataTask;
        var result = await inner.DataTask.ConfigureAwait(false);
        return result with
        {
            Resources = data.Resources.Union(result.Resources),
            IsSecret = data.IsSecret || result.IsSecret,
        };
    }

    public static async Task<OutputData<ImmutableArray<T>>> AllAsync<T>(ImmutableArray<Output<T>> outputs)
    {
        var values = ImmutableArray.CreateBuilder<T>(outputs.Length);
        var resources = ImmutableHashSet.CreateBuilder<Resource>();
        bool known = true, secret = false;
        foreach (var output in outputs)
        {
            var data = await output.DataTask.ConfigureAwait(false);
            values.Add(data.Value);
            resources.UnionWith(data.Resources);
            known &= data.IsKnown;
            secret |= data.IsSecret;
        }

        return known
            ? new(resources.ToImmutable(), values.MoveToImmutable(), true, secret)
            : OutputData<ImmutableArray<T>>.Unknown(resources.ToImmutable(), secret);
    }

    /// <summary>Waits for outputs of different types and builds one value of all of them.</summary>
    public static async Task<OutputData<R>> JoinAsync<R>(IReadOnlyList<IOutput> outputs, Func<object?[], R> build)
    {
        var values = new object?[outputs.Count];
        var resources = ImmutableHashSet.CreateBuilder<Resource>();
        bool known = true, secret = false;
        for (var i = 0; i < outputs.Count; i++)
        {
            var data = await outputs[i].GetDataAsync().ConfigureAwait(false);
            values[i] = data.Value;
            resources.UnionWith(data.Resources);
            known &= data.IsKnown;
            secret |= data.IsSecret;
        }

        return known
            ? new(resources.ToImmutable(), build(values), true, secret)
            : OutputData<R>.Unknown(resources.ToImmutable(), secret);
    }
}
