using System.Text.Json;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.JsonPath.Paths;

namespace Cxf.StatesLanguage.JsonPath;

/// <summary>ItemsPath of a JSONPath Map; the whole input by default.</summary>
internal sealed class JsonPathItems(JsonPathExpression? path, InputPath inputPath) : IItemSource
{
    public JsonElement Evaluate(StateRun run)
    {
        var data = inputPath.Apply(run).Tree;
        var items = path?.Require(run, data) ?? data;
        return items.ValueKind == JsonValueKind.Array
            ? items
            : throw run.RuntimeError($"Reference path \"{path?.Text ?? "$"}\" must point to array.");
    }
}
