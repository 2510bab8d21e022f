using System.Collections.Concurrent;
using System.Collections.Immutable;
using HaIac.Engine.Events;
using HaIac.Engine.Plugins;
using HaIac.Engine.State;
using HaIac.Engine.Stepping;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Registering;

/// <summary>
/// Decides what is done with each registered resource: finds its old state, has its inputs checked and compared, and
/// makes a chain of steps. It does nothing itself. Called for one registration at a time.
/// </summary>
/// <remarks>Source: pulumi-protocol.md 6.2 and 6.3; the numbers in comments are the steps of 6.2.</remarks>
internal sealed class StepGenerator
{
    private readonly StateTable state;
    private readonly ProviderRegistry providers;
    private readonly StepReporter reporter;
    private readonly ReplacementCascade cascade;
    private readonly ForcedReplacement forces;
    private readonly bool isPreview;
    private readonly ConcurrentDictionary<string, ResourceGoal> goals = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> formerUrns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResourceEntry> olds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> takenAliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>> deletedAhead = new(StringComparer.Ordinal);
    private readonly HashSet<string> replaced = new(StringComparer.Ordinal);

    /// <summary>Starts a run over a state.</summary>
    public StepGenerator(StateTable state, ProviderRegistry providers, StepReporter reporter, bool isPreview)
    {
        this.state = state;
        this.providers = providers;
        this.reporter = reporter;
        this.isPreview = isPreview;
        cascade = new ReplacementCascade(state, providers);
        forces = new ForcedReplacement(state, providers, isPreview);
        LookAtOld();
    }

    /// <summary>Takes over what the old state is now, after a refresh has changed it.</summary>
    public void LookAtOld()
    {
        olds.Clear();
        foreach (var entry in state.Old.Where(entry => !entry.State.Delete && state.IsLive(entry)))
        {
            olds[entry.Urn] = entry;
        }
    }

    /// <summary>What the program has said of a URN in this run; null if nothing yet. Safe at any time.</summary>
    public ResourceGoal? Goal(string urn) => goals.GetValueOrDefault(urn);

    /// <summary>Whether a URN of the old state was registered in this run, under its own or a new name.</summary>
    public bool IsRegistered(string oldUrn) => goals.ContainsKey(oldUrn) || takenAliases.ContainsKey(oldUrn);

    /// <summary>The URN that a resource of this run had in the old state; null if it is the same or it is new. Safe at any time.</summary>
    public string? FormerUrn(string urn) => formerUrns.GetValueOrDefault(urn);

    /// <summary>Plans one registration.</summary>
    /// <exception cref="RegistrationException">It is refused and the operation must stop.</exception>
    public async Task<StepPlan> GenerateAsync(ResourceGoal goal, CancellationToken ct)
    {
        var old = Accept(goal);                                                               // 3, 4
        if (goal.ImportId.Length > 0 && goal.Custom && (old is null || old.State.External
            || (old.State.ImportId.Length > 0 ? old.State.ImportId : old.State.Id) != goal.ImportId))
        {
            return Import(goal, old);                                                         // 5
        }

        var wasDeleted = deletedAhead.TryGetValue(old?.Urn ?? goal.Urn, out var forcedKeys);
        var comparable = old is { State.External: false } && !wasDeleted && !old.State.Taint;
        var inputs = WireFacts.WithoutOutputs(goal.Inputs);

        // In a real run only values of what failed are unknown; such a registration is checked and then left out.
        inputs = isPreview ? inputs : WireFacts.WithoutUnknowns(inputs);
        var wanted = comparable ? Ignore(goal, old!.State.Inputs, inputs) : inputs;           // 6
        var newInputs = await CheckAsync(goal, comparable ? old!.State.Inputs : WireObject.Empty, wanted, ct).ConfigureAwait(false);  // 7
        var entry = new ResourceEntry(goal.ToState(newInputs));

        if (old is null)                                                                      // 8
        {
            return Alone(new CreateStep { Op = StepOp.Create, New = entry });
        }

        if (wasDeleted)
        {
            replaced.Add(goal.Urn);
            return Replacement(
                [new ReplaceMarkerStep { Op = StepOp.Replace, Old = old, New = entry },
                 new CreateStep { Op = StepOp.CreateReplacement, Old = old, New = entry, DeletedFirst = true, Keys = forcedKeys }],
                entry);
        }

        if (old.State.External)
        {
            return CreateFirst(old, entry, null, []);
        }

        return await CompareAsync(goal, old, entry, inputs, ct).ConfigureAwait(false);
    }

    // The object is read into the state first; what the program wants of it is compared with what was read.
    private StepPlan Import(ResourceGoal goal, ResourceEntry? old)
    {
        var replaces = old is { State.External: false };
        var inputs = isPreview ? WireFacts.WithoutOutputs(goal.Inputs) : WireFacts.WithoutUnknowns(WireFacts.WithoutOutputs(goal.Inputs));
        var entry = new ResourceEntry(goal.ToState(inputs));
        var import = new ImportStep { Op = replaces ? StepOp.ImportReplacement : StepOp.Import, New = entry, InsteadOf = old };
        var plan = Alone(import);
        if (replaces)
        {
            replaced.Add(goal.Urn);
            plan = Replacement([import, new ReplaceMarkerStep { Op = StepOp.Replace, Old = old, New = entry }], entry);
        }

        return plan with { Then = ct => CompareImportedAsync(goal, entry, inputs, ct) };
    }

    private async Task<StepPlan?> CompareImportedAsync(ResourceGoal goal, ResourceEntry imported, WireObject inputs, CancellationToken ct)
    {
        var wanted = Ignore(goal, imported.State.Inputs, inputs);
        var entry = new ResourceEntry(goal.ToState(await CheckAsync(goal, imported.State.Inputs, wanted, ct).ConfigureAwait(false)));
        var plan = await CompareAsync(goal, imported, entry, inputs, ct).ConfigureAwait(false);
        return plan.Chain is [SameStep] ? null : plan;
    }

    /// <summary>Plans the reading of an object that somebody else manages.</summary>
    /// <exception cref="RegistrationException">It is refused and the operation must stop.</exception>
    public StepPlan GenerateRead(ResourceGoal goal, string id)
    {
        var old = Accept(goal);
        var entry = new ResourceEntry(goal.ToState(WireFacts.WithoutOutputs(goal.Inputs)) with { Id = id, External = true });
        if (old is null || old.State.External || old.State.Id == id)
        {
            return Alone(new ReadStep { Op = StepOp.Read, Old = old, New = entry });
        }

        return Replacement(
            [new ReadStep { Op = StepOp.ReadReplacement, Old = old, New = entry },
             new ReplaceMarkerStep { Op = StepOp.Replace, Old = old, New = entry }],
            entry);
    }

    /// <summary>What goes at the end: whatever was replaced, and whatever the program no longer declares.</summary>
    public ImmutableArray<Step> Condemned()
    {
        var condemned = state.Old.Where(entry => state.IsLive(entry) && (entry.State.Delete || !IsRegistered(entry.Urn))).ToList();
        var urns = condemned.Select(entry => entry.Urn).ToHashSet(StringComparer.Ordinal);
        return [.. condemned.Select(entry => Removal(entry, urns))];
    }

    private static Step Removal(ResourceEntry entry, HashSet<string> condemned)
    {
        var resource = entry.State;
        if (resource.PendingReplacement && !resource.Delete)
        {
            return new RemovePendingReplaceStep { Op = StepOp.RemovePendingReplace, Old = entry };
        }

        return new DeleteStep
        {
            Op = (resource.External, resource.Delete) switch
            {
                (true, true) => StepOp.DiscardReplaced,
                (true, false) => StepOp.Discard,
                (false, true) => StepOp.DeleteReplaced,
                _ => StepOp.Delete,
            },
            Old = entry,
            GoesWithAnother = resource.DeletedWith.Length > 0 && condemned.Contains(resource.DeletedWith),
        };
    }

    private static StepPlan Alone(Step step) => new([step], step.New!, step);

    private static StepPlan Replacement(ImmutableArray<Step> chain, ResourceEntry result) => new(chain, result, chain[^1]);

    private ResourceEntry? Accept(ResourceGoal goal)
    {
        if (goal.Parent.Length > 0 && !goals.ContainsKey(goal.Parent))
        {
            throw new RegistrationException(EngineFinding.Text(
                "HAI1431", "Parent not registered", $"The parent \"{goal.Parent}\" was not registered in this run.", goal.Urn,
                "A child comes after its parent.", "Create the parent first and pass it as Parent."));
        }

        if (goals.ContainsKey(goal.Urn) || takenAliases.ContainsKey(goal.Urn))
        {
            throw new RegistrationException(EngineFinding.Text(
                "HAI1432", "Name used twice", "The program declares two resources of the same type, name and parent.", goal.Urn,
                "Type, name and parent together identify a resource; the engine could not tell the two apart.", "Give one of them another name."));
        }

        goals[goal.Urn] = goal;
        if (olds.TryGetValue(goal.Urn, out var own))
        {
            return own;
        }

        foreach (var alias in goal.Aliases)
        {
            if (!olds.TryGetValue(alias, out var former))
            {
                continue;
            }

            if (takenAliases.TryGetValue(alias, out var other) || goals.ContainsKey(alias))
            {
                throw new RegistrationException(EngineFinding.Text(
                    "HAI1433", "Alias taken", $"The alias \"{alias}\" already belongs to {(other is null ? "itself: it was registered in this run" : $"\"{other}\"")}.", goal.Urn,
                    "An old resource can go on as one new resource only.", "Remove the alias from one of them."));
            }

            takenAliases[alias] = goal.Urn;
            formerUrns[goal.Urn] = alias;
            state.Rename(alias, goal.Urn);
            return former;
        }

        return null;
    }

    private WireObject Ignore(ResourceGoal goal, WireObject olds, WireObject news)
    {
        if (goal.IgnoreChanges.IsEmpty)
        {
            return news;
        }

        var (inputs, notFollowed) = IgnoredChanges.Apply(olds, news, goal.IgnoreChanges);
        if (notFollowed.Length > 0)
        {
            reporter.Say(DiagnosticSeverity.Info, $"ignoreChanges: nothing to ignore at {string.Join(", ", notFollowed)}: the old or the new inputs have no such place", goal.Urn);
        }

        return inputs;
    }

    private async Task<WireObject> CheckAsync(ResourceGoal goal, WireObject olds, WireObject news, CancellationToken ct)
    {
        CheckResult result;
        if (goal.Type.StartsWith(Urn.ProviderTypePrefix, StringComparison.Ordinal))
        {
            result = await providers.CheckAsync(goal.Urn, olds, news, ct).ConfigureAwait(false);
        }
        else if (goal.Custom)
        {
            var provider = await providers.GetAsync(goal.Provider, ct).ConfigureAwait(false);
            result = await provider.CheckAsync(goal.Urn, olds, news, ct).ConfigureAwait(false);
        }
        else
        {
            return news;
        }

        foreach (var failure in result.Failures)
        {
            reporter.Error(CheckFailures.Text(goal.Urn, news, failure), goal.Urn);
        }

        return result.Failures.IsEmpty ? result.Inputs : throw new RegistrationException("");
    }

    private async Task<StepPlan> CompareAsync(ResourceGoal goal, ResourceEntry old, ResourceEntry entry, WireObject programInputs, CancellationToken ct)
    {
        var forced = await forces.FindAsync(goal, old.State, replaced, ct).ConfigureAwait(false);
        var diff = forced is { } keys
            ? new ProviderDiff { Changes = DiffResponse.Types.DiffChanges.DiffSome, ReplaceKeys = keys }
            : await DiffAsync(goal, old.State, entry.State, ct).ConfigureAwait(false);
        if (forced is not null || diff.NeedsReplacement || old.State.PendingReplacement)
        {
            return await ReplaceAsync(goal, old, entry, programInputs, diff, forced is not null, ct).ConfigureAwait(false);
        }

        return diff.Changes == DiffResponse.Types.DiffChanges.DiffNone && old.State.InitErrors.IsEmpty
            ? Alone(new SameStep { Op = StepOp.Same, Old = old, New = entry })
            : Alone(new UpdateStep { Op = StepOp.Update, Old = old, New = entry, Diff = diff, IgnoreChanges = goal.IgnoreChanges });
    }

    private async Task<ProviderDiff> DiffAsync(ResourceGoal goal, StateResource old, StateResource news, CancellationToken ct)
    {
        ProviderDiff diff;
        if (news.IsProvider)
        {
            diff = await providers.DiffAsync(goal.Urn, old.Inputs, old.Outputs, news.Inputs, ct).ConfigureAwait(false);
        }
        else if (!goal.Custom)
        {
            // What a component is made of tells its own changes; its inputs only say that something differs.
            diff = InputComparison.Compare(old.Inputs, news.Inputs) with { Detailed = null, ChangedKeys = [] };
        }
        else
        {
            var client = await providers.GetAsync(goal.Provider, ct).ConfigureAwait(false);
            diff = await client.DiffAsync(old, goal.Urn, news.Inputs, goal.IgnoreChanges, ct).ConfigureAwait(false) ?? Unavailable(goal.Urn);
            diff = diff.Changes == DiffResponse.Types.DiffChanges.DiffUnknown ? InputComparison.Compare(old.Inputs, news.Inputs) : diff;
        }

        return ReplaceOnChanges.Apply(diff, goal.ReplaceOnChanges, !old.InitErrors.IsEmpty);
    }

    private ProviderDiff Unavailable(string urn)
    {
        reporter.Say(
            DiagnosticSeverity.Warning,
            "The provider's configuration is known only after up, so it cannot be asked what changes; an update is assumed.",
            urn);
        return new ProviderDiff { Changes = DiffResponse.Types.DiffChanges.DiffSome };
    }

    private async Task<StepPlan> ReplaceAsync(
        ResourceGoal goal, ResourceEntry old, ResourceEntry entry, WireObject programInputs, ProviderDiff diff, bool forced, CancellationToken ct)
    {
        if (old.State.Protect && (goal.Protect ?? false))
        {
            if (!isPreview)
            {
                throw new RegistrationException(Protection.ReplaceRefused(goal.Urn));
            }

            // A preview goes on: it shows everything that stands in the way, not only the first.
            reporter.Refused(Protection.ReplaceRefused(goal.Urn), goal.Urn);
        }

        if (goal.ImportId.Length > 0)
        {
            if (!isPreview)
            {
                throw new RegistrationException(ImportedNotReplaced(goal, diff));
            }

            reporter.Say(DiagnosticSeverity.Warning, ImportedNotReplaced(goal, diff), goal.Urn);
        }

        if (!old.State.Taint)
        {
            // A replacement is checked as something new: names that the provider makes are made anew.
            entry.State = entry.State with { Inputs = await CheckAsync(goal, WireObject.Empty, programInputs, ct).ConfigureAwait(false) };
        }

        replaced.Add(goal.Urn);
        var deleteFirst = goal.DeleteBeforeReplace ?? (!forced && diff.DeleteBeforeReplace);
        return deleteFirst
            ? await DeleteFirstAsync(old, entry, diff, ct).ConfigureAwait(false)
            : CreateFirst(old, entry, forced ? null : diff, diff.ReplaceKeys);
    }

    private static string ImportedNotReplaced(ResourceGoal goal, ProviderDiff diff) => EngineFinding.Text(
        "HAI1436",
        "Imported resource not replaced",
        $"What the program wants of the imported object '{goal.ImportId}' cannot be changed in place{(diff.ReplaceKeys.IsEmpty ? "" : $": {string.Join(", ", diff.ReplaceKeys)}")}.",
        goal.Urn,
        "While the option ImportId names an object, replacing it would delete what was to be taken over.",
        "Correct the program so that it describes the object; or take the option out, and it is replaced.");

    private StepPlan CreateFirst(ResourceEntry old, ResourceEntry entry, ProviderDiff? diff, ImmutableArray<string> keys)
    {
        replaced.Add(entry.Urn);
        return Replacement(
            [new CreateStep { Op = StepOp.CreateReplacement, Old = old, New = entry, Diff = diff, Keys = keys },
             new ReplaceMarkerStep { Op = StepOp.Replace, Old = old, New = entry, Diff = diff, Keys = keys }],
            entry);
    }

    private async Task<StepPlan> DeleteFirstAsync(ResourceEntry old, ResourceEntry entry, ProviderDiff diff, CancellationToken ct)
    {
        var members = await cascade.FindAsync(old, urn => IsRegistered(urn) || deletedAhead.ContainsKey(urn), ct).ConfigureAwait(false);
        var chain = ImmutableArray.CreateBuilder<Step>();
        foreach (var member in members.Reverse())
        {
            if (member.Entry.State.Protect)
            {
                throw new RegistrationException(Protection.ReplaceRefused(member.Entry.Urn));
            }

            deletedAhead[member.Entry.Urn] = member.Keys;
            chain.Add(new DeleteStep { Op = StepOp.DeleteReplaced, Old = member.Entry, AwaitsReplacement = true });
        }

        if (!old.State.PendingReplacement)
        {
            chain.Add(new DeleteStep { Op = StepOp.DeleteReplaced, Old = old, AwaitsReplacement = true });
        }

        chain.Add(new ReplaceMarkerStep { Op = StepOp.Replace, Old = old, New = entry, Diff = diff, Keys = diff.ReplaceKeys });
        chain.Add(new CreateStep { Op = StepOp.CreateReplacement, Old = old, New = entry, Diff = diff, Keys = diff.ReplaceKeys, DeletedFirst = true });
        return Replacement(chain.ToImmutable(), entry);
    }
}
