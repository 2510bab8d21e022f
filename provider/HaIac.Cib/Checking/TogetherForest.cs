namespace HaIac.Cib.Checking;

/// <summary>Which resources must run on one node, and by which colocations. Joining and asking take next to no time each.</summary>
internal sealed class TogetherForest
{
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Other, string Why)>> _joints = new(StringComparer.Ordinal);

    public void Join(string one, string other, string why)
    {
        var (a, b) = (Root(one), Root(other));
        if (a == b)
        {
            return;
        }

        _parents[a] = b;
        JointsOf(one).Add((other, why));
        JointsOf(other).Add((one, why));
    }

    public bool AreTogether(string one, string other) => Root(one) == Root(other);

    /// <summary>The colocations that lead from one to the other; call it only for those that are together.</summary>
    public IReadOnlyList<string> Path(string one, string other)
    {
        var cameBy = new Dictionary<string, (string From, string Why)>(StringComparer.Ordinal) { [one] = (one, "") };
        var open = new Queue<string>([one]);
        while (!cameBy.ContainsKey(other) && open.TryDequeue(out var here))
        {
            foreach (var (next, why) in JointsOf(here))
            {
                if (cameBy.TryAdd(next, (here, why)))
                {
                    open.Enqueue(next);
                }
            }
        }

        var path = new List<string>();
        for (var at = other; at != one; at = cameBy[at].From)
        {
            path.Add(cameBy[at].Why);
        }

        path.Reverse();
        return path;
    }

    private string Root(string name)
    {
        var root = name;
        while (_parents.TryGetValue(root, out var parent))
        {
            root = parent;
        }

        while (name != root)
        {
            var next = _parents[name];
            _parents[name] = root;
            name = next;
        }

        return root;
    }

    private List<(string Other, string Why)> JointsOf(string name)
    {
        if (!_joints.TryGetValue(name, out var joints))
        {
            _joints.Add(name, joints = []);
        }

        return joints;
    }
}
