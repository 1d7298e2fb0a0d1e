using System.Text.Json;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.DataFlow;

/// <summary>Where a Map state finds its items: Items (JSONata) or ItemsPath (JSONPath).</summary>
internal interface IItemSource
{
    /// <summary>The array to iterate over.</summary>
    JsonElement Evaluate(StateRun run);
}
