using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Base of all classes whose members marked <see cref="InputAttribute"/> are sent to the engine.</summary>
public abstract class InputArgs
{
    /// <summary>For derived classes; their members hold the values.</summary>
    protected InputArgs()
    {
    }

    /// <summary>
    /// The inputs as they are now, in the order of the members. Taken when a resource is constructed, so that a program
    /// that goes on changing its args object does not change resources it has already made.
    /// </summary>
    internal virtual ImmutableArray<InputMember> Snapshot() => InputMembers.Of(this);
}
