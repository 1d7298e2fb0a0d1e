using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Cxf.Documents;
using Cxf.Flows.Compiling;
using Cxf.Flows.Reading;

namespace Cxf.EndToEnd.Tests.Retries;

/// <summary>A flow with one call, compiled as PublishFlow compiles it.</summary>
/// <param name="Caller">Whether its caller waits.</param>
/// <param name="Method">The call's method, by which it must not be made twice, or only reads.</param>
internal sealed record TestFlow(string Caller, string Method)
{
    private static readonly ConcurrentDictionary<(TestFlow Flow, int Version), CompiledFlow> Compiled = new();

    /// <summary>EXPRESS, and its runs are claimed.</summary>
    public static TestFlow Express { get; } = new("waits", "POST");

    /// <summary>EXPRESS without a claim.</summary>
    public static TestFlow Reading { get; } = new("waits", "GET");

    /// <summary>STANDARD.</summary>
    public static TestFlow Standard { get; } = new("continues", "POST");

    /// <summary>Its input contract.</summary>
    public string Contract { get; init; } = """{"type":"object"}""";

    /// <summary>
    /// A machine that is slower than its clock says: nothing cuts its call off, and it gives up after so many seconds. Null: as
    /// compiled.
    /// </summary>
    public int? GivesUpAfterSeconds { get; init; }

    /// <summary>Whether it ends in a <c>fail</c> step after its call.</summary>
    public bool Fails { get; init; }

    /// <summary>The flow as Step Functions gets it. Storms publish the same versions a thousand times.</summary>
    public CompiledFlow Compile(int version) => Compiled.GetOrAdd((this, version), one => one.Flow.CompileOnce(one.Version));

    private CompiledFlow CompileOnce(int version)
    {
        var reading = FlowReader.Read(JsonSource.Parse(Document));
        Assert.True(reading.Flow is not null, string.Join('\n', reading.Diagnostics));
        var target = new CompilationTarget(
            VirtualDeployment.Acme,
            version,
            "arn:aws:lambda:us-east-1:111111111111:function:cxf-test-CallApi:live"
        );
        var compiled = FlowCompiler.Compile(reading.Flow, target with { RunsTable = "runs" });
        return GivesUpAfterSeconds is { } seconds ? Slowed(compiled, seconds) : compiled;
    }

    /// <summary>The flow as its author wrote it.</summary>
    public string Document =>
        $$$"""
            {
              "flowId": "{{{VirtualDeployment.Flow}}}", "caller": "{{{Caller}}}", "input": {{{Contract}}}, "start": "rest_api_1",
              "steps": {
                "rest_api_1": { "kind": "restApi", "connection": "crm", "method": "{{{Method}}}", "path": "/leads",
                 "next": "respond_1" },
                "respond_1": {{{(Fails ? Fail : Respond)}}}
              }
            }
            """;

    private static string Respond =>
        """
            { "kind": "respond", "message": "{% 'Noted as ' & $rest_api_1.body.id & '.' %}",
             "outputs": { "leadId": "{% $rest_api_1.body.id %}" } }
            """;

    private static string Fail => """{ "kind": "fail", "message": "{% 'We cannot take ' & $rest_api_1.body.id & '.' %}" }""";

    private static CompiledFlow Slowed(CompiledFlow compiled, int seconds)
    {
        var machine = JsonNode.Parse(compiled.Definition)!;
        machine["TimeoutSeconds"] = seconds;
        machine["States"]!["rest_api_1"]!["TimeoutSeconds"] = 600;
        return compiled with { Definition = machine.ToJsonString(), TimeoutSeconds = seconds };
    }
}
