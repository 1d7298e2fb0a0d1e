using Cxf.Documents.Identifiers;
using Cxf.Flows.Checks;
using Cxf.Flows.Compiling;
using Cxf.Flows.Contracts;
using Cxf.Flows.Model;

namespace Cxf.Flows.Tests.Fuzz;

/// <summary>
/// A few flows that run each other in every way there is, some of them mutated: rings, missing ones, deep and wide ones.
/// </summary>
internal sealed class LinkedFlowSet(int seed)
{
    private const int Flows = 5;
    private const int Versions = 3;

    private static readonly string[] Contracts =
    [
        "",
        "\"input\":{\"type\":\"object\",\"required\":[\"n\"],\"properties\":{\"n\":{\"type\":\"integer\"}}},",
        "\"input\":{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"n\":{\"type\":\"string\","
            + "\"maxLength\":3}}},\"contactFields\":[\"customerNumber\"],",
    ];

    private static readonly string[] Payloads =
    [
        "",
        ",\"payload\":{\"n\":\"{% $payload.n %}\"}",
        ",\"payload\":{\"n\":\"{% 1 + 1 %}\"}",
        ",\"payload\":\"{% $payload %}\"",
        ",\"payload\":{\"n\":[{\"x\":1}]}",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A document, and what it is checked in.</summary>
    public (string Document, FlowContext Context) Next()
    {
        var pinned = new Dictionary<PinnedVersion, FlowDefinition>();
        var live = new Dictionary<FlowId, LiveFlowFacts>();
        for (var flow = 0; flow < Flows; flow++)
        {
            for (var version = 1; version <= Versions; version++)
            {
                // As versions are stored: each was checked without the ones that it runs.
                if (Documents.Read(Mutated(Flow(flow))).Flow is { } read)
                {
                    pinned[new PinnedVersion(FlowId.Parse(Name(flow)), version)] = read;
                }
            }

            if (_random.Next(4) > 0)
            {
                live[FlowId.Parse(Name(flow))] = new LiveFlowFacts(
                    _random.Next(2) == 0 ? StateMachineType.Express : StateMachineType.Standard,
                    TimeSpan.FromSeconds(_random.Next(5000))
                )
                {
                    Input =
                        _random.Next(2) == 0
                            ? null
                            : ContractReader.Parse(
                                """{"type":"object","required":["n"],"properties":{"n":{"type":"integer"}}}"""
                            ),
                    ContactFields = _random.Next(4) == 0 ? [ContactField.SystemNumber] : [],
                };
            }
        }

        var surroundings = new FlowContext(
            new Dictionary<ConnectionId, IReadOnlyCollection<string>> { [ConnectionId.Parse("crm")] = ["GET", "POST"] }
        )
        {
            LiveFlows = live,
            PinnedFlows = pinned,
        };
        return (Mutated(Flow(0)), surroundings);
    }

    private string Mutated(string document) =>
        _random.Next(4) == 0 ? new DocumentMutator(_random.Next(), [document]).Next() : document;

    private string Flow(int flow)
    {
        var steps = Enumerable
            .Range(1, _random.Next(1, 4))
            .Select(number => (Number: number, Next: number == 1 ? "respond_1" : $"step_{number - 1}"))
            .Reverse()
            .ToList();
        return $$"""
            {"flowId":"{{Name(flow)}}","caller":"{{Pick("auto", "waits", "continues")}}",{{Contracts[
                _random.Next(Contracts.Length)
            ]}}"start":"step_{{steps[0].Number}}","steps":{
            {{string.Concat(steps.Select(step => $"\"step_{step.Number}\":{Step(flow, step.Number, step.Next)},"))}}
            "respond_1":{"kind":"respond","message":"{% $string($payload.n) %}"} } }
            """;
    }

    private string Step(int flow, int number, string next) =>
        _random.Next(5) switch
        {
            0 => $$"""
                {"kind":"restApi","connection":"crm","method":"{{Pick("GET", "POST")}}","path":"/x","timeoutSeconds":1,
                 "select":"id","next":"{{next}}"}
                """,
            1 => $$"""
                {"kind":"forEach","items":"{% [1, 2] %}","atMost":2,"start":"inner_{{number}}",
                 "steps":{"inner_{{number}}":{{Run(flow, null)}} },"next":"{{next}}"}
                """,
            2 => $$"""
                {"kind":"parallel","branches":{"a":{"start":"left_{{number}}","steps":{"left_{{number}}":{{Run(flow, null)}} } },
                 "b":{"start":"right_{{number}}","steps":{"right_{{number}}":{{Run(flow, null)}} } } },"next":"{{next}}"}
                """,
            _ => Run(flow, next),
        };

    // Mostly of flows further on, so that most sets are sound; sometimes of any, so that there are rings.
    private string Run(int flow, string? next)
    {
        var other = _random.Next(12) == 0 || flow == Flows - 1 ? _random.Next(Flows) : _random.Next(flow + 1, Flows);
        var version = _random.Next(3) == 0 ? "" : $",\"version\":{_random.Next(1, Versions + 1)}";
        var onError =
            next is not null && _random.Next(3) == 0
                ? $",\"onError\":{{\"{Pick("any", "FlowFailed", "ApiTimeout")}\":\"{next}\"}}"
                : "";
        var onwards = next is null ? "" : $",\"next\":\"{next}\"";
        return $$"""
            {"kind":"runFlow",
             "flowId":"{{Name(other)}}"{{version}}{{Payloads[_random.Next(Payloads.Length)]}}{{onError}}{{onwards}} }
            """;
    }

    private string Pick(params string[] texts) => texts[_random.Next(texts.Length)];

    private static string Name(int flow) => $"flow_{(char)('a' + flow)}";
}
