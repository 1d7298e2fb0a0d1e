namespace Cxf.StatesLanguage.Reading;

/// <summary>A problem of a definition.</summary>
/// <param name="Severity">Whether AWS would reject the definition.</param>
/// <param name="Code">AWS's code, see <see cref="DiagnosticCodes"/>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Location">The location: the path of names from the root, such as <c>/States/First/Next</c>; null for a problem of
/// the whole definition.</param>
public sealed record DefinitionDiagnostic(DiagnosticSeverity Severity, string Code, string Message, string? Location)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Code}: {Message} at {Location ?? "null"}";
}

/// <summary>Severities of diagnostics.</summary>
public enum DiagnosticSeverity
{
    /// <summary>AWS rejects the definition.</summary>
    Error,

    /// <summary>AWS accepts the definition, but it probably does not do what was intended.</summary>
    Warning,
}

/// <summary>Codes of diagnostics, as CreateStateMachine and ValidateStateMachineDefinition use them.</summary>
public static class DiagnosticCodes
{
    /// <summary>The definition is not JSON.</summary>
    public const string InvalidJson = "INVALID_JSON_DESCRIPTION";

    /// <summary>A field is missing, unknown or wrong.</summary>
    public const string Schema = "SCHEMA_VALIDATION_FAILED";

    /// <summary>A transition has no target, or a state cannot be reached.</summary>
    public const string MissingTarget = "MISSING_TRANSITION_TARGET";

    /// <summary>No state of a graph ends it.</summary>
    public const string MissingEnd = "MISSING_END_STATE";

    /// <summary>A JSONata expression cannot be parsed.</summary>
    public const string InvalidJsonata = "INVALID_JSONATA_EXPRESSION";

    /// <summary>A JSONata expression reads what its field does not have.</summary>
    public const string UnsupportedJsonata = "UNSUPPORTED_JSONATA_EXPRESSION";

    /// <summary>Two states have the same name.</summary>
    public const string DuplicateState = "DUPLICATE_STATE_NAME";
}
