using System.Net;
using System.Net.Sockets;

namespace Cxf.ApiCalls.Outbound;

/// <summary>What an IP address is to the address guard.</summary>
internal enum AddressClass
{
    /// <summary>Globally reachable: calls can go there.</summary>
    Public,

    /// <summary>A private network: open only where the deployment names its range.</summary>
    Private,

    /// <summary>This machine: open only in local runs.</summary>
    Loopback,

    /// <summary>Never a third party: link-local and metadata, multicast, reserved, tunnels into other ranges.</summary>
    Forbidden,
}

/// <summary>
/// Sorts addresses by the IANA special-purpose registries for IPv4 and IPv6 (RFC 6890 and its successors), and by the
/// metadata addresses of clouds. An address that carries an IPv4 address inside is what the inner one is.
/// </summary>
internal static class AddressClassifier
{
    private static readonly IPNetwork[] Private = Networks(
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "100.64.0.0/10",
        "fc00::/7"
    );

    private static readonly IPNetwork[] Loopback = Networks("127.0.0.0/8", "::1/128");

    /// <summary>Within the ranges above, or public by registry, and still never a third party.</summary>
    private static readonly IPNetwork[] Metadata = Networks(
        "169.254.0.0/16", // AWS, Azure and Google instance metadata, ECS credentials, Lambda's own endpoints
        "fd00:ec2::/32", // AWS instance metadata and DNS over IPv6
        "fd20:ce::/32", // Google metadata over IPv6
        "100.100.100.200/32", // Alibaba metadata, inside the shared range
        "168.63.129.16/32", // Azure's wire server, public by registry
        "192.0.0.0/24"
    ); // IETF protocol assignments; Oracle metadata at .192

    private static readonly IPNetwork[] ForbiddenV4 = Networks(
        "0.0.0.0/8",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4"
    );

    /// <summary>
    /// Everything that is not global unicast is forbidden (RFC 4291 section 2.4), except the ranges named here.
    /// </summary>
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] ForbiddenV6 = Networks(
        "2001::/23", // protocol assignments: Teredo, ORCHID, benchmarking
        "2001:db8::/32",
        "3fff::/20", // documentation
        "2002::/16"
    ); // 6to4: a tunnel to whatever IPv4 address it names

    /// <summary>NAT64's well-known prefix (RFC 6052): how an IPv6-only subnet reaches IPv4.</summary>
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    public static AddressClass Classify(IPAddress address)
    {
        var inner = InnerIPv4(address);
        if (inner is not null)
        {
            return Classify(inner);
        }

        if (Contains(Metadata, address))
        {
            return AddressClass.Forbidden;
        }

        if (Contains(Loopback, address))
        {
            return AddressClass.Loopback;
        }

        if (Contains(Private, address))
        {
            return AddressClass.Private;
        }

        var forbidden = address.AddressFamily switch
        {
            AddressFamily.InterNetwork => Contains(ForbiddenV4, address),
            AddressFamily.InterNetworkV6 => !GlobalUnicast.Contains(address) || Contains(ForbiddenV6, address),
            _ => true,
        };
        return forbidden ? AddressClass.Forbidden : AddressClass.Public;
    }

    private static IPAddress? InnerIPv4(IPAddress address) =>
        address.AddressFamily != AddressFamily.InterNetworkV6 ? null
        : address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
        : Nat64.Contains(address) ? new IPAddress(address.GetAddressBytes().AsSpan(12))
        : null;

    private static bool Contains(IPNetwork[] networks, IPAddress address)
    {
        foreach (var network in networks)
        {
            if (network.Contains(address))
            {
                return true;
            }
        }

        return false;
    }

    private static IPNetwork[] Networks(params string[] texts) => Array.ConvertAll(texts, IPNetwork.Parse);
}
