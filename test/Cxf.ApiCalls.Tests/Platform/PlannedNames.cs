using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Cxf.ApiCalls.Outbound;

namespace Cxf.ApiCalls.Tests.Platform;

/// <summary>
/// A resolver that answers what a test planned: for each name, one list of addresses per question, the last one for good.
/// </summary>
internal sealed class PlannedNames : INameResolver
{
    private readonly ConcurrentDictionary<string, Queue<IPAddress[]>> _answers = new(StringComparer.OrdinalIgnoreCase);
    private int _questions;

    public int Questions => _questions;

    public PlannedNames Add(string host, params string[] addresses)
    {
        _answers.GetOrAdd(host, _ => new()).Enqueue(Array.ConvertAll(addresses, IPAddress.Parse));
        return this;
    }

    public ValueTask<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _questions);
        if (!_answers.TryGetValue(host, out var queue))
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        lock (queue)
        {
            return ValueTask.FromResult<IReadOnlyList<IPAddress>>(queue.Count > 1 ? queue.Dequeue() : queue.Peek());
        }
    }
}
