namespace HaIac.Cib.Checking;

/// <summary>A directed graph with a label on each edge that finds its loops, in time that grows with its edges.</summary>
/// <typeparam name="TNode">What the nodes stand for.</typeparam>
/// <typeparam name="TLabel">What the edges stand for.</typeparam>
internal sealed class LoopGraph<TNode, TLabel>
    where TNode : notnull
{
    private readonly Dictionary<TNode, int> _numbers = [];
    private readonly List<TNode> _nodes = [];
    private readonly List<List<(int To, TLabel Label)>> _edges = [];

    /// <summary>How many edges were looked at so far; a test holds it to the size of the graph.</summary>
    public long Steps { get; private set; }

    public bool Has(TNode node) => _numbers.ContainsKey(node);

    public void Add(TNode from, TNode to, TLabel label) => _edges[Number(from)].Add((Number(to), label));

    /// <summary>One loop of each part in which every node reaches every other, with all labels of that part; parts in the order in which their nodes were added.</summary>
    public IEnumerable<(IReadOnlyList<(TNode From, TLabel Label, TNode To)> Loop, IReadOnlyList<TLabel> Labels)> Loops()
    {
        var part = Parts();
        var members = Enumerable.Range(0, _nodes.Count).GroupBy(node => part[node]);
        foreach (var group in members.Where(group => group.Skip(1).Any() || _edges[group.First()].Exists(edge => edge.To == group.First())))
        {
            var labels = group.SelectMany(node => _edges[node].Where(edge => part[edge.To] == group.Key).Select(edge => edge.Label)).Distinct().ToList();
            yield return (Shortest(group.First(), part), labels);
        }
    }

    private int Number(TNode node)
    {
        if (!_numbers.TryGetValue(node, out var number))
        {
            _numbers.Add(node, number = _nodes.Count);
            _nodes.Add(node);
            _edges.Add([]);
        }

        return number;
    }

    /// <summary>Tarjan's strongly connected parts, without recursion: chains of ten thousand orders are no exception.</summary>
    private int[] Parts()
    {
        var part = new int[_nodes.Count];
        var order = new int[_nodes.Count];
        var low = new int[_nodes.Count];
        var pending = new Stack<int>();
        var path = new Stack<(int Node, int Edge)>();
        Array.Fill(part, -1);
        var (visited, parts) = (0, 0);
        for (var root = 0; root < _nodes.Count; root++)
        {
            if (order[root] != 0)
            {
                continue;
            }

            Visit(root);
            while (path.TryPop(out var here))
            {
                if (here.Edge < _edges[here.Node].Count)
                {
                    Steps++;
                    var to = _edges[here.Node][here.Edge].To;
                    path.Push((here.Node, here.Edge + 1));
                    if (order[to] == 0)
                    {
                        Visit(to);
                    }
                    else if (part[to] < 0)
                    {
                        low[here.Node] = Math.Min(low[here.Node], order[to]);
                    }

                    continue;
                }

                if (low[here.Node] == order[here.Node])
                {
                    int member;
                    do
                    {
                        part[member = pending.Pop()] = parts;
                    }
                    while (member != here.Node);
                    parts++;
                }

                if (path.TryPeek(out var before))
                {
                    low[before.Node] = Math.Min(low[before.Node], low[here.Node]);
                }
            }
        }

        return part;

        void Visit(int node)
        {
            order[node] = low[node] = ++visited;
            pending.Push(node);
            path.Push((node, 0));
        }
    }

    /// <summary>The shortest way from a node back to itself that stays in its part.</summary>
    private List<(TNode From, TLabel Label, TNode To)> Shortest(int start, int[] part)
    {
        var cameBy = new Dictionary<int, (int From, TLabel Label)>();
        var open = new Queue<int>([start]);
        while (!cameBy.ContainsKey(start) && open.TryDequeue(out var node))
        {
            foreach (var (to, label) in _edges[node])
            {
                Steps++;
                if (part[to] == part[start] && cameBy.TryAdd(to, (node, label)))
                {
                    open.Enqueue(to);
                }
            }
        }

        var loop = new List<(TNode From, TLabel Label, TNode To)>();
        var at = start;
        do
        {
            var (from, label) = cameBy[at];
            loop.Add((_nodes[from], label, _nodes[at]));
            at = from;
        }
        while (at != start);
        loop.Reverse();
        return loop;
    }
}
