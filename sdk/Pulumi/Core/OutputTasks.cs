using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// The rules by which settled values combine: known is "and", secret is "or", resources are joined. A failure is handed on
/// as it is and not thrown again at every link, because its stack trace would grow with each.
/// </summary>
internal static class OutputTasks
{
    public static async Task<OutputData<T>> FromAsync<T>(Task<T> task, bool isSecret)
        => new(ImmutableHashSet<Resource>.Empty, await task.ConfigureAwait(false), true, isSecret);

    public static Task<OutputData<T>> ChangeAsync<T>(Task<OutputData<T>> task, Func<OutputData<T>, OutputData<T>> change)
        => RunAsync<T>(async result =>
        {
            if (await EndsAsync(task, result).ConfigureAwait(false))
            {
                result.SetResult(change(task.Result));
            }
        });

    /// <summary>The same output for code that does not know its type.</summary>
    public static Task<OutputData<object?>> BoxAsync<T>(Task<OutputData<T>> task)
        => task as Task<OutputData<object?>> ?? RunAsync<object?>(async result =>
        {
            if (await EndsAsync(task, result).ConfigureAwait(false))
            {
                result.SetResult(task.Result.Boxed());
            }
        });

    /// <summary>Derives a value from the settled one with all its facts.</summary>
    public static Task<OutputData<U>> ConvertAsync<T, U>(Task<OutputData<T>> task, Func<OutputData<T>, U> func)
        => RunAsync<U>(async result =>
        {
            if (await IsKnownAsync(task, result).ConfigureAwait(false))
            {
                result.SetResult(task.Result.With(func(task.Result)));
            }
        });

    public static Task<OutputData<U>> MapAsync<T, U>(Task<OutputData<T>> task, Func<T, U> func)
        => ConvertAsync(task, data => func(data.Value));

    public static Task<OutputData<U>> MapTaskAsync<T, U>(Task<OutputData<T>> task, Func<T, Task<U>> func)
        => RunAsync<U>(async result =>
        {
            if (await IsKnownAsync(task, result).ConfigureAwait(false))
            {
                result.SetResult(task.Result.With(await func(task.Result.Value).ConfigureAwait(false)));
            }
        });

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

    private static Task<OutputData<U>> BindAsync<T, U>(Waiter waiter, Task<OutputData<T>> task, Func<T, Output<U>?> func)
        => RunAsync<U>(async result =>
        {
            var known = await IsKnownAsync(task, result).ConfigureAwait(false);
            waiter.GoesOn();
            if (!known)
            {
                return;
            }

            var data = task.Result;
            if (func(data.Value) is not { } inner)
            {
                result.SetResult(data.With<U>(default!));
                return;
            }

            var ends = await EndsAsync(waiter.For(inner), result).ConfigureAwait(false);
            waiter.GoesOn();
            if (ends)
            {
                var end = inner.DataTask.Result;
                result.SetResult(end with { Resources = data.Resources.Union(end.Resources), IsSecret = data.IsSecret || end.IsSecret });
            }
        });

    private static Task<OutputData<ImmutableArray<T>>> AllAsync<T>(Waiter waiter, ImmutableArray<Output<T>> outputs)
        => RunAsync<ImmutableArray<T>>(async result =>
        {
            var values = ImmutableArray.CreateBuilder<T>(outputs.Length);
            var facts = new JoinedFacts();
            foreach (var output in outputs)
            {
                var task = waiter.For(output);
                if (!task.IsCompletedSuccessfully && !await EndsAsync(task, result).ConfigureAwait(false))
                {
                    return;
                }

                values.Add(task.Result.Value);
                facts.Add(task.Result);
            }

            waiter.GoesOn();
            result.SetResult(facts.Of(values.MoveToImmutable));
        });

    private static Task<OutputData<R>> JoinAsync<R>(Waiter waiter, IReadOnlyList<IOutput> outputs, Func<object?[], R> build)
        => RunAsync<R>(async result =>
        {
            var values = new object?[outputs.Count];
            var facts = new JoinedFacts();
            for (var i = 0; i < outputs.Count; i++)
            {
                waiter.WaitsFor(outputs[i]);
                var task = outputs[i].GetDataAsync();
                if (!await EndsAsync(task, result).ConfigureAwait(false))
                {
                    return;
                }

                values[i] = task.Result.Value;
                facts.Add(task.Result);
            }

            waiter.GoesOn();
            result.SetResult(facts.Of(() => build(values)));
        });

    /// <summary>Runs work that ends with a result, or hands on the failure of what it has waited for.</summary>
    private static Task<OutputData<T>> RunAsync<T>(Func<TaskCompletionSource<OutputData<T>>, Task> work)
    {
        var result = new TaskCompletionSource<OutputData<T>>();
        _ = GuardAsync();
        return result.Task;

        async Task GuardAsync()
        {
            try
            {
                await work(result).ConfigureAwait(false);
            }
            catch (OperationCanceledException e)
            {
                result.TrySetCanceled(e.CancellationToken);
            }
            catch (Exception e)
            {
                result.TrySetException(e);
            }
        }
    }

    /// <summary>Waits for the end of a task. If it has failed, so has the result.</summary>
    /// <returns>Whether the task has a value.</returns>
    private static async ValueTask<bool> EndsAsync<T, R>(Task<T> task, TaskCompletionSource<R> result)
    {
        await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (task.IsFaulted)
        {
            result.SetException(task.Exception.InnerExceptions);
        }
        else if (task.IsCanceled)
        {
            result.SetCanceled();
        }

        return task.IsCompletedSuccessfully;
    }

    /// <summary>Waits for the end of a task. If it has failed or its value is not known, the same is true of the result.</summary>
    private static async ValueTask<bool> IsKnownAsync<T, R>(Task<OutputData<T>> task, TaskCompletionSource<OutputData<R>> result)
    {
        if (!await EndsAsync(task, result).ConfigureAwait(false))
        {
            return false;
        }

        if (!task.Result.IsKnown)
        {
            result.SetResult(OutputData<R>.Unknown(task.Result.Resources, task.Result.IsSecret));
        }

        return task.Result.IsKnown;
    }
}
