namespace HaIac.Cib.Documents;

/// <summary>A processing instruction in a CIB. Pacemaker knows none, but what others put there is kept.</summary>
public sealed class CibInstruction(string target, string data) : CibNode
{
    /// <summary>Whom it is for.</summary>
    public string Target { get; } = target;

    /// <summary>What it says.</summary>
    public string Data { get; } = data;

    /// <inheritdoc/>
    public override bool DeepEquals(CibNode? other) => other is CibInstruction instruction && instruction.Target == Target && instruction.Data == Data;
}
