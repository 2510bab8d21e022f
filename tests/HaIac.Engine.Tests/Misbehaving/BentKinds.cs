using Pulumi;
using Pulumi.Experimental;
using Pulumi.Experimental.Provider;

namespace HaIac.Engine.Tests.Misbehaving;

/// <summary>The ways.</summary>
internal static class BentKinds
{
    public static readonly BentKind[] All =
    [
        new("Ordinary", (_, _) => throw new InvalidOperationException("boom"), "{0} failed: boom (InvalidOperationException)"),
        new("Later", (_, _) => Later(), "{0} failed: boom (InvalidOperationException)"),
        new("InputProperties", (_, _) => throw new InputPropertiesException("not accepted", [new PropertyError("value", "too big")]), "not accepted\nvalue: too big"),
        new("Initialization", (_, _) => throw new ResourceInitializationException("id-bad", new Dictionary<string, PropertyValue> { ["value"] = new("half") }, ["sick on purpose"]),
            "sick on purpose"),
        new("Cancelled", (_, _) => throw new OperationCanceledException(), "{0} was cancelled."),
        new("NotImplemented", (_, _) => throw new NotImplementedException("not here"), "not here"),
        new("Unavailable", (_, _) => throw new ProviderException(ProviderFailureKind.Precondition, "locked by someone"), "locked by someone"),
        new("NullTask", (_, _) => NoTask, "{0} failed: the provider gave null where a task belongs"),
        new("NullAnswer", (_, _) => Task.FromResult<object?>(null), "{0} failed: the provider answered null"),
    ];

    private static Task<object?>? NoTask
    {
        get
        {
            Task<object?>? none = null;
            return none;
        }
    }

    private static async Task<object?> Later()
    {
        await Task.Yield();
        throw new InvalidOperationException("boom");
    }
}
