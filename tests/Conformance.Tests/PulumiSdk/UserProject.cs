namespace Conformance.Tests.PulumiSdk;

/// <summary>What somebody has who uses HaIac from a checkout: a project elsewhere that refers to it and says nothing of Pulumi.</summary>
internal static class UserProject
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <ProjectReference Include="../checkout/sdk/HaIac/HaIac.csproj" />
          </ItemGroup>
        </Project>
        """;

    private const string Program = """
        using System.Collections.Immutable;
        using HaIac;
        using HaIac.SharedServices;
        using Pulumi;
        using Pulumi.Testing;

        var (resources, _) = await Deployment.TestAsync(new Cluster(), new TestOptions { IsPreview = false }, () =>
        {
            var vip = new VirtualIp("public-vip", new() { Ip = "192.0.2.10", CidrNetmask = 24 });
            _ = new LoadBalancer("haproxy", new() { HaMode = HaMode.ActiveActive, Addresses = { vip } });
            return new Dictionary<string, object?>();
        });
        Console.WriteLine(string.Join(' ', resources.Select(r => r.GetResourceName()).Distinct().Order()));

        internal sealed class Cluster : IMocks
        {
            public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) => Task.FromResult((args.Name, (object)args.Inputs));

            public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(ImmutableDictionary<string, object>.Empty);
        }
        """;

    /// <summary>Writes it beside the checkout.</summary>
    /// <returns>The project file.</returns>
    public static string Write(string root)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, "User")).FullName;
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Program);
        var project = Path.Combine(folder, "User.csproj");
        File.WriteAllText(project, Project);
        return project;
    }
}
