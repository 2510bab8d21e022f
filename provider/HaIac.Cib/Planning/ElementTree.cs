using HaIac.Cib.Documents;

namespace HaIac.Cib.Planning;

/// <summary>Where resources stand inside one another, and how a part is replaced that stands deep inside.</summary>
internal static class ElementTree
{
    /// <summary>All resources inside an element, however deep.</summary>
    public static IEnumerable<CibElement> ResourcesIn(CibElement element) =>
        element.Elements.Where(child => child.Id is not null && CibTags.IsResource(child.Name)).SelectMany(child => ResourcesIn(child).Prepend(child));

    /// <summary>The element inside which another one stands; null when it is not inside.</summary>
    public static CibElement? HolderOf(CibElement element, CibElement part) =>
        element.Elements.Any(child => ReferenceEquals(child, part))
            ? element
            : element.Elements.Select(child => HolderOf(child, part)).FirstOrDefault(holder => holder is not null);

    /// <summary>An element with one part of it replaced, or taken out, however deep it is.</summary>
    public static CibElement Rebuilt(CibElement element, CibElement part, CibElement? replacement)
    {
        if (ReferenceEquals(element, part))
        {
            return replacement!;
        }

        var holder = HolderOf(element, part)!;
        return Rebuilt(element, holder, replacement is null ? holder.Remove(part) : holder.Replace(part, replacement));
    }
}
