namespace Pulumi;

/// <summary>
/// A look at who waits for whom among the work in flight. All waits are for everything, never for one of several, so a
/// circle can never come apart.
/// </summary>
/// <param name="inFlight">The work, and what each piece of it waits for: see <see cref="Runner.Watch"/>.</param>
internal sealed class WaitGraph(IReadOnlyDictionary<Task, object?> inFlight)
{
    /// <summary>Finds a circle.</summary>
    /// <returns>Those in it that have a name, each waiting for the next; empty if there is none.</returns>
    public IReadOnlyList<Waiting> FindCircle()
    {
        // Work moves on while it is looked at. A circle that is seen twice stood still between the looks, so it is real.
        var first = Search();
        return first.Count > 0 && Search().SequenceEqual(first) ? first : [];
    }

    /// <summary>What everything waits for in the end, each with one of those who wait; in words for users.</summary>
    public IReadOnlyList<string> Ends()
    {
        var ends = new Dictionary<string, Waiting?>(StringComparer.Ordinal);
        foreach (var (task, entry) in inFlight)
        {
            var waiter = entry as Waiting;
            object node = Node(task);
            var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
            while (seen.Add(node) && Next(node).FirstOrDefault() is { } next)
            {
                node = next;
            }

            var end = Describe(node);
            var names = waiter?.Subject is Resource && !ReferenceEquals(waiter, node) ? waiter : null;
            if (!ends.TryGetValue(end, out var known) || known is null)
            {
                ends[end] = names;
            }
        }

        return [.. ends
            .Select(e => e.Value is { } waiter ? $"{e.Key}; {waiter.Describe()} needs it" : e.Key)
            .Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<Task> Open(object? on)
        => (on switch
        {
            Task task => [task],
            IEnumerable<Task> tasks => tasks,
            _ => [],
        }).Where(t => !t.IsCompleted);

    private string Describe(object node)
        => node switch
        {
            Waiting waiting => waiting.Describe(),
            Task task when inFlight.GetValueOrDefault(task) is string words => words,
            Task task when inFlight.ContainsKey(task) => "code inside of an Apply",
            _ => "a task that the program made",
        };

    /// <summary>Outputs of one resource share what they wait for, so that counts instead of their tasks.</summary>
    private object Node(Task task) => inFlight.GetValueOrDefault(task) as Waiting ?? (object)task;

    private IEnumerable<object> Next(object node)
        => Open(node is Waiting waiting ? waiting.On : inFlight.GetValueOrDefault((Task)node)).Select(Node);

    private List<Waiting> Search()
    {
        var done = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var place = new Dictionary<object, int>(ReferenceEqualityComparer.Instance);
        foreach (var task in inFlight.Keys)
        {
            // Kept as a list and not by recursion: a chain of outputs may be longer than any stack.
            var path = new List<(object Node, IEnumerator<object> Others)>();
            Push(Node(task));
            while (path.Count > 0)
            {
                var (node, rest) = path[^1];
                if (!rest.MoveNext())
                {
                    path.RemoveAt(path.Count - 1);
                    place.Remove(node);
                    done.Add(node);
                }
                else if (place.TryGetValue(rest.Current, out var start))
                {
                    return [.. path.Skip(start).Select(p => p.Node).OfType<Waiting>().Where(w => w.Subject is not null)];
                }
                else
                {
                    Push(rest.Current);
                }
            }

            void Push(object node)
            {
                if (!done.Contains(node))
                {
                    place[node] = path.Count;
                    path.Add((node, Next(node).GetEnumerator()));
                }
            }
        }

        return [];
    }
}
