using System.Text.Json;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.JsonPath;

/// <summary>What a field ending in <c>.$</c> holds: a path or a call of an intrinsic function.</summary>
internal interface IJsonPathValue
{
    /// <summary>The value; <paramref name="field"/> is named where there is none.</summary>
    JsonElement Evaluate(StateRun run, JsonElement data, string field);
}
