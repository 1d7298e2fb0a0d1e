using System.Net;

namespace Cxf.ApiCalls.Outbound;

/// <summary>
/// An endpoint that calls cannot go to (<c>host:port</c>): Lambda's Runtime API, or a local stand-in for an AWS service.
/// </summary>
internal sealed class GuardedEndpoint
{
    private const int DefaultPort = 80;

    private readonly string _host;
    private readonly int _port;

    private GuardedEndpoint(string host, int port)
    {
        _host = host;
        _port = port;
    }

    public static GuardedEndpoint? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var colon = text.LastIndexOf(':');
        var hasPort = colon > text.IndexOf(']') && int.TryParse(text[(colon + 1)..], out _);
        var host = hasPort ? text[..colon] : text;
        return new GuardedEndpoint(host.Trim('[', ']'), hasPort ? int.Parse(text[(colon + 1)..]) : DefaultPort);
    }

    /// <summary>
    /// Whether an address is the endpoint's. On loopback, any spelling of this machine with its port is;
    /// elsewhere the whole address is.
    /// </summary>
    public async ValueTask<bool> IsAtAsync(
        IPAddress address,
        AddressClass addressClass,
        int port,
        INameResolver resolver,
        CancellationToken cancellationToken
    )
    {
        var own = IPAddress.TryParse(_host, out var literal) ? [literal] : await resolver.ResolveAsync(_host, cancellationToken);
        foreach (var candidate in own)
        {
            var isOnLoopback = AddressClassifier.Classify(candidate) == AddressClass.Loopback;
            if (isOnLoopback ? addressClass == AddressClass.Loopback && port == _port : Plain(candidate).Equals(Plain(address)))
            {
                return true;
            }
        }

        return false;
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
