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
    private readonly RuntimeApiEndpoint? _runtimeApi = RuntimeApiEndpoint.Parse(policy.RuntimeApi);

    /// <summary>The checked addresses of a host.</summary>
    /// <exception cref="OutboundRefusedException">An address may not be called.</exception>
    public async ValueTask<IReadOnlyList<IPAddress>> ResolveAsync(
        string host, int port, bool isPlainHttp, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolver.ResolveAsync(host, cancellationToken);
        foreach (var address in addresses)
        {
            var addressClass = AddressClassifier.Classify(address);
            if (!IsAllowed(address, addressClass)
                || (_runtimeApi is not null && await _runtimeApi.IsAtAsync(address, addressClass, port, resolver, cancellationToken)))
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

    private bool IsAllowed(IPAddress address, AddressClass addressClass) => addressClass switch
    {
        AddressClass.Public => true,
        AddressClass.Private => policy.PrivateRanges.Any(range => range.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)),
        AddressClass.Loopback => policy.AllowLoopback,
        _ => false,
    };
}
