using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.Mocks;

/// <summary>A ready-made answer: an output, or an error.</summary>
internal sealed record MockedTask(Payload? Output, string? Error, string? Cause);
