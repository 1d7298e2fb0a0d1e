using System.Net;
using Cxf.ApiCalls.Outbound;

namespace Cxf.ApiCalls.Tests.Outbound;

/// <summary>Resolves every name to one address.</summary>
internal sealed class EveryNameIs(string address) : INameResolver
{
    public ValueTask<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<IPAddress>>([IPAddress.Parse(address)]);
}
