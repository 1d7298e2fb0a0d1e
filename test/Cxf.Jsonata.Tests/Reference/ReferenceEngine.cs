using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Testing;

namespace Cxf.Jsonata.Tests.Reference;

/// <summary>The reference implementation, jsonata 2.0.6 on Node, as the oracle.</summary>
internal static class ReferenceEngine
{
    /// <summary>The outcomes of the reference, in the order of the cases.</summary>
    public static async Task<List<ReferenceOutcome>> EvaluateAsync(
        IReadOnlyList<ReferenceCase> cases,
        CancellationToken cancellation
    )
    {
        var folder = NpmTool.Require("jsonata-2.0.6");
        using var node = Process.Start(
            new ProcessStartInfo("node", "evaluate.js")
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        var writing = WriteAsync(node.StandardInput, cases);
        var outcomes = new List<ReferenceOutcome>(cases.Count);
        while (await node.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            outcomes.Add(ReferenceOutcome.Read(line));
        }

        await writing;
        await node.WaitForExitAsync(cancellation);
        Assert.Equal(cases.Count, outcomes.Count);
        return outcomes;
    }

    private static async Task WriteAsync(StreamWriter writer, IReadOnlyList<ReferenceCase> cases)
    {
        await using (writer)
        {
            foreach (var test in cases)
            {
                var line = new JsonObject { ["expr"] = test.Expression };
                if (test.Input is not null)
                {
                    line["input"] = JsonNode.Parse(test.Input);
                }

                await writer.WriteLineAsync(line.ToJsonString());
            }
        }
    }
}

internal sealed record ReferenceCase(string Expression, string? Input);

/// <summary>
/// A printed result, the code of an error, or neither for undefined; a crash is a failure of the reference itself.
/// </summary>
internal sealed record ReferenceOutcome(string? Result, string? Code, string? Crash, int? Position = null)
{
    public static ReferenceOutcome Read(string line)
    {
        var outcome = JsonElement.Parse(line);
        string? Member(string name) => outcome.TryGetProperty(name, out var value) ? value.GetString() : null;
        int? position =
            outcome.TryGetProperty("position", out var at) && at.ValueKind == JsonValueKind.Number ? at.GetInt32() : null;
        return new ReferenceOutcome(Member("result"), Member("code"), Member("crash"), position);
    }

    /// <summary>The outcome of this project, without the position of an error.</summary>
    public static ReferenceOutcome Of(ReferenceCase test) => Located(test) with { Position = null };

    /// <summary>The outcome of this project.</summary>
    public static ReferenceOutcome Located(ReferenceCase test)
    {
        try
        {
            var input = test.Input is null ? JsonataValue.Undefined : JsonataValue.Parse(test.Input);
            var result = JsonataExpression.Compile(test.Expression).Evaluate(input);
            return new ReferenceOutcome(result.IsUndefined ? null : result.ToString(), null, null);
        }
        catch (JsonataException error)
        {
            return new ReferenceOutcome(null, error.Code, null, error.Position < 0 ? null : error.Position);
        }
    }

    /// <summary>
    /// Whether both outcomes agree. If an expression has several errors, the reference may report another one, because it
    /// evaluates the items of an array concurrently.
    /// </summary>
    public bool Agrees(ReferenceOutcome other)
    {
        if (Code is not null || other.Code is not null || Result is null || other.Result is null)
        {
            return Code is null == other.Code is null && Result == other.Result;
        }

        return Result == other.Result || JsonataValue.Parse(Result).Equals(JsonataValue.Parse(other.Result));
    }
}
