using Newtonsoft.Json.Linq;

namespace HaIac.Engine.Tests.Kit;

/// <summary>The "cloud" of the recorded scenarios: objects by id, counters by name, and faults laid into it.</summary>
internal sealed class KitWorld
{
    private readonly Lock gate = new();
    private JObject content = new(new JProperty("objects", new JObject()), new JProperty("counters", new JObject()), new JProperty("faults", new JArray()));

    /// <summary>Awaited at the start of each real creation.</summary>
    public Func<Task>? BeforeCreate { get; set; }

    public static KitWorld From(JObject? start)
    {
        var world = new KitWorld();
        if (start is not null)
        {
            world.content = (JObject)start.DeepClone();
            foreach (var (key, empty) in new (string, JToken)[] { ("objects", new JObject()), ("counters", new JObject()), ("faults", new JArray()) })
            {
                world.content[key] ??= empty;
            }
        }

        return world;
    }

    public JObject Objects
    {
        get
        {
            lock (gate)
            {
                return (JObject)content["objects"]!.DeepClone();
            }
        }
    }

    public T Change<T>(Func<JObject, T> change)
    {
        lock (gate)
        {
            return change(content);
        }
    }

    /// <summary>Finds a fault for an operation on a resource and counts it down.</summary>
    public JObject? Fault(string op, string name) => Change(world =>
    {
        var fault = world["faults"]!.OfType<JObject>().FirstOrDefault(f =>
            (string?)f["op"] == op && (f["name"] is null || (string?)f["name"] == name) && (int?)f["times"] != 0);
        if (fault?["times"] is { } times && (int)times > 0)
        {
            fault["times"] = (int)times - 1;
        }

        return (JObject?)fault?.DeepClone();
    });

    /// <summary>Merges what a scenario's step changes.</summary>
    public void Merge(JObject change) => Change(world =>
    {
        foreach (var (id, value) in (change["objects"] as JObject) ?? [])
        {
            var objects = (JObject)world["objects"]!;
            if ((bool?)change["onlyExisting"] == true && objects[id] is null)
            {
                continue;
            }

            if (value is not JObject wanted)
            {
                objects.Remove(id);
                continue;
            }

            var target = objects[id] as JObject ?? new JObject(new JProperty("serial", 1));
            var inputs = (JObject)(target["inputs"] as JObject ?? []).DeepClone();
            foreach (var (key, input) in (wanted["inputs"] as JObject) ?? [])
            {
                inputs[key] = input?.DeepClone();
            }

            target = (JObject)target.DeepClone();
            foreach (var (key, field) in wanted)
            {
                target[key] = field?.DeepClone();
            }

            target["inputs"] = inputs;
            objects[id] = target;
        }

        if (change["faults"] is { } faults)
        {
            world["faults"] = faults.DeepClone();
        }

        return 0;
    });
}
