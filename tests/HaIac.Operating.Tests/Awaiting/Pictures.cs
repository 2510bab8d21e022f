using HaIac.Cib.Documents;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Operating.Awaiting;
using HaIac.Transport.Observing;
using HaIac.Transport.Simulating;

namespace HaIac.Operating.Tests.Awaiting;

/// <summary>Builds pictures of a three-node cluster, and what is expected of it; a test changes one thing.</summary>
internal static class Pictures
{
    public static Expectation Primitive(string id = "vip", bool gone = false) =>
        new(new CibPrimitive { Id = CibId.Parse(id), Agent = AgentName.Parse("ocf:pacemaker:Dummy") }, gone);

    public static Expectation Clone(bool promotable = false) => new(new CibClone
    {
        Id = CibId.Parse("api-clone"),
        Inner = new CibPrimitive { Id = CibId.Parse("api"), Agent = AgentName.Parse("ocf:pacemaker:Dummy") },
        Promotable = promotable ? true : null,
    }, Gone: false);

    public static Expectation Bundle(bool withPrimitive = true, int promotedMax = 0, bool gone = false) => new(new CibBundle
    {
        Id = CibId.Parse("db-bundle"),
        Container = new() { Technology = ContainerTechnology.Podman, Image = "db:1", Replicas = 3, PromotedMax = promotedMax },
        Primitive = withPrimitive ? new() { Id = CibId.Parse("db"), Agent = AgentName.Parse("ocf:heartbeat:galera") } : null,
    }, gone);

    public static NodeStatus Node(string name) => new() { Name = NodeName.Parse(name), Online = true };

    public static ResourceInstance Instance(string resource, string? node, ResourceRole role = ResourceRole.Started) => new()
    {
        Resource = resource, Active = node is not null, Role = node is null ? ResourceRole.Stopped : role, Nodes = node is null ? [] : [NodeName.Parse(node)],
    };

    public static OperationFailure Failure(string resource, string node, string operation = "start", int code = 5, string reason = "binary is missing") => new()
    {
        Resource = resource, Node = NodeName.Parse(node), Operation = operation, Exit = new(code), ExitReason = reason, Status = "complete",
    };

    public static ClusterStatus Status(string outer, params ResourceInstance[] instances) => new()
    {
        HasQuorum = true,
        Nodes = [Node("ctl1"), Node("ctl2"), Node("ctl3")],
        Resources = [new() { Id = outer, Kind = outer.EndsWith("-clone", StringComparison.Ordinal) ? ResourceKind.Clone : ResourceKind.Primitive, Instances = [.. instances] }],
    };

    public static ClusterPicture Picture(ClusterStatus status, string constraints = "", bool runsAgents = true, params SimulatedAction[] next)
    {
        var cib = CibDocument.Parse($"<cib validate-with=\"pacemaker-3.9\" epoch=\"1\" num_updates=\"0\" admin_epoch=\"0\"><configuration><crm_config/><nodes/><resources/><constraints>{constraints}</constraints></configuration><status/></cib>");
        return new(status, cib, [.. next], runsAgents);
    }
}
