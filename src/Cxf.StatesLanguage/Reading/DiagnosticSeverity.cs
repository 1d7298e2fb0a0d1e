namespace Cxf.StatesLanguage.Reading;

/// <summary>Severities of diagnostics.</summary>
public enum DiagnosticSeverity
{
    /// <summary>AWS refuses the definition.</summary>
    Error,

    /// <summary>AWS accepts the definition, but it will hardly do what was meant.</summary>
    Warning,
}
