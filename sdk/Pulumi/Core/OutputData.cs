using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an output holds once it is settled: the value and everything that is known about it.</summary>
internal sealed record OutputData<T>(ImmutableHashSet<Resource> Resources, T Value, bool IsKnown, bool IsSecret)
{
    public static OutputData<T> Plain(T value) => new(ImmutableHashSet<Resource>.Empty, value, true, false);

    public static OutputData<T> Unknown(ImmutableHashSet<Resource> resources, bool isSecret) => new(resources, default!, false, isSecret);

    public OutputData<U> With<U>(U value) => new(Resources, value, IsKnown, IsSecret);

    public OutputData<object?> Boxed() => this as OutputData<object?> ?? With<object?>(Value);
}
