using System.Collections.Concurrent;
using Cxf.Flows.ApiDescriptions;

namespace Cxf.Local.Stubs;

/// <summary>
/// The right answers of operations. The answer of a call depends on the seed, the operation and how often it was called, so that
/// calls at the same time do not change each other's.
/// </summary>
internal sealed class StubAnswers(int? seed)
{
    private readonly ConcurrentDictionary<(string Connection, string Operation), int> _calls = new();

    /// <summary>The answer of the next call.</summary>
    public ExampleAnswer Next(string connection, ApiOperation operation)
    {
        var call = _calls.AddOrUpdate((connection, operation.Id), 0, (_, before) => before + 1);
        return ExampleAnswer.Of(
            operation,
            seed is { } given ? ExampleChoices.Seeded(given, call, $"{connection} {operation.Id}") : ExampleChoices.Plain
        );
    }
}
