using Pulumi;
using Pulumi.Testing;

namespace HaIac.Tests;

/// <summary>Runs a program against mocks.</summary>
internal static class ProgramRunner
{
    public static async Task<RecordingMocks> RunAsync(Action program)
    {
        var mocks = new RecordingMocks();
        await Deployment.TestAsync(
            mocks,
            new TestOptions { IsPreview = false },
            () =>
            {
                program();
                return new Dictionary<string, object?>();
            });
        return mocks;
    }
}
