using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The rules by which settled values combine: known is "and", secret is "or", resources are joined.</summary>
internal static class OutputTasks
{
    public static async Task<OutputData<T>> FromAsync<T>(Task<T> task, bool isSecret)
        => new(ImmutableHashSet<Resource>.Empty, await task.ConfigureAwait(false), true, isSecret);

    public static async Task<OutputData<T>> ChangeAsync<T>(Task<OutputData<T>> task, Func<OutputData<T>, OutputData<T>> change)
        => change(await task.ConfigureAwait(false));

    /// <summary>Derives a value from the settled one with all its facts.</summary>
    public static async Task<OutputData<U>> ConvertAsync<T, U>(Task<OutputData<T>> task, Func<OutputData<T>, U> func)
    {
        var data = await task.ConfigureAwait(false);
        return data.IsKnown ? data.With(func(data)) : OutputData<U>.Unknown(data.Resources, data.IsSecret);
    }

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

    public static Output<U> Bind<T, U>(Output<T> source, Func<T, Output<U>?> func)
    {
        var waiter = new Waiter(() => null);
        waiter.StartsOn(source.Waiter);
        return Wrap(BindAsync(waiter, source.DataTask, func), waiter);
    }

    public static Output<ImmutableArray<T>> All<T>(ImmutableArray<Output<T>> outputs)
    {
        var waiter = new Waiter(() => null);
        return Wrap(AllAsync(waiter, outputs), waiter);
    }

    /// <summary>Waits for outputs of different types and builds one value of all of them.</summary>
    public static Output<R> Join<R>(IReadOnlyList<IOutput> outputs, Func<object?[], R> build)
    {
        var waiter = new Waiter(() => null);
        return Wrap(JoinAsync(waiter, outputs, build), waiter);
    }

    /// <summary>The output of some work, and what the work waits for.</summary>
    public static Output<T> Wrap<T>(Task<OutputData<T>> work, Waiter waiter)
    {
        waiter.Work = work;
        return new Output<T>(work, waiter);
    }

    private static async Task<OutputData<U>> BindAsync<T, U>(Waiter waiter, Task<OutputData<T>> task, Func<T, Output<U>?> func)
    {
        var data = await task.ConfigureAwait(false);
        waiter.GoesOn();
        if (!data.IsKnown)
        {
            return OutputData<U>.Unknown(data.Resources, data.IsSecret);
        }

        if (func(data.Value) is not { } inner)
        {
            return data.With<U>(default!);
        }

        var result = await waiter.For(inner).ConfigureAwait(false);
        waiter.GoesOn();
        return result with
        {
            Resources = data.Resources.Union(result.Resources),
            IsSecret = data.IsSecret || result.IsSecret,
        };
    }

    private static async Task<OutputData<ImmutableArray<T>>> AllAsync<T>(Waiter waiter, ImmutableArray<Output<T>> outputs)
    {
        var values = ImmutableArray.CreateBuilder<T>(outputs.Length);
        var resources = ImmutableHashSet.CreateBuilder<Resource>();
        bool known = true, secret = false;
        foreach (var output in outputs)
        {
            var data = await waiter.For(output).ConfigureAwait(false);
            values.Add(data.Value);
            resources.UnionWith(data.Resources);
            known &= data.IsKnown;
            secret |= data.IsSecret;
        }

        waiter.GoesOn();
        return known
            ? new(resources.ToImmutable(), values.MoveToImmutable(), true, secret)
            : OutputData<ImmutableArray<T>>.Unknown(resources.ToImmutable(), secret);
    }

    private static async Task<OutputData<R>> JoinAsync<R>(Waiter waiter, IReadOnlyList<IOutput> outputs, Func<object?[], R> build)
    {
        var values = new object?[outputs.Count];
        var resources = ImmutableHashSet.CreateBuilder<Resource>();
        bool known = true, secret = false;
        for (var i = 0; i < outputs.Count; i++)
        {
            waiter.WaitsFor(outputs[i]);
            var data = await outputs[i].GetDataAsync().ConfigureAwait(false);
            values[i] = data.Value;
            resources.UnionWith(data.Resources);
            known &= data.IsKnown;
            secret |= data.IsSecret;
        }

        waiter.GoesOn();
        return known
            ? new(resources.ToImmutable(), build(values), true, secret)
            : OutputData<R>.Unknown(resources.ToImmutable(), secret);
    }
}
