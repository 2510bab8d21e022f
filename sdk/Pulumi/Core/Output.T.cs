using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Pulumi;

/// <summary>
/// A value that may arrive later: once the resource it comes from has been registered. It remembers which resources it
/// depends on, whether it is already known, and whether it is secret; everything derived from it inherits that.
/// </summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class Output<T> : IOutput
{
    private readonly Waiter? _waiter;

    /// <summary>An output that settles with a task.</summary>
    /// <param name="dataTask">The task.</param>
    /// <param name="waiter">Who has to do something before it settles, where that is known.</param>
    internal Output(Task<OutputData<T>> dataTask, Waiter? waiter = null)
    {
        DataTask = dataTask;

        // A fault nobody looks at must still fail the program, so every unfinished or faulted value is watched.
        if (!dataTask.IsCompletedSuccessfully)
        {
            _waiter = waiter;
            Deployment.Current?.Runner.Watch(dataTask, waiter);
        }
    }

    internal Output(OutputData<T> data)
        : this(Task.FromResult(data))
    {
    }

    internal Task<OutputData<T>> DataTask { get; }

    bool IOutput.IsSettled => DataTask.IsCompleted;

    Waiter? IOutput.Waiter => Waiter;

    internal Waiter? Waiter => DataTask.IsCompleted ? null : _waiter;

    /// <summary>Makes an output of a task. The output is known, not secret and depends on nothing.</summary>
    /// <param name="value">Task that yields the value; its failure fails the program.</param>
    /// <returns>The output.</returns>
    public static Output<T> Create(Task<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new Output<T>(OutputTasks.FromAsync(value, isSecret: false));
    }

    /// <summary>Derives a value. The function does not run while the value is unknown, as it is in previews.</summary>
    /// <typeparam name="U">Type of the derived value.</typeparam>
    /// <param name="func">Called once with the value; an exception in it fails the program.</param>
    /// <returns>The derived output, with the dependencies and the secrecy of this one.</returns>
    public Output<U> Apply<U>(Func<T, U> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return new Output<U>(OutputTasks.MapAsync(DataTask, func), Waiter);
    }

    /// <summary>Derives a value by a task. The function does not run while the value is unknown, as it is in previews.</summary>
    /// <typeparam name="U">Type of the derived value.</typeparam>
    /// <param name="func">Called once with the value; an exception in it or in its task fails the program.</param>
    /// <returns>The derived output, with the dependencies and the secrecy of this one; it settles with the task.</returns>
    public Output<U> Apply<U>(Func<T, Task<U>> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return new Output<U>(OutputTasks.MapTaskAsync(DataTask, func), Waiter);
    }

    /// <summary>Runs an asynchronous action on the value when it is known.</summary>
    /// <param name="func">Called once with the value; an exception in it or in its task fails the program.</param>
    /// <returns>An output without content that settles when the action has ended.</returns>
    public Output<ValueTuple> Apply(Func<T, Task> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Apply(async value =>
        {
            await func(value).ConfigureAwait(false);
            return default(ValueTuple);
        });
    }

    /// <summary>Derives a value that is itself an input. Dependencies, secrecy and unknowns of both are joined.</summary>
    /// <typeparam name="U">Type of the derived value.</typeparam>
    /// <param name="func">Called once with the value; <c>null</c> means the default value.</param>
    /// <returns>The derived output.</returns>
    public Output<U> Apply<U>(Func<T, Input<U>?> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return OutputTasks.Bind(this, value => func(value)?.ToOutput());
    }

    /// <summary>
    /// Derives a value that is itself an output. Dependencies, secrecy and unknowns of both are joined. An inner output that
    /// waits for the derived one fails the program, because neither could ever get a value.
    /// </summary>
    /// <typeparam name="U">Type of the derived value.</typeparam>
    /// <param name="func">Called once with the value; <c>null</c> means the default value.</param>
    /// <returns>The derived output.</returns>
    [OverloadResolutionPriority(1)] // So that a lambda that only throws, which fits all overloads, is not ambiguous.
    public Output<U> Apply<U>(Func<T, Output<U>?> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return OutputTasks.Bind(this, func);
    }

    /// <summary>The same as <see cref="Apply{U}(Func{T, Output{U}})"/> for code that does not know the type of the value.</summary>
    /// <typeparam name="U">Type of the derived value.</typeparam>
    /// <param name="func">Called once with the value, boxed if it is a struct.</param>
    /// <returns>The derived output.</returns>
    public Output<U> UntypedApply<U>(Func<object?, Output<U>> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return OutputTasks.Bind(this, value => func(value));
    }

    /// <summary>
    /// Not the value: text cannot wait for it. Logs a warning and returns advice; throws instead when the environment
    /// variable <c>PULUMI_ERROR_OUTPUT_STRING</c> is <c>1</c> or <c>true</c>.
    /// </summary>
    /// <returns>A text that says how to get at the value.</returns>
    /// <exception cref="InvalidOperationException">The environment variable asks for an error.</exception>
    public override string ToString()
    {
        const string Advice =
            "An Output<T> was turned into text, but its value is not there yet.\n" +
            "Use output.Apply(v => $\"before {v} after\") or Output.Format($\"before {output} after\") instead.";
        if (EnvironmentFlag.IsSet("PULUMI_ERROR_OUTPUT_STRING"))
        {
            throw new InvalidOperationException(Advice);
        }

        if (Deployment.Current is not null)
        {
            Log.Warn(Advice);
        }

        return Advice;
    }

    Task<OutputData<object?>> IOutput.GetDataAsync() => OutputTasks.BoxAsync(DataTask);

    internal Output<T> WithResources(ImmutableHashSet<Resource> more)
        => Change(d => d with { Resources = d.Resources.Union(more) });

    /// <summary>The same output with other facts.</summary>
    internal Output<T> Change(Func<OutputData<T>, OutputData<T>> change) => new(OutputTasks.ChangeAsync(DataTask, change), Waiter);
}
