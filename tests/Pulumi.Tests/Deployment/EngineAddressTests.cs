using System.Net;
using System.Net.Sockets;

namespace Pulumi.Tests.Deployments;

internal sealed class EngineAddressTests
{
    [TestCase("127.0.0.1", "127.0.0.1")]
    [TestCase("::1", "[::1]")]
    [TestCase("127.0.0.1", "localhost")]
    public async Task Listens_BeforeAndAfterTheEnd_IsTold(string listen, string host)
    {
        if (!Socket.OSSupportsIPv6 && listen == "::1")
        {
            Assert.Ignore("the host has no IPv6");
        }

        using var listener = new TcpListener(IPAddress.Parse(listen), 0);
        listener.Start();
        var address = $"{host}:{((IPEndPoint)listener.LocalEndpoint).Port}";

        var before = await EngineAddress.ListensAsync(address, CancellationToken.None);
        listener.Stop();
        var after = await EngineAddress.ListensAsync(address, CancellationToken.None);

        Assert.That((before, after), Is.EqualTo(((bool?)true, (bool?)false)));
    }

    [TestCase("")]
    [TestCase("no address")]
    public async Task Listens_WhatNobodyCanTell_IsOpen(string address)
        => Assert.That(await EngineAddress.ListensAsync(address, CancellationToken.None), Is.Null);
}
