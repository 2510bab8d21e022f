namespace Pulumi.Tests.Experimental.Robustness;

/// <summary>An exception whose message is missing, or fails itself.</summary>
internal sealed class SilentException(bool throws) : Exception
{
    public override string Message => throws ? throw new InvalidOperationException("no message either") : null!;
}
