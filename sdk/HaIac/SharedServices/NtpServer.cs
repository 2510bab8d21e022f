using HaIac.Catalog;
using Pulumi;

namespace HaIac.SharedServices;

/// <summary>
/// Time for the nodes and for what hangs on them: chrony. Recommended: a clone on every node (<see cref="HaMode.ActiveActive"/>), because clients ask
/// several servers and choose.
/// </summary>
/// <remarks>
/// Source: requirement R1; the service table of the design, Infrastructure.
/// </remarks>
/// <param name="name">Name of the resource, and id of the primitive in the CIB.</param>
/// <param name="args">Its settings; HA is off by default.</param>
/// <param name="options">Pulumi's options.</param>
public sealed class NtpServer(string name, ReadyServiceArgs? args = null, ComponentResourceOptions? options = null)
    : ReadyService("haiac:shared:NtpServer", name, ServiceSettings.CopyOf(args), SharedDaemons.Ntp, options);
