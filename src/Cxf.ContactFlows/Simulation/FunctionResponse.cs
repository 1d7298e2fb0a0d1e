using System.Text.Json;
using Cxf.Documents;

namespace Cxf.ContactFlows.Simulation;

/// <summary>Whether Connect accepts a function's answer. adminguide/connect-lambda-functions.html</summary>
internal static class FunctionResponse
{
    /// <summary>The answer, or why Connect refuses it. Connect does not retry after a refused answer.</summary>
    public static (JsonElement? Answer, string? Failure) Read(ReadOnlyMemory<byte> payload, bool json)
    {
        if (payload.Length > ContactFlowLimits.AnswerBytes)
        {
            return (null, $"the answer has {payload.Length} bytes; Amazon Connect accepts {ContactFlowLimits.AnswerBytes}");
        }

        var source = JsonSource.Parse(payload);
        if (source.SyntaxProblem is not null)
        {
            return (null, "the answer is not JSON, or holds text that is not valid Unicode");
        }

        var answer = source.Root;
        if (json)
        {
            return answer.ValueKind == JsonValueKind.Null ? (null, "the answer is null") : (answer, null);
        }

        if (answer.ValueKind != JsonValueKind.Object)
        {
            return (
                null,
                $"the answer must be an object of strings (STRING_MAP) but is {answer.ValueKind.ToString().ToLowerInvariant()}"
            );
        }

        foreach (var member in answer.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.String)
            {
                return (null, $"the answer's member \"{member.Name}\" is not a string, as STRING_MAP demands");
            }
        }

        return (answer, null);
    }
}
