using System.Collections.Immutable;

namespace Pulumi;

/// <summary>An output property of a known type that waits for the engine's answer. It depends on its resource.</summary>
internal sealed class PendingOutput<T> : IPendingOutput
{
    private readonly TaskCompletionSource<OutputData<T>> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ImmutableHashSet<Resource> _resources;

    public PendingOutput(Resource resource)
    {
        _resources = [resource];
        Output = new Output<T>(_source.Task, resource.RegistrationWaiter);
    }

    public Output<T> Output { get; }

    public Type ValueType => typeof(T);

    public object UntypedOutput => Output;

    public void Complete(object? value, bool isKnown, bool isSecret, ImmutableHashSet<Resource> more)
        => _source.TrySetResult(new OutputData<T>(
            more.IsEmpty ? _resources : _resources.Union(more), value is null ? default! : (T)value, isKnown, isSecret));

    public void Complete(T value, bool isKnown) => Complete(value, isKnown, false, []);

    public void Fail(Exception exception) => _source.TrySetException(exception);
}
