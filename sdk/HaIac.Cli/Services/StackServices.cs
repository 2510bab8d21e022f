using HaIac.Cli.Contexts;
using HaIac.Engine.State;
using HaIac.Operating.Services;
using HaIac.Protocol.Properties;

namespace HaIac.Cli.Services;

/// <summary>The services that a stack declares, from its state. Secrets in it stay masked.</summary>
internal sealed class StackServices
{
    private const string ServiceType = "haiac:services:Service";

    private readonly List<(string Name, DeclaredService Service)> _services;

    private StackServices(List<(string, DeclaredService)> services) => _services = services;

    /// <summary>A stack that declares nothing.</summary>
    public static StackServices None { get; } = new([]);

    /// <summary>All of them, in the order of the state.</summary>
    public IEnumerable<DeclaredService> All => _services.Select(item => item.Service);

    /// <summary>Reads the state of a stack.</summary>
    /// <param name="context">The project.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task<StackServices> ReadAsync(ProjectContext context, StackName stack, CancellationToken ct)
    {
        var checkpoint = await context.Opener.ReadMaskedAsync(stack, ct);
        return new([.. checkpoint.Latest.Resources
            .Where(resource => resource.Type == ServiceType && !resource.Delete)
            .Select(resource => (new Urn(resource.Urn).Name, Read(resource)))]);
    }

    /// <summary>The service of a name: by its logical name, else by the name of its daemon; null if the stack declares none.</summary>
    /// <param name="name">What the user typed.</param>
    /// <exception cref="StateException">HAI1257: several daemons have that name.</exception>
    public DeclaredService? Find(string name)
    {
        var named = _services.Where(item => item.Name == name).ToList();
        var found = named.Count > 0 ? named : _services.Where(item => item.Service.Profile.ServiceName == name).ToList();
        return found.Count <= 1
            ? found.Select(item => item.Service).FirstOrDefault()
            : throw new StateException(
                "HAI1257", "Name means several services", $"\"{name}\" is the daemon of {string.Join(", ", found.Select(item => item.Name))}.", null, "Each of them is a resource of its own in the program.", "Use one of these names.");
    }

    private static DeclaredService Read(StateResource resource)
    {
        var values = resource.Inputs.ToDictionary(field => field.Key, field => Plain(field.Value), StringComparer.Ordinal);
        return new(ServiceProfileReader.Read(new Urn(resource.Urn).Name, values), true, values.GetValueOrDefault("haMode") is string mode && mode != "Disabled");
    }

    private static object? Plain(WireValue value) => value switch
    {
        WireSecret secret => Plain(secret.Value),
        WireOutput { Value: { } inner } => Plain(inner),
        WireText text => text.Value,
        WireBool flag => flag.Value,
        WireNumber number => number.Value,
        WireList list => list.Items.Select(Plain).ToList(),
        WireMap map => map.Fields.ToDictionary(field => field.Key, field => Plain(field.Value), StringComparer.Ordinal),
        _ => null,
    };
}
