using System.Text.RegularExpressions;
using Conformance.Tests.PublicApi;
using dnlib.DotNet;

namespace Conformance.Tests.PulumiSdk;

/// <summary>Makes what the published assembly is to a compiler: the bundled one, in which everything is internal that the published one has not.</summary>
internal static partial class StandInAssembly
{
    private static readonly HashSet<string> Published = UpstreamApi.Lines.Select(Key).ToHashSet(StringComparer.Ordinal);

    public static void Write(string bundled, string target)
    {
        using var module = ModuleDefMD.Load(bundled);
        foreach (var member in PublicApiText.Of(bundled).Where(m => !Published.Contains(Key(m.Line))))
        {
            Hide(module.ResolveToken((uint)member.Token));
        }

        module.Write(target);
    }

    /// <summary>Lines of an assembly that the published one does not have. What overrides or implements something cannot be hidden, and need not: it is called by the name it overrides.</summary>
    public static IEnumerable<string> BeyondThePublished(string assembly)
        => PublicApiText.Of(assembly)
            .Where(m => m.Symbol is not Microsoft.CodeAnalysis.IMethodSymbol { IsOverride: true } and not Microsoft.CodeAnalysis.IMethodSymbol { IsVirtual: false, IsSealed: true })
            .Select(m => m.Line)
            .Where(l => !Published.Contains(Key(l)));

    /// <summary>What a compiler tells members apart by: no names of parameters, no defaults, no nullability.</summary>
    private static string Key(string line)
    {
        line = ApiLine.Normal(line).Replace("operator !=", "operator ne", StringComparison.Ordinal);
        line = NullabilityAndVirtual().Replace(line, "");
        return ParameterName().Replace(line, "");
    }

    private static void Hide(IMDTokenProvider member)
    {
        switch (member)
        {
            case TypeDef type:
                type.Visibility = type.IsNested ? TypeAttributes.NestedAssembly : TypeAttributes.NotPublic;
                break;
            case MethodDef { IsVirtual: false } method:
                method.Access = MethodAttributes.Assembly;
                break;
            case MethodDef { IsNewSlot: true, IsFinal: false, DeclaringType.IsInterface: false } method:
                method.Access = MethodAttributes.Assembly;
                break;
            case FieldDef field:
                field.Access = FieldAttributes.Assembly;
                break;
        }
    }

    [GeneratedRegex("[!?]|^virtual ")]
    private static partial Regex NullabilityAndVirtual();

    [GeneratedRegex(@" @?\w+(?: = [^,)]*(?:\([^)]*\))?)?(?=, |\) ->|\]\.)")]
    private static partial Regex ParameterName();
}
