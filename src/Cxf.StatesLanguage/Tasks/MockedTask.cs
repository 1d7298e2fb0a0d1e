using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.Tasks;

/// <summary>A ready-made answer: an output, or an error.</summary>
internal sealed record MockedTask(Payload? Output, string? Error, string? Cause);
