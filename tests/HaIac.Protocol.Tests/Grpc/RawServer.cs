using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace HaIac.Protocol.Tests.Grpc;

/// <summary>A web server below our own gRPC server, to answer what that one never would.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private RawServer(WebApplication application) => _application = application;

    public string Address => new Uri(
        _application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single()).Authority;

    public static async Task<RawServer> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(
            options => options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        var application = builder.Build();
        application.Run(answer);
        await application.StartAsync();
        return new RawServer(application);
    }

    public static void Trailer(HttpContext context, string name, string value) =>
        context.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers[name] = value;

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();
}
