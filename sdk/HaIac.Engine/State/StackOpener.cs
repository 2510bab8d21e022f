using HaIac.Engine.Secrets;

namespace HaIac.Engine.State;

/// <summary>Opens stacks of a backend: reads, checks, decrypts.</summary>
public sealed class StackOpener
{
    private readonly FileBackend _backend;
    private readonly TimeProvider _clock;
    private readonly string _version;

    /// <summary>An opener.</summary>
    /// <param name="backend">Where the stacks are.</param>
    /// <param name="clock">Tells the time that manifests carry.</param>
    /// <param name="version">Version text that manifests carry.</param>
    public StackOpener(FileBackend backend, TimeProvider clock, string version)
    {
        _backend = backend;
        _clock = clock;
        _version = version;
    }

    /// <summary>Makes a stack without resources.</summary>
    /// <param name="name">The stack.</param>
    /// <param name="secrets">Encrypts its secrets from now on.</param>
    /// <exception cref="StateException">It exists already, or its file cannot be written.</exception>
    public void Create(StackName name, PassphraseSecrets secrets)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(secrets);
        if (_backend.Exists(name))
        {
            throw new StateException(
                "HAI1135", "Stack exists already", $"Stack \"{name}\" cannot be created.", _backend.StatePath(name), "It is there already.", $"Choose another name, or select it: haiac stack select {name}");
        }

        var empty = new Checkpoint(name.FullName, Deployment.Empty with { Manifest = NewManifest(), SecretsProvider = secrets.State });
        var content = new CheckpointWriter(secrets).Write(empty);

        // Twice, because other programs expect the .bak file of the first moment too.
        _backend.Write(name, content);
        _backend.Write(name, content);
    }

    /// <summary>Opens a stack for an operation.</summary>
    /// <param name="name">The stack.</param>
    /// <param name="passphrase">Gives the passphrase; asked once.</param>
    /// <param name="configSalt"><c>encryptionsalt</c> of the stack file; null if it has none.</param>
    /// <param name="ct">Stops reading.</param>
    /// <exception cref="StateException">No such stack, damaged state, broken promises, or a wrong passphrase.</exception>
    public async Task<OpenStack> OpenAsync(StackName name, Func<string> passphrase, string? configSalt, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(passphrase);
        var where = _backend.StatePath(name);
        PassphraseSecrets? opened = null;
        RememberedSecrets? secrets = null;
        var checkpoint = CheckpointReader.Read(await _backend.ReadAsync(name, ct).ConfigureAwait(false), where, state =>
        {
            opened = PassphraseSecrets.Open(passphrase, state, configSalt, where);
            return secrets = new RememberedSecrets(opened);
        });
        opened ??= PassphraseSecrets.Open(passphrase, null, configSalt, where);
        secrets ??= new RememberedSecrets(opened);
        RefuseUnsound(checkpoint, where);

        var writer = new CheckpointWriter(secrets);
        var state = checkpoint.Latest.SecretsProvider ?? opened.State;
        var store = new StackStore(
            checkpoint,
            next => _backend.Write(name, writer.Write(next with { Latest = next.Latest with { SecretsProvider = state } })),
            NewManifest);
        return new(name, checkpoint, secrets, store);
    }

    /// <summary>Reads a stack without its secrets: they come back as <c>[secret]</c>, and no passphrase is asked.</summary>
    /// <param name="name">The stack.</param>
    /// <param name="ct">Stops reading.</param>
    /// <exception cref="StateException">No such stack or damaged state.</exception>
    public async Task<Checkpoint> ReadMaskedAsync(StackName name, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return CheckpointReader.Read(
            await _backend.ReadAsync(name, ct).ConfigureAwait(false), _backend.StatePath(name), _ => MaskedSecrets.Instance);
    }

    private static void RefuseUnsound(Checkpoint checkpoint, string where)
    {
        var faults = IntegrityChecker.Check(checkpoint.Latest);
        if (faults.IsEmpty)
            return;
        throw new StateException(
            "HAI1115",
            "State is not sound",
            string.Join("\n         ", faults),
            where,
            "The file was changed by hand, or a program wrote it wrongly.",
            $"Repair it, or put {where}.bak in its place. Nothing was changed.");
    }

    private Manifest NewManifest() => Manifest.Create(_clock.GetUtcNow(), _version);
}
