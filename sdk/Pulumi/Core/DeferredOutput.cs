using System.Diagnostics;

namespace Pulumi;

/// <summary>
/// An output that is handed out first and resolved later by another output, for parts of a program that need values of
/// each other: the first part takes <see cref="Output"/>, the second is made, then <see cref="Resolve"/> joins them.
/// A program that never resolves it fails with an error that names the place where it was made.
/// </summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class DeferredOutput<T> : IDeferredOutput
{
    private readonly TaskCompletionSource<Output<T>> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Waiter _waiter;
    private readonly string _name;

    /// <summary>Makes an unresolved output.</summary>
    public DeferredOutput()
    {
        _name = $"DeferredOutput<{typeof(T).Name}>{Place()}";
        _waiter = new Waiter(() => _name) { IsUnresolved = true };
        Output = OutputTasks.Wrap(FollowAsync(_source.Task), _waiter);
        Deployment.Current?.Runner.Watch(this);
    }

    /// <summary>
    /// The output; it settles when the one given to <see cref="Resolve"/> does, and then has its value, its dependencies, its
    /// secrecy, and is unknown if that one is.
    /// </summary>
    public Output<T> Output { get; }

    string IDeferredOutput.Name => _name;

    Waiter IDeferredOutput.Waiter => _waiter;

    /// <summary>Names the output that gives the value, the dependencies and the secrecy.</summary>
    /// <param name="output">The output; it may not need the value of this one.</param>
    /// <exception cref="InvalidOperationException">It was resolved before, or the output waits for this one.</exception>
    public void Resolve(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (_source.Task.IsCompleted)
        {
            throw new InvalidOperationException($"The {_name} was resolved before; it takes one output only.");
        }

        try
        {
            _waiter.IsUnresolved = false;
            _waiter.WaitsFor(output);
        }
        catch (InvalidOperationException e)
        {
            _source.TrySetException(e);
            throw;
        }

        if (!_source.TrySetResult(output))
        {
            throw new InvalidOperationException($"The {_name} was resolved before; it takes one output only.");
        }
    }

    void IDeferredOutput.GiveUp(Exception reason) => _source.TrySetException(reason);

    private static async Task<OutputData<T>> FollowAsync(Task<Output<T>> target)
    {
        var output = await target.ConfigureAwait(false);
        return await output.DataTask.ConfigureAwait(false);
    }

    /// <summary>The first place outside of this library, as far as debug symbols tell.</summary>
    private static string Place()
    {
        var frame = new StackTrace(fNeedFileInfo: true).GetFrames()
            .FirstOrDefault(f => f.GetMethod()?.DeclaringType?.Assembly is { } assembly && assembly != typeof(DeferredOutput<>).Assembly);
        return frame is null ? ""
            : frame.GetFileName() is { } file ? $" made at {Path.GetFileName(file)}:{frame.GetFileLineNumber()}"
            : $" made in {frame.GetMethod()!.DeclaringType!.FullName}";
    }
}
