using HaIac.Cib.Documents;

namespace HaIac.Cib.Checking;

/// <summary>
/// All orders of a configuration as one graph of moments: those of order constraints and their inverses, of groups, of sets, and of promotions after
/// starts. What stands in a clone counts as the clone. Templates and tags count as a set of their resources, in no order of their own.
/// </summary>
internal sealed class OrderGraph
{
    private readonly Survey _survey;
    private readonly HashSet<(string Name, string Action)> _laidOut = [];

    public OrderGraph(Survey survey)
    {
        _survey = survey;
        foreach (var order in survey.Constraints.Where(constraint => constraint.Name == "rsc_order"))
        {
            var cause = new OrderCause(order.Id, $"order {order.Id}");
            Pair(order, cause);
            Sets(order, cause);
        }
    }

    public LoopGraph<OrderNode, OrderCause> Graph { get; } = new();

    private void Pair(CibElement order, OrderCause cause)
    {
        if (order["first"] is not { } first || order["then"] is not { } then || first == then)
        {
            return;
        }

        // The cluster passes over an order of a group before its own member.
        if (_survey.Resource(first) is { } whole && _survey.Resource(then) is { } part && part.StandsIn(whole))
        {
            return;
        }

        Edge(first, OrderFacts.FirstAction(order), then, OrderFacts.ThenAction(order), cause, OrderFacts.IsSymmetrical(order));
    }

    private void Sets(CibElement order, OrderCause cause)
    {
        var symmetrical = OrderFacts.IsSymmetrical(order);
        (string Name, string Action)? before = null;
        foreach (var set in order.Elements.Where(set => set.Name == "resource_set"))
        {
            var action = set["action"] ?? "start";
            var members = set.Elements.Select(member => member.Id).OfType<string>().ToList();

            // Of a set that asks for any one of its members, none in particular must be first.
            var any = members.Count > 1 && !Switch.IsOn(set["require-all"], otherwise: true);
            var name = $"{order.Id}\n{set.Id}";
            foreach (var member in members)
            {
                Contain(name, member, action, cause, symmetrical, ends: !any);
            }

            if (Switch.IsOn(set["sequential"], otherwise: true))
            {
                foreach (var (first, then) in members.Zip(members.Skip(1)).Where(pair => pair.First != pair.Second))
                {
                    Edge(first, action, then, action, cause, symmetrical);
                }
            }

            if (before is { } earlier)
            {
                Edge(earlier.Name, earlier.Action, name, action, cause, symmetrical);
            }

            before = (name, action);
        }
    }

    private void Edge(string first, string firstAction, string then, string thenAction, OrderCause cause, bool symmetrical)
    {
        (first, then) = (LayOut(first, firstAction), LayOut(then, thenAction));
        if (first == then && firstAction == thenAction)
        {
            return;
        }

        Graph.Add(new(first, firstAction, IsEnd: true), new(then, thenAction, IsEnd: false), cause);
        if (symmetrical && OrderFacts.Inverse(firstAction) is { } undone && OrderFacts.Inverse(thenAction) is { } undo)
        {
            Graph.Add(new(LayOut(then, undo), undo, IsEnd: true), new(LayOut(first, undone), undone, IsEnd: false), cause);
        }
    }

    private void Contain(string whole, string member, string action, OrderCause cause, bool symmetrical, bool ends)
    {
        var part = LayOut(member, action);
        LayOut(whole, action);
        Graph.Add(new(whole, action, IsEnd: false), new(part, action, IsEnd: false), cause);
        if (ends)
        {
            Graph.Add(new(part, action, IsEnd: true), new(whole, action, IsEnd: true), cause);
        }

        if (symmetrical && OrderFacts.Inverse(action) is { } inverse)
        {
            Contain(whole, member, inverse, cause, symmetrical: false, ends);
        }
    }

    /// <summary>Lays out what an action of a resource, tag or template consists of, once each.</summary>
    /// <returns>The name that it goes by in the graph.</returns>
    private string LayOut(string id, string action)
    {
        var resource = _survey.Resource(id);
        var name = resource?.Multiplier?.Id ?? id;
        if (!_laidOut.Add((name, action)))
        {
            return name;
        }

        Graph.Add(new(name, action, IsEnd: false), new(name, action, IsEnd: true), default);
        if (resource is { IsPromotable: true } && action is "promote" or "stop")
        {
            var (first, then) = action == "promote" ? ("start", "promote") : ("demote", "stop");
            Graph.Add(new(LayOut(name, first), first, IsEnd: true), new(name, then, IsEnd: false), new(null, $"{name} itself"));
        }
        else if (resource is { Multiplier: null, IsGroup: true } && action is "start" or "stop")
        {
            Group(resource!, action);
        }
        else if (resource is { Multiplier: null, Holder: { IsGroup: true } group })
        {
            LayOut(group.Id, action);
        }
        else if (resource is null)
        {
            var members = _survey.Tag(id) is { } tag ? tag.Elements.Select(reference => reference.Id).OfType<string>()
                : _survey.Template(id) is { } template ? _survey.MadeOf(template).Select(user => user.Id) : [];
            foreach (var member in members.Where(member => _survey.Resource(member) is not null))
            {
                Contain(name, member, action, new(null, $"{(_survey.Tag(id) is null ? "template" : "tag")} {id}"), symmetrical: false, ends: true);
            }
        }

        return name;
    }

    private void Group(SurveyedResource group, string action)
    {
        var cause = new OrderCause(null, $"group {group.Id}");
        var members = group.Element.Elements.Where(child => child is { Name: "primitive", Id: not null }).Select(child => child.Id!).ToList();
        foreach (var member in members)
        {
            Contain(group.Id, member, action, cause, symmetrical: false, ends: true);
        }

        if (Switch.IsOn(group.Meta, "ordered", otherwise: true))
        {
            foreach (var (first, then) in members.Zip(members.Skip(1)))
            {
                Graph.Add(new(action == "start" ? first : then, action, IsEnd: true), new(action == "start" ? then : first, action, IsEnd: false), cause);
            }
        }
    }
}
