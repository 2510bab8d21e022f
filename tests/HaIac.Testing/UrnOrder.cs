namespace HaIac.Testing;

/// <summary>Checks that a program names a URN only after it was told that URN.</summary>
public sealed class UrnOrder
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _answered = [];
    private readonly List<(string Urn, string By)> _early = [];

    /// <summary>Names that were too early; URNs of other programs are never answered and do not count.</summary>
    public IEnumerable<string> Faults
    {
        get
        {
            lock (_lock)
            {
                return _early.Where(e => _answered.Contains(e.Urn)).Select(e => $"{e.Urn} was named by {e.By} before it was registered").ToArray();
            }
        }
    }

    public void Name(IEnumerable<string> urns, string by)
    {
        lock (_lock)
        {
            _early.AddRange(urns.Where(u => u.Length > 0 && !_answered.Contains(u)).Select(u => (u, by)));
        }
    }

    public void Answer(string urn)
    {
        lock (_lock)
        {
            _answered.Add(urn);
        }
    }
}
