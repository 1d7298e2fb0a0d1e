using System.Text.Json;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.JsonPath.Paths;

namespace Cxf.StatesLanguage.JsonPath;

/// <summary>The TimestampPath of a Wait state.</summary>
internal sealed class JsonPathTimestamp(JsonPathExpression path, InputPath inputPath) : TimestampField
{
    public override DateTimeOffset Evaluate(StateRun run)
    {
        var found = path.Find(run, inputPath.Apply(run).Tree)
            ?? throw run.RuntimeError($"The TimestampPath parameter does not reference an input value: {path.Text}");
        var text = found.ValueKind == JsonValueKind.String ? found.GetString()! : found.GetRawText();
        return Timestamp.TryParse(text, out var time)
            ? time
            : throw run.RuntimeError(
                $"The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: {path.Text} == {text}");
    }
}
