using System.Collections.Concurrent;
using Cxf.ApiCalls.Logging;

namespace Cxf.ApiCalls.Tests.Platform;

/// <summary>Keeps what is logged.</summary>
internal sealed class RecordedAttempts : IAttemptLog
{
    private readonly ConcurrentQueue<AttemptRecord> _records = new();

    public IReadOnlyList<AttemptRecord> All => [.. _records];

    public void Write(AttemptRecord attempt) => _records.Enqueue(attempt);
}
