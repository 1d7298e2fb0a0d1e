using System.Text.Json;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.JsonPath;

/// <summary>A payload template: Parameters, ResultSelector, ItemSelector and the like, whose members ending in <c>.$</c> are
/// evaluated.</summary>
internal abstract class PayloadTemplate
{
    public abstract void Write(StateRun run, JsonElement data, Utf8JsonWriter json);
}
