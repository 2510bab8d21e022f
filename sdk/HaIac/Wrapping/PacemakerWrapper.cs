using System.Collections.Immutable;
using System.IO.Enumeration;
using System.Runtime.CompilerServices;
using HaIac.Findings;
using Pulumi;

namespace HaIac;

/// <summary>
/// Puts services into the cluster from outside: a resource transformation for the options of one resource, of a component, or of the whole stack.
/// The code that declares the services is not touched, and taking the wrapper out undoes it.
/// </summary>
/// <remarks>
/// A program's own <see cref="ServiceSettings.HaMode"/> counts more unless <see cref="PacemakerWrapperArgs.Override"/> is set. Of several wrappers the
/// innermost decides. One that matched nothing says so on standard error when the program has ended.
/// </remarks>
/// <example><code>
/// new StackOptions { ResourceTransformations = { PacemakerWrapper.For("billing-*", new() { HaMode = HaMode.ActivePassive }) } }
/// </code></example>
public sealed class PacemakerWrapper
{
    private readonly Func<WrapperCandidate, bool> _match;
    private readonly Func<ServiceArgs, PacemakerWrapperArgs?>? _choose;
    private readonly PacemakerWrapperArgs _settings;
    private readonly string _text;
    private ImmutableSortedSet<string> _matched = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
    private ImmutableArray<SdkFinding> _reported = [];
    private int _seen;

    private PacemakerWrapper(string text, Func<WrapperCandidate, bool> match, PacemakerWrapperArgs settings, Func<ServiceArgs, PacemakerWrapperArgs?>? choose = null)
    {
        ArgumentNullException.ThrowIfNull(match);
        ArgumentNullException.ThrowIfNull(settings);
        _text = text;
        _match = match;
        _settings = ServiceSettings.CopyOf(settings);
        _choose = choose;
        UnmatchedWrappers.Watch(this);
    }

    /// <summary>Names of the resources that it was laid around; of services that it left alone for a reason it reported, too.</summary>
    public ImmutableSortedSet<string> Matched => _matched;

    /// <summary>A wrapper for services and components whose resource or daemon has a matching name.</summary>
    /// <param name="match">The name; <c>*</c> stands for any letters, <c>?</c> for one. Capitals count.</param>
    /// <param name="settings">What is laid over them.</param>
    public static PacemakerWrapper For(string match, PacemakerWrapperArgs settings)
    {
        ArgumentException.ThrowIfNullOrEmpty(match);
        return new($"PacemakerWrapper.For(\"{match}\")", c => IsMatch(match, c.ResourceName) || IsMatch(match, c.ServiceName), settings);
    }

    /// <summary>A wrapper for services and components that a function chooses.</summary>
    /// <param name="match">Says whether a resource is meant.</param>
    /// <param name="settings">What is laid over them.</param>
    /// <param name="text">How messages name the wrapper; default: the function as it is written.</param>
    public static PacemakerWrapper For(
        Func<WrapperCandidate, bool> match, PacemakerWrapperArgs settings, [CallerArgumentExpression(nameof(match))] string text = "") =>
        new($"PacemakerWrapper.For({text})", match, settings);

    /// <summary>A wrapper for every service below the resource that has it in its options.</summary>
    /// <param name="settings">What is laid over them.</param>
    public static PacemakerWrapper Everything(PacemakerWrapperArgs settings) => new("PacemakerWrapper.Everything", _ => true, settings);

    /// <summary>The wrapper as Pulumi's options take it.</summary>
    /// <param name="wrapper">The wrapper.</param>
    public static implicit operator ResourceTransformation(PacemakerWrapper wrapper) => wrapper.ToResourceTransformation();

    /// <summary>The wrapper as Pulumi's options take it.</summary>
    public ResourceTransformation ToResourceTransformation() => Transform;

    /// <inheritdoc />
    public override string ToString() => _text;

    /// <summary>A wrapper that looks at each service by itself, silently leaves alone what the program has decided, and never touches components.</summary>
    internal static PacemakerWrapper Profile(string text, Func<ServiceArgs, PacemakerWrapperArgs?> choose) => new(text, _ => true, new(), choose);

    /// <summary>What it said about resources.</summary>
    internal ImmutableArray<SdkFinding> Reported => _reported;

    /// <summary>What is to be said when the program has ended; null if the wrapper did its work.</summary>
    internal SdkFinding? Unmatched => _matched.IsEmpty ? SdkFinding.NothingWrapped(_text, _seen) : null;

    private static bool IsMatch(string pattern, string name) => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);

    private ResourceTransformationResult? Transform(ResourceTransformationArgs args)
    {
        if (args.Args is not ServiceSettings target || (_choose is not null && target is not ServiceArgs))
        {
            return null;
        }

        Interlocked.Increment(ref _seen);
        var service = target as ServiceArgs;
        var name = args.Resource.GetResourceName();
        var candidate = new WrapperCandidate(name, service?.EffectiveName ?? name, args.Resource.GetResourceType(), service?.Kind ?? ServiceKind.Unknown);
        if (!_match(candidate) || (_choose is null ? _settings : _choose(service!)) is not { } settings)
        {
            return null;
        }

        ImmutableInterlocked.Update(ref _matched, (names, added) => names.Add(added), name);
        Wrap(target, settings, $"{candidate.ResourceType} \"{name}\"");
        return new ResourceTransformationResult(args.Args, args.Options);
    }

    private void Wrap(ServiceSettings target, PacemakerWrapperArgs settings, string where)
    {
        // Its component has handed it down.
        if (target.WrappedBy == this && !target.IsWrappedHere)
        {
            return;
        }

        if (target.WrappedBy is { } earlier)
        {
            if (earlier == this || !settings.Override)
            {
                Say(SdkFinding.WrappedTwice(where, _text, earlier._text), Log.Warn);
                return;
            }

            Say(SdkFinding.WrapperOverridden(where, _text, earlier._text), Log.Info);
        }
        else if (settings.HasMode && target.HasMode && !settings.Override)
        {
            // Once for a component, and not again for each of its services.
            if (_choose is null && target.KeptFrom != this)
            {
                target.KeptFrom = this;
                Say(SdkFinding.ModeKept(where, _text, target.HaMode.ToString()), Log.Warn);
            }

            return;
        }
        else if (_choose is not null && target is ServiceArgs { Kind: ServiceKind.Unknown, RecommendedMode: null })
        {
            Say(SdkFinding.KindUnknown(where, _text), Log.Warn);
            return;
        }

        target.Take(settings, replace: settings.Override);
        target.MarkWrapped(this);
    }

    private void Say(SdkFinding finding, Action<string, Resource?, int?, bool?> log)
    {
        ImmutableInterlocked.Update(ref _reported, (all, added) => all.Add(added), finding);
        log(finding.ToString(), null, null, null);
    }
}
