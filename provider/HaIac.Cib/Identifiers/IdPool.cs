using System.Globalization;
using System.Text;
using System.Xml;

namespace HaIac.Cib.Identifiers;

/// <summary>Hands out ids for parts that have none of their own: sets, pairs, operations. Same input, same ids.</summary>
/// <param name="isTaken">Whether the configuration has an id.</param>
internal sealed class IdPool(Func<string, bool> isTaken)
{
    private readonly HashSet<string> _handedOut = new(StringComparer.Ordinal);

    private readonly HashSet<string> _released = new(StringComparer.Ordinal);

    private readonly HashSet<string> _reserved = new(StringComparer.Ordinal);

    /// <summary>Keeps ids for parts that are declared with them: only <see cref="TryTake"/> hands them out.</summary>
    public void Reserve(IEnumerable<string> ids) => _reserved.UnionWith(ids);

    /// <summary>Takes exactly this id; false when it is not free.</summary>
    public bool TryTake(string id) => (!isTaken(id) || _released.Contains(id)) && _handedOut.Add(id);

    /// <summary>Gives back ids of the configuration whose owners are on their way out.</summary>
    public void Release(IEnumerable<string> ids) => _released.UnionWith(ids);

    /// <summary>Takes an id made of these parts, with a number behind it when it is not free: <c>a-b</c>, <c>a-b-1</c>, <c>a-b-2</c>.</summary>
    public string Take(params IEnumerable<string> parts)
    {
        var wanted = Clean(string.Join('-', parts));
        var id = wanted;
        for (var number = 1; _reserved.Contains(id) || !TryTake(id); number++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{wanted}-{number}");
        }

        return id;
    }

    /// <summary>Without the characters that an id cannot have, as pcs does it.</summary>
    private static string Clean(string text)
    {
        var id = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (id.Length == 0 ? XmlConvert.IsStartNCNameChar(c) : XmlConvert.IsNCNameChar(c))
            {
                id.Append(c);
            }
        }

        return id.Length == 0 ? "id" : id.ToString();
    }
}
