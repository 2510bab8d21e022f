using System.Collections.Concurrent;
using HaIac.Engine.BuiltIn;
using HaIac.Engine.Secrets;

namespace HaIac.Engine.State;

/// <summary>Other stacks of a backend, as a program that refers to them reads them. Locks nothing and writes nothing.</summary>
public sealed class BackendStacks : IOtherStacks
{
    private readonly FileBackend _backend;
    private readonly string _project;
    private readonly Func<string> _passphrase;
    private readonly ConcurrentDictionary<string, Lazy<PassphraseSecrets>> _keys = new(StringComparer.Ordinal);

    /// <summary>A reader.</summary>
    /// <param name="backend">Where the stacks are.</param>
    /// <param name="project">The project of the program: short names are of it.</param>
    /// <param name="passphrase">Gives the passphrase; asked only for stacks that have secrets.</param>
    public BackendStacks(FileBackend backend, string project, Func<string> passphrase)
    {
        _backend = backend;
        _project = project;
        _passphrase = passphrase;
    }

    /// <inheritdoc/>
    public async Task<Deployment?> ReadAsync(string name, CancellationToken ct = default)
    {
        var stack = StackName.Parse(name, _project);
        if (!_backend.Exists(stack))
            return null;
        var where = _backend.StatePath(stack);
        var content = await _backend.ReadAsync(stack, ct).ConfigureAwait(false);
        return CheckpointReader.Read(content, where, state => new LazySecrets(Key(state, where))).Latest;
    }

    private Lazy<PassphraseSecrets> Key(SecretsProviderState? state, string where) =>
        _keys.GetOrAdd($"{state?.Type} {state?.StateJson}", _ => new(() => PassphraseSecrets.Open(_passphrase, state, null, where)));
}
