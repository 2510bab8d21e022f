namespace HaIac.Operating.Services;

/// <summary>A script that must be on every node that could run the service, before its primitive exists (rules B12, B13, C1, C3 of the requirements).</summary>
/// <param name="Path">Its absolute path; an agent's is <c>ROOT/resource.d/PROVIDER/TYPE</c>.</param>
/// <param name="Content">Its whole text; may be secret.</param>
internal sealed record AgentScript(string Path, string Content)
{
    /// <summary>Permission bits as octal text. Default: 0755.</summary>
    public string Mode { get; init; } = "0755";

    /// <summary>The path only: the content may be long or secret.</summary>
    public override string ToString() => Path;
}
