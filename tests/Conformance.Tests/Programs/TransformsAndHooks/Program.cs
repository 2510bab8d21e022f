using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Pulumi;

class Program
{
    static Task<int> Main(string[] args) => Deployment.RunAsync<CarefulStack>();
}

class CarefulStack : Stack
{
    public CarefulStack()
        : base(new StackOptions { ResourceTransforms = { NoteOwner } })
    {
        Deployment.Instance.RegisterInvokeTransform((args, _) =>
        {
            var changed = new InvokeTransformResult(args.Args.SetItem("limit", 5), args.Options);
            return Task.FromResult<InvokeTransformResult?>(args.Token.EndsWith("list", StringComparison.Ordinal) ? changed : null);
        });

        var announce = new ResourceHook("announce", async (args, cancellationToken) =>
        {
            await Task.Yield();
            Console.WriteLine($"{args.Name} is made with {args.NewInputs?.GetValueOrDefault("size") ?? "nothing"}");
        });

        var notice = new ErrorHook("notice", (args, cancellationToken) =>
        {
            Log.Info($"{args.Name}: {args.FailedOperation}");
            return Task.FromResult(args.Errors.Count < 3);
        });

        var tank = new Tank("tank", new TankArgs { Size = 3, Note = Output.CreateSecret("quiet") }, new CustomResourceOptions
        {
            Hooks =
            {
                BeforeCreate = { announce },
                AfterCreate = { new("done", (args, _) => { Console.WriteLine($"{args.Id} holds {args.NewOutputs?["size"]}"); return Task.CompletedTask; }, new ResourceHookOptions { OnDryRun = true }) },
                OnError = { notice },
            },
        });

        var plant = new Plant("plant", new ComponentResourceOptions
        {
            ResourceTransforms =
            {
                async (args, cancellationToken) =>
                {
                    await Task.Delay(1, cancellationToken);
                    if (args.Type != "water:index:Tank")
                    {
                        return null;
                    }

                    var options = CustomResourceOptions.Merge((CustomResourceOptions)args.Options, new CustomResourceOptions { IgnoreChanges = { "note" } });
                    return new ResourceTransformResult(args.Args.SetItem("size", 10), options);
                },
            },
            Hooks = new ResourceHookBinding { BeforeCreate = { announce } },
        });

        Sizes = Output.All(tank.Size, plant.Tank.Size);
        Listed = Deployment.Instance.Invoke<ImmutableDictionary<string, object>>("water:index:list", new ListArgs { Of = tank.Id }).Apply(all => all["limit"]);
    }

    [Output("sizes")]
    public Output<ImmutableArray<int>> Sizes { get; private set; }

    [Output("listed")]
    public Output<object> Listed { get; private set; }

    private static Task<ResourceTransformResult?> NoteOwner(ResourceTransformArgs args, CancellationToken cancellationToken)
    {
        if (!args.Custom || args.Args.ContainsKey("note"))
        {
            return Task.FromResult<ResourceTransformResult?>(null);
        }

        return Task.FromResult<ResourceTransformResult?>(new ResourceTransformResult(args.Args.Add("note", $"of {args.Name}"), args.Options));
    }
}

class Plant : ComponentResource
{
    public Plant(string name, ComponentResourceOptions? options = null)
        : base("water:index:Plant", name, options)
    {
        Tank = new Tank($"{name}-tank", new TankArgs { Size = 1 }, new CustomResourceOptions { Parent = this });
        RegisterOutputs();
    }

    public Tank Tank { get; }
}

sealed class TankArgs : ResourceArgs
{
    [Input("size", required: true)]
    public Input<int> Size { get; set; } = null!;

    [Input("note")]
    public Input<string>? Note { get; set; }
}

class Tank : CustomResource
{
    [Output("size")]
    public Output<int> Size { get; private set; } = null!;

    [Output("note")]
    public Output<string?> Note { get; private set; } = null!;

    public Tank(string name, TankArgs args, CustomResourceOptions? options = null)
        : base("water:index:Tank", name, args, options)
    {
    }
}

sealed class ListArgs : InvokeArgs
{
    [Input("of")]
    public Input<string>? Of { get; set; }
}
