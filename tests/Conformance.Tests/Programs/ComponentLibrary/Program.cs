using System.Collections.Generic;
using System.Linq;
using Acme.Platform;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var east = new ProviderResource("acme", "east", ResourceArgs.Empty, registerPackageRequest: null);
    var platform = new Platform("main", new PlatformArgs
    {
        Region = "east",
        Zone = "a",
        Replicas = 2,
        Mounts = { { "data", new Mount("/data", 10) } },
    }, new ComponentResourceOptions { Provider = east, Protect = true });

    var api = platform.AddService("api", o => o with { Port = 8080 });
    var web = platform.AddService("web", o => o with { Port = 80, Needs = [api] });

    return new Dictionary<string, object?>
    {
        ["endpoints"] = Output.All(new[] { api, web }.Select(s => s.Endpoint)),
        ["mounts"] = platform.Mounts,
        ["first"] = platform.Mounts.Apply(m => m["data"]),
    };
});
