using System.Text.Json;

namespace Cxf.StatesLanguage.Execution;

/// <summary>The item that an iteration works on, as the context object shows it.</summary>
internal sealed record MapItem(int Index, JsonElement Value);
