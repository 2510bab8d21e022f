using HaIac.Engine.Events;
using HaIac.Engine.State;

namespace HaIac.Engine.Rendering;

/// <summary>Which steps are shown (display rules, "shown step", and 7).</summary>
internal static class StepFilter
{
    /// <summary>True if nobody sees the step: the engine's own bookkeeping.</summary>
    /// <param name="step">The step.</param>
    /// <param name="options">What the view shows.</param>
    public static bool IsDropped(StepMetadata step, DisplayOptions options)
    {
        if (step.Op == StepOp.RemovePendingReplace)
            return true;
        var urn = new Urn(step.Urn);
        var isProvider = step.Type.StartsWith(Urn.ProviderTypePrefix, StringComparison.Ordinal);
        if (isProvider && urn.Name.StartsWith("default", StringComparison.Ordinal))
            return true;
        
        // A refresh ends as update or delete; its own end must go with its beginning.
        return options is { Kind: OperationKind.Refresh, RunsProgram: true } && step.Op != StepOp.Same && (isProvider || IsStack(step.Urn));
    }

    /// <summary>True if the step changes something, or all steps are wanted.</summary>
    /// <param name="step">The step.</param>
    /// <param name="options">What the view shows.</param>
    public static bool IsShown(StepMetadata step, DisplayOptions options) =>
        step.Op != StepOp.Same
        || options.ShowSames
        || (step.Old is { } old && step.New is { } now && old.Protect != now.Protect);

    /// <summary>True for the root resource.</summary>
    /// <param name="urn">URN.</param>
    public static bool IsStack(string urn) => new Urn(urn).QualifiedType == Urn.StackType;

    /// <summary>Type as people read it: <c>pkg:mod/file:Name</c> is <c>pkg:mod:Name</c> if the file is named after the type.</summary>
    /// <param name="type">Type token.</param>
    public static string DisplayType(string type)
    {
        var parts = type.Split(':');
        if (parts.Length != 3 || parts[2].Length == 0)
            return type;
        var slash = parts[1].IndexOf('/');
        if (slash < 0)
            return type;
        var file = char.ToLowerInvariant(parts[2][0]) + parts[2][1..];
        return parts[1][(slash + 1)..] == file ? $"{parts[0]}:{parts[1][..slash]}:{parts[2]}" : type;
    }
}
