using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Cxf.ApiCalls.Outcomes;

namespace Cxf.ApiCalls.Outbound;

/// <summary>
/// The connection pools that calls go through: SocketsHttpHandler with the address guard in its connect callback,
/// one per connect limit (and client certificate), each shared by all connections that have the same.
/// </summary>
internal sealed class OutboundHandlers(OutboundPolicy policy, INameResolver resolver) : IDisposable
{
    /// <summary>How long an open connection is reused, so that a changed address or certificate is seen and checked.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>Below the idle limits of common load balancers (60 s), so that seldom a connection is found dead.</summary>
    private static readonly TimeSpan ConnectionIdleTimeout = TimeSpan.FromSeconds(50);

    /// <summary>The most kilobytes of answer headers that are read.</summary>
    private const int MaxHeadersKilobytes = 32;

    private readonly AddressGuard _guard = new(policy, resolver);
    private readonly ConcurrentDictionary<TimeSpan, HttpMessageInvoker> _invokers = new();

    public HttpMessageInvoker For(TimeSpan connectTimeout) =>
        _invokers.TryGetValue(connectTimeout, out var invoker) ? invoker : _invokers.GetOrAdd(connectTimeout, Create);

    public void Dispose()
    {
        foreach (var invoker in _invokers.Values)
        {
            invoker.Dispose();
        }
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The invoker owns the handler.")]
    private HttpMessageInvoker Create(TimeSpan connectTimeout) => new(new SocketsHttpHandler
    {
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
        ConnectCallback = ConnectAsync,
        ConnectTimeout = connectTimeout,
        EnableMultipleHttp2Connections = true,
        MaxResponseHeadersLength = MaxHeadersKilobytes,
        PooledConnectionIdleTimeout = ConnectionIdleTimeout,
        PooledConnectionLifetime = ConnectionLifetime,
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = CheckCertificate },
        UseCookies = false,
        UseProxy = false,
    });

    private static bool CheckCertificate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None ? true : throw new OutboundRefusedException(FailureReason.CertificateRefused);

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var isPlainHttp = context.InitialRequestMessage.RequestUri!.Scheme == Uri.UriSchemeHttp;
        var addresses = await _guard.ResolveAsync(host, port, isPlainHttp, cancellationToken);
        for (var index = 0; ; index++)
        {
            try
            {
                return await ConnectAsync(new IPEndPoint(addresses[index], port), cancellationToken);
            }
            catch (SocketException) when (index < addresses.Count - 1)
            {
                // The next address may take connections; only the last one's failure is the call's.
            }
        }
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The stream owns the socket.")]
    private static async ValueTask<NetworkStream> ConnectAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.NoDelay = true;
            await socket.ConnectAsync(endPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
