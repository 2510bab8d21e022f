using HaIac.Transport.Failing;

namespace HaIac.Transport.Nodes.Asking;

/// <summary>Something that is wanted of a node, and who waits for it.</summary>
internal abstract class NodeRequest
{
    /// <summary>What it is about; of requests about the same only one is under way at a time. Null: it gets in nobody's way.</summary>
    public virtual string? Key => null;

    /// <summary>Whether it changes something, so that it is not repeated when the connection breaks.</summary>
    public bool Changes => Key is not null;

    /// <summary>Whether it was sent once already.</summary>
    public bool IsRepeated { get; set; }

    /// <summary>Whether the answer is known.</summary>
    public abstract bool IsDone { get; }

    /// <summary>Writes it for the script.</summary>
    public abstract void Write(RequestWriter writer);

    /// <summary>Takes a record of the script; others' records come too.</summary>
    public abstract void Hear(NodeRecord record);

    /// <summary>Ends it without an answer.</summary>
    public abstract void Fail(TransportException fault);

    /// <summary>Ends it because nobody wants the answer any more.</summary>
    public abstract void Cancel(CancellationToken cancellationToken);
}

/// <summary>Something that is wanted of a node.</summary>
/// <typeparam name="T">What the answer is.</typeparam>
internal abstract class NodeRequest<T> : NodeRequest
{
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The answer.</summary>
    public Task<T> Answer => answer.Task;

    /// <inheritdoc/>
    public sealed override bool IsDone => answer.Task.IsCompleted;

    /// <inheritdoc/>
    public sealed override void Fail(TransportException fault) => answer.TrySetException(fault);

    /// <inheritdoc/>
    public sealed override void Cancel(CancellationToken cancellationToken) => answer.TrySetCanceled(cancellationToken);

    /// <summary>Gives the answer.</summary>
    protected void Done(T value) => answer.TrySetResult(value);
}
