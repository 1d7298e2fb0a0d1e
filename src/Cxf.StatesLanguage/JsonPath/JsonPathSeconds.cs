using System.Text.Json;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.JsonPath.Paths;

namespace Cxf.StatesLanguage.JsonPath;

/// <summary>The SecondsPath of a Wait state, with its own words.</summary>
internal sealed class JsonPathSeconds(JsonPathExpression path, InputPath inputPath) : NumberField
{
    public override double Evaluate(StateRun run)
    {
        var found = path.Find(run, inputPath.Apply(run).Tree)
            ?? throw run.RuntimeError($"The SecondsPath parameter does not reference an input value: {path.Text}");
        var text = found.ValueKind == JsonValueKind.String ? found.GetString() : found.GetRawText();
        if (found.ValueKind != JsonValueKind.Number || !found.TryGetInt64(out var seconds))
        {
            throw run.RuntimeError($"The SecondsPath parameter cannot be parsed as a long value: {path.Text} == {text}");
        }

        return seconds >= 0
            ? seconds
            : throw run.RuntimeError($"The SecondsPath parameter references a negative value: {path.Text} == {text}");
    }
}
