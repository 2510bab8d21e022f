using HaIac.Labs.Commands;

namespace HaIac.Labs.RootFs;

/// <summary>The root file system that all nodes start from; built at first use, then cached.</summary>
internal static class RootFileSystem
{
    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "RootFs", "rootfs.sh");

    /// <summary>Its folder; builds it when the cache has none, or waits for another process that does.</summary>
    public static async Task<string> ReadyAsync(CancellationToken ct) =>
        (await HostCommand.RunAsync(["bash", Script], ct)).EnsureSuccess().Trim();

    /// <summary>Whether it is built.</summary>
    public static async Task<bool> IsCachedAsync(CancellationToken ct) =>
        Directory.Exists((await HostCommand.ReadAsync(ct, "bash", Script, "--path")).Trim());
}
