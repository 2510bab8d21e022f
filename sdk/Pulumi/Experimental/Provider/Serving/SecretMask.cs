using System.Collections.Immutable;
using HaIac.Protocol.Properties;

namespace Pulumi.Experimental.Provider;

/// <summary>Plain texts of secrets that must not leave the process inside a failure message.</summary>
internal sealed record SecretMask(ImmutableHashSet<string> Texts)
{
    private const int ShortestSecret = 4;

    public static SecretMask Empty { get; } = new([]);

    public static SecretMask Of(WireObject fields) => Empty.With(fields);

    public SecretMask With(WireObject fields)
    {
        var texts = Texts.ToBuilder();
        foreach (var value in fields.Values)
        {
            Collect(value, false, texts);
        }

        return new SecretMask(texts.ToImmutable());
    }

    public SecretMask With(SecretMask other) => other.Texts.IsEmpty ? this : new SecretMask(Texts.Union(other.Texts));

    public string Apply(string message)
    {
        // Longest first: one secret may be part of another.
        foreach (var text in Texts.OrderByDescending(t => t.Length))
        {
            message = message.Replace(text, "[secret]", StringComparison.Ordinal);
        }

        return message;
    }

    private static void Collect(WireValue? value, bool secret, ImmutableHashSet<string>.Builder texts)
    {
        switch (value)
        {
            case WireSecret s:
                Collect(s.Value, true, texts);
                break;
            case WireOutput o:
                Collect(o.Value, secret || o.Secret, texts);
                break;
            case WireList list:
                foreach (var item in list.Items)
                {
                    Collect(item, secret, texts);
                }

                break;
            case WireMap map:
                foreach (var item in map.Fields.Values)
                {
                    Collect(item, secret, texts);
                }

                break;
            case WireText text when secret && text.Value.Length >= ShortestSecret:
                texts.Add(text.Value);
                break;
            case WireAsset asset when secret && asset.Content.Length >= ShortestSecret:
                texts.Add(asset.Content);
                break;
        }
    }
}
