using HaIac.Protocol.Messages;

namespace Pulumi;

/// <summary>The engine's log and questions as this SDK uses them; the seam at which tests replace the engine.</summary>
internal interface IEngineClient
{
    Task LogAsync(LogRequest request, CancellationToken cancellationToken);

    Task RequirePulumiVersionAsync(string range, CancellationToken cancellationToken);
}
