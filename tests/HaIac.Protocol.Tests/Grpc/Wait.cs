namespace HaIac.Protocol.Tests.Grpc;

/// <summary>Limits for waiting on conditions; they are far above what is needed, so that a slow host fails nothing.</summary>
internal static class Wait
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static Task ForAsync(Task task) => task.WaitAsync(Limit);

    public static Task<T> ForAsync<T>(Task<T> task) => task.WaitAsync(Limit);

    /// <summary>The failure that a call ends with.</summary>
    public static async Task<HaIac.Protocol.Grpc.GrpcException> FailureAsync(Task call)
    {
        try
        {
            await call.WaitAsync(Limit);
        }
        catch (HaIac.Protocol.Grpc.GrpcException e)
        {
            return e;
        }

        throw new AssertionException("The call did not fail.");
    }
}
