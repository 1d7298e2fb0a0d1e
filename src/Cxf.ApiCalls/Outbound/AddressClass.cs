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
