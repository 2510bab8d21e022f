using HaIac.Engine.Secrets;
using HaIac.Engine.State;

namespace HaIac.Engine.Tests.Secrets;

public sealed class PassphraseSecretsTests
{
    private const string Passphrase = "password";
    private const string Salt = "v1:fozI5u6B030=:v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==";
    private static readonly byte[] Nonce = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

    [Test]
    public void Derive_KnownVector_GivesTheKnownKey()
    {
        var key = PassphraseSecrets.Derive(Passphrase, Convert.FromBase64String("fozI5u6B030="));

        Assert.That(Convert.ToHexStringLower(key), Is.EqualTo("7e700703e28b164e816cb939612c938b8dcf8f8a5237d02824cea3fb656b3a8b"));
    }

    [TestCase("hunter2", "v1:AAECAwQFBgcICQoL:f7bPAZLBJje5vjnq4ZjgF4mAxD3wYtU=")]
    [TestCase("\"hunter2\"", "v1:AAECAwQFBgcICQoL:NavUG4PWZsteWVu+MNEiNY26YntmCNmX1g==")]
    public void Encrypt_KnownVector_GivesTheKnownText(string plaintext, string ciphertext)
    {
        using var secrets = PassphraseSecrets.Open(Passphrase, Salt);

        Assert.That(secrets.Encrypt(plaintext, Nonce), Is.EqualTo(ciphertext));
        Assert.That(secrets.Decrypt(ciphertext), Is.EqualTo(plaintext));
    }

    [Test]
    public void Create_AnyPassphrase_OpensAgainWithItsSalt()
    {
        using var made = PassphraseSecrets.Create("");

        using var opened = PassphraseSecrets.Open("", made.SaltText);

        Assert.That(opened.Decrypt(made.Encrypt("värde")), Is.EqualTo("värde"));
    }

    [Test]
    public void Open_WrongPassphrase_SaysSoAndNotThePassphrase()
    {
        var state = new SecretsProviderState("passphrase", $$"""{"salt":"{{Salt}}"}""");

        Assert.That(
            () => PassphraseSecrets.Open(() => "opensesame", state, null, "dev.json"),
            Throws.TypeOf<StateException>()
                .With.Property("Code").EqualTo("HAI1141")
                .And.Message.Contains("PULUMI_CONFIG_PASSPHRASE")
                .And.Message.Not.Contains("opensesame"));
    }

    [TestCase("v1:short")]
    [TestCase("v2:fozI5u6B030=:v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==")]
    [TestCase("v1:fozI5u6B030=:v1:F+6ZduKKd8G0/V7L:AAAA")]
    public void Open_DamagedSalt_IsRefused(string salt) =>
        Assert.That(() => PassphraseSecrets.Open(Passphrase, salt), Throws.TypeOf<SecretException>());

    [Test]
    public void Open_OtherSecretsManager_IsRefusedByName() =>
        Assert.That(
            () => PassphraseSecrets.Open(() => "x", new SecretsProviderState("cloud", "{}"), null, "dev.json"),
            Throws.TypeOf<StateException>().With.Property("Code").EqualTo("HAI1142").And.Message.Contains("\"cloud\""));
}
