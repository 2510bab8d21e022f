using Microsoft.CodeAnalysis;

namespace Conformance.Tests.PublicApi;

/// <summary>A public type or member of an assembly.</summary>
/// <param name="Line">Its line in a listing, with nullability.</param>
/// <param name="PlainLine">The same without nullability.</param>
/// <param name="Symbol">What it is.</param>
internal sealed record PublicMember(string Line, string PlainLine, ISymbol Symbol)
{
    /// <summary>Where it stands in the assembly's metadata.</summary>
    public int Token => Symbol.MetadataToken;
}
