using System.Collections.Immutable;

namespace Pulumi;

/// <summary>An output property that waits for the engine's answer.</summary>
internal interface IPendingOutput
{
    Type ValueType { get; }

    object UntypedOutput { get; }

    /// <summary>Completes with a value; a <c>null</c> value means the default of the type.</summary>
    void Complete(object? value, bool isKnown, bool isSecret, ImmutableHashSet<Resource> more);

    void Fail(Exception exception);
}
