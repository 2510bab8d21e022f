using HaIac.Cib.Values;
using HaIac.Operating.Services;

namespace HaIac.Operating.Scripts;

/// <summary>The scripts that HaIac brings to the nodes: its own agents, and the handler that runs an agent by hand.</summary>
/// <remarks>They stand in <c>provider/ocf</c>; its README says what fills the placeholders of the handler.</remarks>
internal static class ShippedScripts
{
    /// <summary>The provider of our own agents.</summary>
    public const string Provider = "haiac";

    private const string HandlerName = "handler";

    /// <summary>Whether an agent is one of ours, which is put on the nodes before it is used.</summary>
    public static bool Brings(AgentName agent) => Of(agent) is not null;

    /// <summary>The script of one of our agents; null for any other.</summary>
    public static AgentScript? Of(AgentName agent) =>
        agent is { Standard: "ocf", Provider: Provider, Type: not HandlerName } && Read(agent.Type) is { } content ? new(AgentPaths.Of(agent)!, content) : null;

    /// <summary>The handler of a service (rule B14, section O); null if its agent is no script, or it is not wanted.</summary>
    public static AgentScript? Handler(ServiceProfile profile)
    {
        if (profile is not { Agent: { Standard: "ocf" } agent, PrimitiveId: { } primitive, InContainers: false } || profile.Handler.Install == false)
        {
            return null;
        }

        var own = profile.Scripts.Select(script => script.Path).FirstOrDefault(path => AgentPaths.At(path) == agent);
        var root = own is null ? AgentPaths.UsualRoot : own[..own.LastIndexOf("/resource.d/", StringComparison.Ordinal)];
        var content = Read(HandlerName)!
            .Replace("@SERVICE@", Quoted(profile.ServiceName), StringComparison.Ordinal)
            .Replace("@AGENT@", Quoted(agent.ToString()), StringComparison.Ordinal)
            .Replace("@OCF_ROOT@", Quoted(root), StringComparison.Ordinal)
            .Replace("@PRIMITIVE@", Quoted(primitive.Value), StringComparison.Ordinal);
        return new($"{profile.Handler.Directory}/ocf_handler_{FileName(profile.ServiceName)}", content) { Mode = "0700" };
    }

    /// <summary>One word of the shell, whatever characters it holds.</summary>
    private static string Quoted(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static string FileName(string service) => string.Concat(service.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '@' ? c : '_'));

    private static string? Read(string name)
    {
        using var stream = typeof(ShippedScripts).Assembly.GetManifestResourceStream($"ocf/{name}");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
