namespace Cxf.StatesLanguage.Service;

/// <summary>Request of ValidateStateMachineDefinition.</summary>
/// <param name="Definition">Amazon States Language.</param>
/// <param name="Type">Default STANDARD.</param>
/// <param name="Severity">ERROR leaves warnings out.</param>
/// <param name="MaxResults">Diagnostics in the answer, at most 100; 0 or null for 100.</param>
public sealed record ValidateDefinitionRequest(
    string? Definition, StateMachineType? Type = null, string? Severity = null, int? MaxResults = null);
