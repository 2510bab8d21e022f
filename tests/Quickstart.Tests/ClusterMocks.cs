using System.Collections.Immutable;
using Moq;
using Pulumi.Testing;

namespace Quickstart.Tests;

/// <summary>Stands in for the engine: answers what a cluster would, without one. Copy this into the tests of your own stack.</summary>
internal static class ClusterMocks
{
    public static Mock<IMocks> Create()
    {
        var mocks = new Mock<IMocks>();
        mocks.Setup(m => m.NewResourceAsync(It.IsAny<MockResourceArgs>()))
            .ReturnsAsync((MockResourceArgs args) => (args.Name, (object)args.Inputs));
        mocks.Setup(m => m.CallAsync(It.IsAny<MockCallArgs>()))
            .ReturnsAsync(ImmutableDictionary<string, object>.Empty);
        return mocks;
    }
}
