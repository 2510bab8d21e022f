using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HaIac.Agents.Tests.Running;
using HaIac.Agents.Tests.Services;

namespace HaIac.Agents.Tests.Daemons;

/// <summary>Haproxy as the daemon of an agent: it answers every request with one status, or not at all.</summary>
internal sealed class Haproxy
{
    private readonly AgentUnderTest _agent;
    private readonly string _certificate;

    /// <summary>Gives the agent its parameters.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="status">HTTP status of every answer; 0 for none.</param>
    /// <param name="tls">Whether it speaks TLS, with a certificate that only <see cref="CaFile"/> vouches for.</param>
    public Haproxy(AgentUnderTest agent, int status, bool tls = false)
    {
        _agent = agent;
        _certificate = tls ? WriteCertificate() : "";
        Port = Ports.Free();
        Url = $"{(tls ? "https" : "http")}://127.0.0.1:{Port}/v1";
        agent.Parameters["binary"] = Host.Find("haproxy")!;
        agent.Parameters["user"] = "nobody";
        agent.Parameters["additional_parameters"] = $"-db -f {ConfigFile}";
        Answer(status);
    }

    public int Port { get; }

    public string Url { get; }

    public string CaFile => Path.Combine(_agent.Folder, "ca.pem");

    private string ConfigFile => Path.Combine(_agent.Folder, "haproxy.cfg");

    /// <summary>Writes the configuration; a running daemon takes it up when it starts again.</summary>
    public void Answer(int status)
    {
        var answer = status == 0 ? "http-request tarpit" : $"http-request return status {status}";
        var tls = _certificate.Length > 0 ? $" ssl crt {_certificate}" : "";
        File.WriteAllText(ConfigFile, $"""
            defaults
                mode http
                timeout client 60s
                timeout server 60s
                timeout connect 60s
                timeout tarpit 60s
            frontend api
                bind 127.0.0.1:{Port}{tls}
                {answer}

            """);
    }

    private string WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(CaFile, certificate.ExportCertificatePem());
        var both = Path.Combine(_agent.Folder, "server.pem");
        File.WriteAllText(both, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
        return both;
    }
}
