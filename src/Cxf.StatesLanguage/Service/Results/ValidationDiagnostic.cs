namespace Cxf.StatesLanguage.Service;

/// <summary>A diagnostic of ValidateStateMachineDefinition.</summary>
/// <param name="Severity">ERROR or WARNING.</param>
/// <param name="Code">The code.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Location">Where.</param>
public sealed record ValidationDiagnostic(string Severity, string Code, string Message, string? Location);
