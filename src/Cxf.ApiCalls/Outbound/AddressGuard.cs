using System.Net;
using System.Net.Sockets;
using Cxf.ApiCalls.Outcomes;

namespace Cxf.ApiCalls.Outbound;

/// <summary>
/// Decides whether a host may be called: its name is resolved once, every address it has is checked, and the addresses that
/// were checked are the ones that are connected to. One refused address refuses the host, because a name that mixes
/// public and inner addresses is how rebinding looks.
/// </summary>
internal sealed class AddressGuard(OutboundPolicy policy, INameResolver resolver)
{
    private readonly GuardedEndpoint? _runtimeApi = GuardedEndpoint.Parse(policy.RuntimeApi);
    private readonly GuardedEndpoint[] _localServices =
    [
        .. policy.LocalServices.Select(GuardedEndpoint.Parse).OfType<GuardedEndpoint>(),
    ];

    /// <summary>The checked addresses of a host.</summary>
    /// <param name="host">The host's name or address.</param>
    /// <param name="port">The port.</param>
    /// <param name="isPlainHttp">Whether the call is not encrypted.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="allowsLocalServices">
    /// Whether the connection says that it calls the local stand-ins for AWS services. Default: no.
    /// </param>
    /// <exception cref="OutboundRefusedException">An address may not be called.</exception>
    public async ValueTask<IReadOnlyList<IPAddress>> ResolveAsync(
        string host,
        int port,
        bool isPlainHttp,
        CancellationToken cancellationToken,
        bool allowsLocalServices = false
    )
    {
        var addresses = IPAddress.TryParse(host, out var literal)
            ? [literal]
            : await resolver.ResolveAsync(host, cancellationToken);
        foreach (var address in addresses)
        {
            var addressClass = AddressClassifier.Classify(address);
            if (
                !IsAllowed(address, addressClass)
                || (
                    _runtimeApi is not null
                    && await _runtimeApi.IsAtAsync(address, addressClass, port, resolver, cancellationToken)
                )
                || (
                    !allowsLocalServices
                    && addressClass == AddressClass.Loopback
                    && await IsLocalServiceAsync(address, port, cancellationToken)
                )
            )
            {
                throw new OutboundRefusedException(FailureReason.AddressRefused);
            }

            if (isPlainHttp && !policy.AllowPlainHttp && addressClass != AddressClass.Loopback)
            {
                throw new OutboundRefusedException(FailureReason.PlainHttpRefused);
            }
        }

        return addresses.Count > 0 ? addresses : throw new SocketException((int)SocketError.HostNotFound);
    }

    private async ValueTask<bool> IsLocalServiceAsync(IPAddress address, int port, CancellationToken cancellationToken)
    {
        foreach (var service in _localServices)
        {
            if (await service.IsAtAsync(address, AddressClass.Loopback, port, resolver, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAllowed(IPAddress address, AddressClass addressClass) =>
        addressClass switch
        {
            AddressClass.Public => true,
            AddressClass.Private => policy.PrivateRanges.Any(range =>
                range.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)
            ),
            AddressClass.Loopback => policy.AllowLoopback,
            _ => false,
        };
}

/// <summary>Carries the guard's refusal out of SocketsHttpHandler's callbacks; it becomes its reason at the sender.</summary>
internal sealed class OutboundRefusedException(FailureReason reason) : Exception("Calls to this address are not allowed.")
{
    public FailureReason Reason { get; } = reason;
}
