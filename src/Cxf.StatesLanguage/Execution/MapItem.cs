using System.Text.Json;

namespace Cxf.StatesLanguage.Execution;

/// <summary>The item that an iteration works on, as the context object shows it.</summary>
/// <param name="Index">The item's index, from 0.</param>
/// <param name="Value">The item.</param>
/// <param name="Outer">The item of the iteration around this one, or null.</param>
internal sealed record MapItem(int Index, JsonElement Value, MapItem? Outer = null)
{
    /// <summary>The indexes from the outermost iteration to this one: <c>[2][0]</c>.</summary>
    public string Indexes => $"{Outer?.Indexes}[{Index}]";
}
