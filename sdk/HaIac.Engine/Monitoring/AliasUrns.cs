using HaIac.Engine.Registering;
using HaIac.Engine.State;
using HaIac.Protocol.Messages;

namespace HaIac.Engine.Monitoring;

/// <summary>The URNs that a resource may have had before.</summary>
/// <remarks>Source: pulumi-protocol.md 6.10.</remarks>
internal static class AliasUrns
{
    /// <summary>URNs from the program's aliases and from the former URN of the parent.</summary>
    /// <param name="request">The registration.</param>
    /// <param name="urn">URN of the resource now.</param>
    /// <param name="parent">What the program said of its parent; null without one.</param>
    /// <param name="formerUrn">Former URN of a resource of this run; null if it has none.</param>
    public static IEnumerable<string> Of(RegisterResourceRequest request, string urn, ResourceGoal? parent, Func<string, string?> formerUrn)
    {
        var now = new Urn(urn);
        var formerParent = parent is null ? null : formerUrn(parent.Urn);
        var own = request.AliasURNs
            .Concat(request.Aliases.SelectMany(alias => alias.AliasCase == Alias.AliasOneofCase.Urn ? [alias.Urn] : Urns(alias.Spec, request, now, formerUrn)));
        var inherited = formerParent is null
            ? []
            : new[] { Urn.Create(now.Stack, now.Project, formerParent, request.Type, InheritedName(request.Name, parent!.Urn, formerParent)).Text };
        return own.Concat(inherited).Where(alias => alias != urn).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Urns(Alias.Types.Spec? spec, RegisterResourceRequest request, Urn now, Func<string, string?> formerUrn)
    {
        spec ??= new Alias.Types.Spec();
        var name = spec.Name.Length > 0 ? spec.Name : request.Name;
        var type = spec.Type.Length > 0 ? spec.Type : request.Type;
        var stack = spec.Stack.Length > 0 ? spec.Stack : now.Stack;
        var project = spec.Project.Length > 0 ? spec.Project : now.Project;
        var parent = spec.ParentCase switch
        {
            Alias.Types.Spec.ParentOneofCase.NoParent => "",
            Alias.Types.Spec.ParentOneofCase.ParentUrn => spec.ParentUrn,
            _ => request.Parent,
        };
        if (parent.Length > 0 && formerUrn(parent) is { } former)
        {
            yield return Urn.Create(stack, project, former, type, name).Text;
        }

        yield return Urn.Create(stack, project, parent, type, name).Text;
    }

    private static string InheritedName(string name, string parentUrn, string formerParentUrn)
    {
        var (now, former) = (new Urn(parentUrn).Name, new Urn(formerParentUrn).Name);
        return name.StartsWith(now, StringComparison.Ordinal) ? former + name[now.Length..] : name;
    }
}
