using System.Collections.Immutable;
using System.Globalization;

namespace Pulumi.TestProgram;

/// <summary>Programs that declare much.</summary>
internal static class LoadPrograms
{
    private const int Dependencies = 5;

    public static Task<int> ThousandAsync()
        => Deployment.RunAsync(() => Declare(int.Parse(Environment.GetEnvironmentVariable("TEST_RESOURCES") ?? "1000", CultureInfo.InvariantCulture)));

    /// <summary>Each resource has ten inputs and depends on the five before it, by option and by input.</summary>
    public static void Declare(int count)
    {
        var made = new List<Ten>();
        for (var i = 0; i < count; i++)
        {
            var args = new TenInputsArgs
            {
                A = "text",
                B = i > 0 ? made[i - 1].A : "first",
                C = i > 1 ? made[i - 2].Id : "first",
                D = i,
                E = true,
                F = 0.5,
                G = new InputList<string> { "one", i > 3 ? made[i - 4].Id : "first" },
                H = new InputMap<string> { { "key", i > 2 ? made[i - 3].A.Apply(a => a + "!") : "first" } },
                I = Output.CreateSecret("hidden"),
                J = Output.Create("later"),
            };
            var before = made.Skip(i - Dependencies).Take(Dependencies).Cast<Resource>().ToImmutableArray();
            made.Add(new Ten("ten-" + i.ToString(CultureInfo.InvariantCulture), args, new CustomResourceOptions { DependsOn = before }));
        }
    }

    /// <summary>Nothing waits for anything but the stack.</summary>
    public static void DeclareWide(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _ = new Thing("thing-" + i.ToString(CultureInfo.InvariantCulture), new ThingArgs { Label = "label", Size = i });
        }
    }

    /// <summary>A hundred resources in each component; each component's resources wait for all of the component before.</summary>
    public static void DeclareInComponents(int count)
    {
        Box? before = null;
        for (var first = 0; first < count; first += 100)
        {
            var box = new Box("box-" + first.ToString(CultureInfo.InvariantCulture));
            for (var i = first; i < Math.Min(first + 100, count); i++)
            {
                var options = new CustomResourceOptions { Parent = box };
                if (before is not null && i == first)
                {
                    options.DependsOn.Add(before);
                }

                _ = new Thing("thing-" + i.ToString(CultureInfo.InvariantCulture), new ThingArgs { Size = i }, options);
            }

            box.Finish(new Dictionary<string, object?>());
            before = box;
        }
    }

    /// <summary>An apply on each resource, of which one throws.</summary>
    public static void DeclareWithFailure(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var number = i;
            var thing = new Thing("thing-" + i.ToString(CultureInfo.InvariantCulture), new ThingArgs { Size = i });
            _ = thing.Size.Apply(size => number == count / 2 ? throw new InvalidOperationException("in the middle") : size);
        }
    }

    /// <summary>Components nested 300 deep, each with an alias and a resource that depends on the component above.</summary>
    public static Task<int> DeepAsync()
        => Deployment.RunAsync(() =>
        {
            Box? above = null;
            for (var level = 0; level < 300; level++)
            {
                var name = "box-" + level.ToString(CultureInfo.InvariantCulture);
                var box = new Box(name, new ComponentResourceOptions { Parent = above, Aliases = { new Alias { Name = "old-" + name } } });
                var thing = new Thing("in-" + name, null, new CustomResourceOptions { Parent = box });
                _ = new Thing("after-" + name, null, new CustomResourceOptions { DependsOn = { thing, box } });
                above = box;
            }
        });

    /// <summary>Hooks call back into the engine while it works on all the resources it can.</summary>
    public static Task<int> HooksThatInvokeAsync()
        => Deployment.RunAsync(() =>
        {
            var hook = new ResourceHook("ask", async (_, _) =>
                await Deployment.Instance.InvokeAsync<ImmutableDictionary<string, object>>("test:index:ask", InvokeArgs.Empty));
            for (var i = 0; i < 300; i++)
            {
                _ = new Thing("thing-" + i.ToString(CultureInfo.InvariantCulture), null, new CustomResourceOptions { Hooks = { BeforeCreate = { hook } } });
            }
        });

    private sealed class Ten(string name, TenInputsArgs args, CustomResourceOptions options)
        : CustomResource("test:index:Ten", name, args, options)
    {
        [Output("a")]
        public Output<string> A { get; private set; } = null!;

        [Output("d")]
        public Output<int> D { get; private set; } = null!;
    }
}
