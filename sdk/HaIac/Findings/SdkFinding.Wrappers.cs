namespace HaIac.Findings;

/// <content>Wrappers that do not do what was meant.</content>
public sealed partial record SdkFinding
{
    private const string Order = "Wrappers apply from the inside: those in a resource's own options, then its parents', last the stack's; in one list in its order.";

    internal static SdkFinding NothingWrapped(string wrapper, int seen) => new(
        "HAI1201",
        "Wrapper that matched nothing",
        seen == 0 ? "It was not asked about any service." : $"None of the {seen} services it was asked about matches.",
        wrapper,
        "A wrapper finds services by the names of resources and of daemons, as the program declares them.",
        "Correct the match, put the wrapper where the services are declared below it, or take it out.");

    internal static SdkFinding WrappedTwice(string resource, string wrapper, string earlier) => new(
        "HAI1202",
        "Service wrapped twice",
        wrapper == earlier ? $"{wrapper} came to it twice." : $"{earlier} was there first, and {wrapper} is left out.",
        resource,
        $"Only one wrapper decides about a service. {Order}",
        "Let their matches differ, or let the later one win by Override = true.");

    internal static SdkFinding WrapperOverridden(string resource, string wrapper, string earlier) => new(
        "HAI1203",
        "Wrapper in place of another",
        $"{wrapper} takes the place of {earlier}.",
        resource,
        $"Its Override is true. {Order}",
        "Nothing to do if that was meant.");

    internal static SdkFinding ModeKept(string resource, string wrapper, string mode) => new(
        "HAI1204",
        "Wrapper without effect",
        $"The program itself says HaMode.{mode} there, and {wrapper} is left out.",
        resource,
        "What a program says of a service counts more than what is laid around it.",
        "Take HaMode out of the service's arguments, or let the wrapper win by Override = true.");

    internal static SdkFinding KindUnknown(string resource, string wrapper) => new(
        "HAI1205",
        "Service of unknown kind",
        $"The service does not say whether many instances of it may run, and {wrapper} leaves it alone.",
        resource,
        "A daemon that may run only once would be damaged by a clone.",
        "Set Kind or RecommendedMode on its ServiceArgs, or wrap it by name with a mode: PacemakerWrapper.For(\"NAME\", ...).");
}
