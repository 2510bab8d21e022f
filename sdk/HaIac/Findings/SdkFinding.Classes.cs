namespace HaIac.Findings;

/// <content>Classes that do not fit a service.</content>
public sealed partial record SdkFinding
{
    internal const string MissingParameterCode = "HAI1111";

    internal static SdkFinding WrapperMetadataWithoutWrapper(string service, string name, string mode) => new(
        "HAI1106",
        "Wrapper metadata without a wrapper",
        $"\"{name}\" is set, and HaMode.{mode} puts nothing around the primitive.",
        $"haiac:services:Service \"{service}\", property WrapperMetadata or ResourceHash",
        "Meta attributes of a clone mean nothing to a primitive, and the cluster would not say so.",
        "Take it out, or choose HaMode.ActiveActive. A parameter of the agent that has the same name is written param.NAME.");

    internal static SdkFinding UnsupportedMode(string service, string pacemakerClass, string mode) => new(
        "HAI1107",
        "Mode that the class does not have",
        $"The service asks for HaMode.{mode}, and class {pacemakerClass} cannot compose it.",
        $"haiac:services:Service \"{service}\", property HaMode",
        "A class says by Supports which modes it has.",
        "Choose another mode or another class.");

    internal static SdkFinding CompositionMisfit(string service, string pacemakerClass, string mode, string misfit) => new(
        "HAI1108",
        "Composition does not fit the mode",
        $"Class {pacemakerClass} was asked for HaMode.{mode}, and {misfit}.",
        $"{pacemakerClass}.Compose, for haiac:services:Service \"{service}\"",
        "ActivePassive is a primitive, group or bundle; ActiveActive and Promotable are a clone or bundle; OuterId names it.",
        "Correct the class, or let its Supports say that it has no such mode. ServiceContext.Daemon composes what the mode asks for.");

    internal static SdkFinding OperationsNotTaken(string service, string pacemakerClass) => new(
        "HAI1109",
        "Operations that the class does not take",
        $"The service declares operations, and class {pacemakerClass} composes its own.",
        $"haiac:services:Service \"{service}\", property Operations",
        "What nobody takes would be lost silently.",
        "Take them out, or let the class compose by ServiceContext.Daemon, which takes them.");

    internal static SdkFinding ParameterSetTwice(string service, string one, string other) => new(
        "HAI1110",
        "Parameter set twice",
        $"\"{one}\" and \"{other}\" are the same parameter.",
        $"haiac:services:Service \"{service}\", property ResourceHash",
        "Only one of the two values could count.",
        "Take one of them out.");

    internal static SdkFinding MissingParameter(string service, string pacemakerClass, string name) => new(
        MissingParameterCode,
        "Missing parameter",
        $"\"{name}\" is not set.",
        $"haiac:services:Service \"{service}\", property ResourceHash",
        $"Class {pacemakerClass} cannot do without it.",
        $"Set it: ResourceHash = {{ [\"{name}\"] = ... }}.");

    internal static SdkFinding UnusableParameter(string service, string pacemakerClass, string name, string property, string reason) => new(
        "HAI1112",
        "Parameter that cannot be filled",
        $"\"{name}\" belongs to property {property}, and {reason}.",
        $"{pacemakerClass}.{property}, for haiac:services:Service \"{service}\"",
        "Properties marked [Parameter] are filled by name and type.",
        "Give it an init accessor and one of the types string, int, long, double, bool, TimeSpan, an enum, Score, Input<string>.");

    internal static SdkFinding ParameterKnownTooLate(string service, string pacemakerClass, string name, string property) => new(
        "HAI1113",
        "Parameter known too late",
        $"\"{name}\" is known after up.",
        $"haiac:services:Service \"{service}\", property ResourceHash",
        $"Class {pacemakerClass} composes by it before that: its property {property} holds a plain value.",
        $"Set a plain value, or let the class declare {property} as Input<string>.");

    internal static SdkFinding IncompleteAgent(string service, string agent, string problem) => new(
        "HAI1114",
        "Incomplete name of an agent",
        $"The agent is \"{agent}\"; {problem}.",
        $"haiac:services:Service \"{service}\", property PacemakerClass",
        "The cluster finds an agent by all parts of its name.",
        "Complete it, such as ocf:heartbeat:galera or systemd:haproxy.");

    internal static SdkFinding IllFormedOperationKey(string service, string key) => new(
        "HAI1115",
        "Ill-formed key of an operation",
        $"\"{key}\" names no attribute of an operation.",
        $"haiac:services:Service \"{service}\", property ResourceHash",
        "A key of an operation has three parts: op.NAME.ATTRIBUTE, the name perhaps with a role behind a colon.",
        "Write it like op.monitor.interval or op.monitor:Promoted.timeout.");

    internal static SdkFinding OperationWithoutName(string service) => new(
        "HAI1116",
        "Operation without a name",
        "An operation has no Name.",
        $"haiac:services:Service \"{service}\", property Operations",
        "In the list form the name says what the operation does.",
        "Set Name to monitor, start, stop, promote, demote, reload or notify.");
}
