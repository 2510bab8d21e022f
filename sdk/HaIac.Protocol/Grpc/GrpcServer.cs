using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HaIac.Protocol.Grpc;

/// <summary>Serves a table of methods on a free loopback port, over HTTP/2 without TLS.</summary>
public sealed class GrpcServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private GrpcServer(WebApplication application, int port)
    {
        _application = application;
        Port = port;
    }

    /// <summary>The port, 1 to 65535.</summary>
    public int Port { get; }

    /// <summary>The address as peers pass it around: <c>127.0.0.1:port</c>.</summary>
    public string Address => $"127.0.0.1:{Port}";

    /// <summary>Starts a server. It accepts calls when the task ends.</summary>
    /// <param name="routes">The methods; routes may be called from many threads at once.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    public static async Task<GrpcServer> StartAsync(GrpcServiceTable routes, CancellationToken cancellationToken = default)
    {
        // The empty builder reads no configuration: settings files or variables of the host program must not move the port,
        // and nothing may be written to standard output, which belongs to the plugin protocol.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Configure);
        builder.Services.AddSingleton<IHostLifetime, NoSignalLifetime>();
        var application = builder.Build();
        application.Run(context => AnswerAsync(context, routes));
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        var address = application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        return new GrpcServer(application, new Uri(address).Port);
    }

    /// <summary>Takes no more calls and lets those under way end.</summary>
    /// <param name="cutOff">When cancelled, calls that are still under way are cut off.</param>
    public async Task StopAsync(CancellationToken cutOff)
    {
        try
        {
            await _application.StopAsync(cutOff).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Kestrel reports that it cut calls off, which is what was asked for.
        }
    }

    /// <summary>Stops serving; calls under way are cut off.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }

    private static void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        options.Limits.MaxConcurrentConnections = null;

        // Every registration stays open until its resource is done: the default of 100 streams would deadlock a program.
        options.Limits.Http2.MaxStreamsPerConnection = int.MaxValue;
        options.Limits.Http2.InitialConnectionWindowSize = 8 * 1024 * 1024;
        options.Limits.Http2.InitialStreamWindowSize = 1024 * 1024;
        options.Limits.KeepAliveTimeout = TimeSpan.FromDays(30);
        options.Listen(System.Net.IPAddress.Loopback, 0, Http2Only);

        static void Http2Only(ListenOptions listen) => listen.Protocols = HttpProtocols.Http2;
    }

    private static async Task AnswerAsync(HttpContext context, GrpcServiceTable routes)
    {
        if (!GrpcFraming.IsGrpc(context.Request.ContentType))
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        context.Response.ContentType = GrpcFraming.ContentType;
        var trailers = context.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var timeout = GrpcTimeout.Parse(context.Request.Headers[GrpcTimeout.Header]);
        if (timeout is { } time)
        {
            limit.CancelAfter(time);
        }

        try
        {
            await RunAsync(context, routes, limit.Token).ConfigureAwait(false);
            trailers[GrpcStatusText.StatusHeader] = "0";
        }
        catch (Exception e)
        {
            var expired = timeout is not null && limit.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested;
            var failure = expired && IsCancellation(e)
                ? new GrpcException(GrpcStatusCode.DeadlineExceeded, "The time limit of the call ran out.")
                : ToFailure(e);
            trailers[GrpcStatusText.StatusHeader] = ((int)failure.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
            trailers[GrpcStatusText.MessageHeader] = GrpcStatusText.EncodeMessage(failure.Detail);
            if (GrpcStatusText.EncodeDetails(failure) is { } details)
            {
                trailers[GrpcStatusText.DetailsHeader] = details;
            }
        }
    }

    private static async Task RunAsync(HttpContext context, GrpcServiceTable routes, CancellationToken cancellationToken)
    {
        var route = routes.Find(context.Request.Path.Value ?? string.Empty)
            ?? throw new GrpcException(GrpcStatusCode.Unimplemented, $"There is no method {context.Request.Path} here.");
        var request = await GrpcFraming.ReadFrameAsync(context.Request.Body, cancellationToken).ConfigureAwait(false)
            ?? throw new GrpcException(GrpcStatusCode.Internal, $"The call of {context.Request.Path} carries no message.");
        if (await GrpcFraming.ReadFrameAsync(context.Request.Body, cancellationToken).ConfigureAwait(false) is not null)
        {
            throw new GrpcException(GrpcStatusCode.Internal, $"The call of {context.Request.Path} carries more than one message.");
        }

        await foreach (var message in route.Answer(request, cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            await context.Response.Body.WriteAsync(GrpcFraming.Frame(message), cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsCancellation(Exception exception) =>
        exception is OperationCanceledException or GrpcException { StatusCode: GrpcStatusCode.Cancelled };

    private static GrpcException ToFailure(Exception exception) => exception switch
    {
        GrpcException e => e,
        OperationCanceledException => new GrpcException(GrpcStatusCode.Cancelled, "The call was cancelled."),
        NotImplementedException => new GrpcException(GrpcStatusCode.Unimplemented, exception.Message),
        _ => new GrpcException(GrpcStatusCode.Unknown, exception.Message),
    };
}
