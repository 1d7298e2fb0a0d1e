using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Sending;

namespace Cxf.ApiCalls.Outbound;

/// <summary>
/// The connection pools that calls go through: SocketsHttpHandler with the address guard in its connect callback,
/// one per connect limit (and client certificate, and leave to call local services), each shared by all connections that have the
/// same.
/// </summary>
internal sealed class OutboundHandlers(OutboundPolicy policy, INameResolver resolver, TimeProvider timeProvider) : IDisposable
{
    /// <summary>How long an open connection is reused, so that a changed address or certificate is seen and checked.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>Below the idle limits of common load balancers (60 s), so that seldom a connection is found dead.</summary>
    private static readonly TimeSpan ConnectionIdleTimeout = TimeSpan.FromSeconds(50);

    /// <summary>The maximum size of the answer's headers in kilobytes.</summary>
    private const int MaxHeadersKilobytes = 32;

    /// <summary>
    /// The maximum number of pools: a deployment has a handful of connect limits and client certificates, and tenants must not be
    /// able to fill the memory. Beyond it, all pools are released; a running call keeps its own pool, which ends with its last
    /// idle connection.
    /// </summary>
    public const int MaxPools = 100;

    private readonly AddressGuard _guard = new(policy, resolver);
    private readonly ConcurrentDictionary<Key, HttpMessageInvoker> _invokers = new();
    private readonly Lazy<X509ChainPolicy?> _chainPolicy = new(() => TrustBesides(policy.TrustedRoots));

    /// <summary>How many pools there are.</summary>
    public int Count => _invokers.Count;

    /// <summary>How certificates are checked; null for the system's check.</summary>
    public X509ChainPolicy? ChainPolicy => _chainPolicy.Value;

    public HttpMessageInvoker For(TimeSpan connectTimeout, X509Certificate2? certificate, bool allowsLocalServices = false)
    {
        var key = new Key(connectTimeout, certificate?.Thumbprint, allowsLocalServices);
        if (_invokers.TryGetValue(key, out var invoker))
        {
            return invoker;
        }

        if (_invokers.Count >= MaxPools)
        {
            _invokers.Clear();
        }

        return _invokers.GetOrAdd(key, Create(connectTimeout, certificate, allowsLocalServices));
    }

    public void Dispose()
    {
        foreach (var invoker in _invokers.Values)
        {
            invoker.Dispose();
        }
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The invoker owns the handler.")]
    private HttpMessageInvoker Create(TimeSpan connectTimeout, X509Certificate2? certificate, bool allowsLocalServices) =>
        new(
            new SocketsHttpHandler
            {
                ActivityHeadersPropagator = null,
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
                ConnectCallback = (context, cancellationToken) => ConnectAsync(context, allowsLocalServices, cancellationToken),
                ConnectTimeout = connectTimeout,
                EnableMultipleHttp2Connections = true,
                MaxResponseHeadersLength = MaxHeadersKilobytes,
                PooledConnectionIdleTimeout = ConnectionIdleTimeout,
                PooledConnectionLifetime = ConnectionLifetime,
                PlaintextStreamFilter = NoteTls,
                SslOptions = new SslClientAuthenticationOptions
                {
                    CertificateChainPolicy = ChainPolicy,
                    ClientCertificateContext = certificate is null
                        ? null
                        : SslStreamCertificateContext.Create(certificate, null, offline: true),
                    RemoteCertificateValidationCallback = CheckCertificate,
                },
                UseCookies = false,
                UseProxy = false,
            }
        );

    private static bool CheckCertificate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None ? true : throw new OutboundRefusedException(FailureReason.CertificateRefused);

    private async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        bool allowsLocalServices,
        CancellationToken cancellationToken
    )
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var message = context.InitialRequestMessage as AttemptMessage;
        var start = timeProvider.GetTimestamp();
        var isPlainHttp = context.InitialRequestMessage.RequestUri!.Scheme == Uri.UriSchemeHttp;
        var addresses = await _guard.ResolveAsync(host, port, isPlainHttp, cancellationToken, allowsLocalServices);
        var resolvedAt = timeProvider.GetTimestamp();
        message?.Resolve = timeProvider.GetElapsedTime(start, resolvedAt);
        for (var index = 0; ; index++)
        {
            try
            {
                var stream = await ConnectAsync(new IPEndPoint(addresses[index], port), cancellationToken);
                message?.ConnectedAt = timeProvider.GetTimestamp();
                message?.Connect = timeProvider.GetElapsedTime(resolvedAt, message.ConnectedAt);
                return stream;
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

    private ValueTask<Stream> NoteTls(SocketsHttpPlaintextStreamFilterContext context, CancellationToken cancellationToken)
    {
        if (
            context.InitialRequestMessage is AttemptMessage { ConnectedAt: > 0 } message
            && message.RequestUri!.Scheme == Uri.UriSchemeHttps
        )
        {
            message.Tls = timeProvider.GetElapsedTime(message.ConnectedAt);
        }

        return ValueTask.FromResult(context.PlaintextStream);
    }

    private static X509ChainPolicy? TrustBesides(IReadOnlyList<X509Certificate2> trusted)
    {
        if (trusted.Count == 0)
        {
            return null;
        }

        // A chain knows its own roots or the system's, not both: so the system's become its own.
        using var system = new X509Store(StoreName.Root, StoreLocation.LocalMachine, OpenFlags.ReadOnly);
        var chain = new X509ChainPolicy
        {
            RevocationMode = X509RevocationMode.NoCheck,
            TrustMode = X509ChainTrustMode.CustomRootTrust,
        };
        chain.CustomTrustStore.AddRange(system.Certificates);
        chain.CustomTrustStore.AddRange(trusted.ToArray());
        return chain;
    }

    /// <summary>What pools must not share.</summary>
    private readonly record struct Key(TimeSpan ConnectTimeout, string? CertificateThumbprint, bool AllowsLocalServices);
}
