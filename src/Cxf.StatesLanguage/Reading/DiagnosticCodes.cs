namespace Cxf.StatesLanguage.Reading;

/// <summary>Codes of diagnostics, as CreateStateMachine and ValidateStateMachineDefinition use them.</summary>
public static class DiagnosticCodes
{
    /// <summary>The definition is not JSON.</summary>
    public const string InvalidJson = "INVALID_JSON_DESCRIPTION";

    /// <summary>A field is missing, unknown or wrong.</summary>
    public const string Schema = "SCHEMA_VALIDATION_FAILED";

    /// <summary>A transition leads nowhere, or a state cannot be reached.</summary>
    public const string MissingTarget = "MISSING_TRANSITION_TARGET";

    /// <summary>Two states have the same name.</summary>
    public const string DuplicateState = "DUPLICATE_STATE_NAME";

    /// <summary>A JSONata expression cannot be parsed or uses what a state does not have.</summary>
    public const string InvalidExpression = "INVALID_JSONATA_EXPRESSION";
}
