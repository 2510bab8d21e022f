namespace Pulumi;

/// <summary>An output that is handed out first and resolved later by another output.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class DeferredOutput<T>
{
    private readonly TaskCompletionSource<Output<T>> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Makes an unresolved output. A program that never resolves it does not end.</summary>
    public DeferredOutput()
    {
        var waiting = new Waiting($"a DeferredOutput<{typeof(T).Name}>") { Step = "not resolved" };
        Output = new Output<T>(FollowAsync(_source.Task, waiting), waiting);
    }

    /// <summary>The output; it settles when the one given to <see cref="Resolve"/> does.</summary>
    public Output<T> Output { get; }

    /// <summary>Names the output that gives the value, the dependencies and the secrecy.</summary>
    /// <param name="output">The output.</param>
    /// <exception cref="InvalidOperationException">It was resolved before.</exception>
    public void Resolve(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _source.SetResult(output);
    }

    private static async Task<OutputData<T>> FollowAsync(Task<Output<T>> target, Waiting waiting)
    {
        var output = await target.ConfigureAwait(false);
        waiting.Enter("resolved with an output that waits", output.DataTask);
        return await output.DataTask.ConfigureAwait(false);
    }
}
