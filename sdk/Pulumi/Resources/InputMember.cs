namespace Pulumi;

/// <summary>One input of an args object: its wire name and its value at one moment.</summary>
/// <param name="Name">Name on the wire.</param>
/// <param name="Value">What <see cref="IInput.Serializable"/> gave, or a plain value; <c>null</c> when not set.</param>
/// <param name="AsJson">Whether the value is sent as JSON text.</param>
/// <param name="MissingName">Name of the member if it is required but not set.</param>
/// <param name="Owner">Class of the args object, for messages.</param>
internal sealed record InputMember(string Name, object? Value, bool AsJson, string? MissingName, string Owner)
{
    public void ThrowIfMissing()
    {
        if (MissingName is not null)
        {
            throw new ArgumentNullException(MissingName, $"[Input] {Owner}.{MissingName} is required but was not given a value");
        }
    }
}
