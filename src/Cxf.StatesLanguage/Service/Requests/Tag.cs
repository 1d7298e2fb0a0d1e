namespace Cxf.StatesLanguage.Service;

/// <summary>A label of a state machine.</summary>
/// <param name="Key">1 to 128 characters.</param>
/// <param name="Value">Up to 256 characters.</param>
public sealed record Tag(string? Key, string? Value);
