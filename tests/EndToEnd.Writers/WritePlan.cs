using HaIac.Cib.Constraints;
using HaIac.Cib.Options;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace EndToEnd.Writers;

/// <summary>
/// What one writer does: rounds of ten writes (creates, changes and removals of primitives, clones, constraints and a cluster option) and two writes
/// that are wrong on purpose. Each write is worked out from what the writer last applied, as a provider works from its state.
/// </summary>
/// <param name="name">The writer's name, with which all its ids begin.</param>
/// <param name="option">The cluster option that it alone sets.</param>
/// <param name="rounds">How many rounds; two at least.</param>
internal sealed class WritePlan(string name, string option, int rounds)
{
    private readonly Dictionary<string, CibObject> _applied = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _gone = new(StringComparer.Ordinal);

    public string Name => name;

    public IEnumerable<PlannedWrite> Writes()
    {
        for (var round = 0; round < rounds; round++)
        {
            foreach (var write in Round(round))
            {
                yield return write();
            }

            if (round == 0)
            {
                yield return RefusedBySchema();
            }
            else if (round == rounds - 1)
            {
                yield return IdOfAnother();
            }
        }
    }

    public void Succeeded(PlannedWrite write)
    {
        foreach (var edit in write.Edits)
        {
            if (edit is PutObject put)
            {
                _applied[put.Id.Value] = put.Wanted;
            }
            else
            {
                _applied.Remove(edit.Id.Value);
            }
        }

        foreach (var (path, value) in write.Values)
        {
            if (value is null)
            {
                _values.Remove(path);
            }
            else
            {
                _values[path] = value;
            }
        }

        _gone.ExceptWith(write.Comes);
        _gone.UnionWith(write.Goes);
    }

    public void DidNotSucceed(PlannedWrite write) => _gone.UnionWith(write.Comes);

    public Expectation Expect() => new(name, _values, _gone);

    // Worked out one by one, because each depends on what became of those before.
    private IEnumerable<Func<PlannedWrite>> Round(int round)
    {
        var (p, c, loc) = ($"{name}-p{round}", $"{name}-c{round}", $"{name}-l{round}");
        yield return () => Primitive(p, "a", "31s");
        yield return () => Primitive(p, "b", "33s");
        yield return () => Clone(c, $"{name}-i{round}", round % 2 == 1, 2, "a");
        yield return () => Location(loc, p, $"ctl{(round % 3) + 1}", 10 + round);
        yield return () => Clone(c, $"{name}-i{round}", round % 2 == 1, 3, "b");
        yield return () => ChainAfter(p, $"{name}-q{round}", $"{name}-o{round}");
        yield return () => Option(10 + round);
        yield return () => Location(loc, p, $"ctl{(round % 3) + 1}", 20 + round);
        yield return () => Remove("remove order and primitive", $"{name}-o{round}", $"{name}-q{round}");
        yield return () => round % 2 == 1 ? Remove("remove location and primitive", loc, p) : Primitive(p, "c", "33s");
    }

    private PlannedWrite Primitive(string id, string fake, string interval) => new()
    {
        What = "primitive",
        Edits = [Put(Dummy(id, fake, interval))],
        Values = PrimitiveValues(id, fake, interval),
        Comes = IfNew(id),
    };

    private PlannedWrite Clone(string id, string inner, bool promotable, int max, string fake)
    {
        var primitive = promotable
            ? new CibPrimitive { Id = CibId.Parse(inner), Agent = AgentName.Parse("ocf:pacemaker:Stateful"), MetaAttributes = AttributeMap.Of(("priority", fake == "a" ? "1" : "2")) }
            : Dummy(inner, fake, "37s");
        return new()
        {
            What = "clone",
            Edits =
            [
                Put(new CibClone
                {
                    Id = CibId.Parse(id),
                    Inner = primitive,
                    Promotable = promotable ? true : null,
                    MetaAttributes = AttributeMap.Of(("clone-max", $"{max}"), ("interleave", "true")),
                }),
            ],
            Values = new Dictionary<string, string?>
            {
                [$"resources/clone[@id='{id}']/primitive/@id"] = inner,
                [$"resources/clone[@id='{id}']/meta_attributes/nvpair[@name='clone-max']/@value"] = $"{max}",
                [promotable
                    ? $"resources/clone/primitive[@id='{inner}']/meta_attributes/nvpair[@name='priority']/@value"
                    : $"resources/clone/primitive[@id='{inner}']/instance_attributes/nvpair[@name='fake']/@value"] = promotable ? (fake == "a" ? "1" : "2") : fake,
            },
            Comes = IfNew(id, inner),
        };
    }

    private PlannedWrite Location(string id, string resource, string node, int score) => new()
    {
        What = "location",
        Edits = [Put(new LocationConstraint { Id = CibId.Parse(id), Resource = CibId.Parse(resource), Node = NodeName.Parse(node), Score = Score.Of(score) })],
        Values = new Dictionary<string, string?> { [$"constraints/rsc_location[@id='{id}' and @rsc='{resource}' and @node='{node}']/@score"] = $"{score}" },
        Comes = IfNew(id),
    };

    // Two objects in one transaction, one of which refers to the other.
    private PlannedWrite ChainAfter(string first, string then, string order) => new()
    {
        What = "order and primitive",
        Edits =
        [
            Put(new OrderConstraint { Id = CibId.Parse(order), First = CibId.Parse(first), Then = CibId.Parse(then), Kind = OrderKind.Optional }),
            Put(Dummy(then, "a", "35s")),
        ],
        Values = new Dictionary<string, string?>(PrimitiveValues(then, "a", "35s"))
        {
            [$"constraints/rsc_order[@id='{order}' and @first='{first}' and @then='{then}']/@kind"] = "Optional",
        },
        Comes = IfNew(order, then),
    };

    private PlannedWrite Option(int value) => new()
    {
        What = "cluster option",
        Edits = [Put(new ClusterProperties { Id = CibId.Parse(ClusterProperties.DefaultId), Properties = AttributeMap.Of((option, $"{value}")) })],
        Values = new Dictionary<string, string?> { [$"crm_config/cluster_property_set/nvpair[@name='{option}']/@value"] = $"{value}" },
    };

    private PlannedWrite Remove(string what, params string[] ids) => new()
    {
        What = what,
        Edits = [.. ids.Where(_applied.ContainsKey).Select(id => new RemoveObject(_applied[id]))],
        Values = _values.Keys.Where(path => ids.Any(id => path.Contains($"'{id}'", StringComparison.Ordinal))).ToDictionary(path => path, _ => (string?)null),
        Goes = ids,
    };

    // Shares its transaction with good writes of others, which must land nevertheless.
    private PlannedWrite RefusedBySchema()
    {
        var id = $"{name}-wrong";
        var operation = new CibOperation { Name = "monitor", Interval = CibDuration.Parse("30s"), OtherAttributes = AttributeMap.Of(("no-such-attribute", "1")) };
        return new()
        {
            What = "attribute unknown to the schema",
            Edits = [Put(new CibPrimitive { Id = CibId.Parse(id), Agent = AgentName.Parse("ocf:pacemaker:Dummy"), Operations = [operation] })],
            Comes = [id],
            Possible = false,
        };
    }

    private PlannedWrite IdOfAnother() => new()
    {
        What = "id of somebody else",
        Edits = [new PutObject(Dummy("bystander", name, "30s"), null)],
        Possible = false,
    };

    private PutObject Put(CibObject wanted) => new(wanted, _applied.GetValueOrDefault(wanted.Id.Value));

    private string[] IfNew(params string[] ids) => [.. ids.Where(id => !_applied.Values.Any(o => o.Id.Value == id || o is CibClone { Inner.Id: { } inner } && inner.Value == id))];

    private static CibPrimitive Dummy(string id, string fake, string interval) => new()
    {
        Id = CibId.Parse(id),
        Agent = AgentName.Parse("ocf:pacemaker:Dummy"),
        InstanceAttributes = AttributeMap.Of(("fake", fake)),
        Operations = [new CibOperation { Name = "monitor", Interval = CibDuration.Parse(interval), Timeout = CibDuration.Parse("20s") }],
    };

    private static Dictionary<string, string?> PrimitiveValues(string id, string fake, string interval) => new()
    {
        [$"resources/primitive[@id='{id}' and @type='Dummy']/instance_attributes/nvpair[@name='fake']/@value"] = fake,
        [$"resources/primitive[@id='{id}' and @type='Dummy']/operations/op[@name='monitor']/@interval"] = interval,
    };
}
