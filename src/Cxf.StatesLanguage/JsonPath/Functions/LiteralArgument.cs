using System.Text.Json;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.JsonPath.Functions;

/// <summary>An argument that is written in the call.</summary>
internal sealed class LiteralArgument(JsonElement value) : IJsonPathValue
{
    public JsonElement Evaluate(StateRun run, JsonElement data, string field) => value;
}
