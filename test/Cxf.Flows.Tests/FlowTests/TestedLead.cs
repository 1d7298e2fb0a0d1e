using System.Text.Json.Nodes;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;
using Cxf.Flows.FlowTests;

namespace Cxf.Flows.Tests.FlowTests;

/// <summary>The lead flow with a test that passes, to be changed in one place, and its run.</summary>
internal static class TestedLead
{
    public const string Passing = """
        {
          "name": "A lead gets a number",
          "payload": { "userInput": "5" },
          "answers": { "rest_api_1": [{ "status": 201, "body": { "id": "L-1" } }] },
          "expect": { "status": "SUCCEEDED", "message": "Number L-1", "outputs": { "leadId": "L-1" }, "path": ["rest_api_1",
           "decision_1", "respond_1"] }
        }
        """;

    /// <summary>The lead flow with tests.</summary>
    public static string With(params IEnumerable<string> tests) => Documents.With("/tests", $"[{string.Join(",", tests)}]");

    /// <summary>The passing test with the value at a pointer replaced; null removes it.</summary>
    public static string Changed(string pointer, string? json)
    {
        var parts = pointer.Split('/')[1..];
        var root = JsonNode.Parse(Passing)!;
        var holder = parts[..^1]
            .Aggregate(root, (node, part) => node is JsonArray array ? array[int.Parse(part)]! : node[part]!)
            .AsObject();
        if (json is null)
        {
            holder.Remove(parts[^1]);
        }
        else
        {
            holder[parts[^1]] = JsonNode.Parse(json);
        }

        return root.ToJsonString();
    }

    public static FlowTestReport Run(string document)
    {
        var reading = Documents.Read(document);
        Assert.NotNull(reading.Flow);
        return FlowTestRunner.Run(
            reading.Flow,
            FlowCompiler.Compile(reading.Flow, Target),
            Target,
            TestContext.Current.CancellationToken
        );
    }

    private static CompilationTarget Target { get; } =
        new(TenantId.Parse("acme"), 1, "arn:aws:lambda:us-east-1:111122223333:function:CallApi:live");
}
