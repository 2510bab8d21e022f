using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Conformance.Tests.PublicApi;

/// <summary>Writes the public API of an assembly as the analyzer of public API does: one line a type or member, <c>!</c> for what is never null.</summary>
internal static class PublicApiText
{
    private static readonly SymbolDisplayFormat WithoutNullability = new(
        SymbolDisplayGlobalNamespaceStyle.OmittedAsContaining,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters,
        SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeExplicitInterface
            | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeExtensionThis | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private static readonly SymbolDisplayFormat WithNullability = WithoutNullability.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.IncludeNotNullableReferenceTypeModifier);

    /// <summary>Everything public in an assembly, with the line that describes it.</summary>
    public static IReadOnlyList<PublicMember> Of(string assembly)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var beside = Directory.GetFiles(Path.GetDirectoryName(assembly)!, "*.dll").Where(p => p != assembly);
        var references = Directory.GetFiles(runtime, "System*.dll").Concat(beside).Select(p => MetadataReference.CreateFromFile(p));
        var own = MetadataReference.CreateFromFile(assembly);
        var compilation = CSharpCompilation.Create("listing", references: references.Append(own));
        var symbol = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(own)!;
        return Types(symbol.GlobalNamespace)
            .SelectMany(t => t.GetMembers().Where(m => m is not INamedTypeSymbol && IsListed(m)).Prepend(t))
            .Select(s => new PublicMember(Line(s, WithNullability), Line(s, WithoutNullability), s))
            .ToArray();
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
        => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
            .Where(m => m is INamespaceSymbol || IsVisible(m))
            .SelectMany(m => m is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(m));

    /// <summary>Properties are listed as their accessors, constructors of enums and delegates not at all.</summary>
    private static bool IsListed(ISymbol member)
        => IsVisible(member)
            && member is not IPropertySymbol
            && member is not IMethodSymbol { MethodKind: MethodKind.StaticConstructor or MethodKind.Destructor }
            && !(member.ContainingType.TypeKind == TypeKind.Enum && member is IMethodSymbol)
            && !(member.ContainingType.TypeKind == TypeKind.Delegate && member.Name != "Invoke")
            && !(member is IFieldSymbol { Name: "value__" });

    /// <summary>Protected counts only where somebody can derive.</summary>
    private static bool IsVisible(ISymbol symbol) => symbol.DeclaredAccessibility switch
    {
        Accessibility.Public => true,
        Accessibility.Protected or Accessibility.ProtectedOrInternal
            => !symbol.ContainingType.IsSealed && symbol.ContainingType.InstanceConstructors.Any(c => c.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected),
        _ => false,
    };

    private static string Line(ISymbol symbol, SymbolDisplayFormat format)
    {
        var type = symbol switch
        {
            IMethodSymbol method => method.ReturnType,
            IFieldSymbol field => field.Type,
            _ => null,
        };
        var text = symbol.ToDisplayString(format);
        return type is null ? text : $"{text} -> {type.ToDisplayString(format)}";
    }
}
