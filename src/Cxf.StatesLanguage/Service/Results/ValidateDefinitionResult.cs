namespace Cxf.StatesLanguage.Service;

/// <summary>Answer of ValidateStateMachineDefinition.</summary>
/// <param name="Result">OK or FAIL.</param>
/// <param name="Diagnostics">What was found.</param>
/// <param name="Truncated">Whether there was more than was asked for.</param>
public sealed record ValidateDefinitionResult(string Result, IReadOnlyList<ValidationDiagnostic> Diagnostics, bool Truncated);
