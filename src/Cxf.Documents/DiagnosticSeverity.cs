namespace Cxf.Documents;

/// <summary>How much a diagnostic matters.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The document cannot be used until this is changed.</summary>
    Error,

    /// <summary>The document can be used, but probably does not do what was meant.</summary>
    Warning,

    /// <summary>Something worth knowing.</summary>
    Info,
}
