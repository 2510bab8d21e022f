using HaIac.Protocol.Properties;

namespace Pulumi.Experimental.Provider;

/// <summary>Gathers the secrets of one call while its request is read.</summary>
internal sealed class CallSecrets
{
    private SecretMask _mask = SecretMask.Empty;

    public void Add(WireObject fields) => _mask = _mask.With(fields);

    public SecretMask Mask(SecretMask more) => _mask.With(more);
}
