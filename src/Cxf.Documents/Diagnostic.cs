namespace Cxf.Documents;

/// <summary>One thing that is wrong, or worth knowing, in a document that a person wrote.</summary>
/// <param name="Code">The stable code, e.g. <c>CXF3001</c>; one code is one kind of problem.</param>
/// <param name="Severity">Whether the document can be used all the same.</param>
/// <param name="Pointer">Where, as an RFC 6901 JSON pointer; empty for the whole document.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in characters (UTF-16 units, as editors count), from 1.</param>
/// <param name="Message">What is wrong, as a sentence. It never holds a secret.</param>
/// <param name="Fix">What to do about it, as a sentence.</param>
public record Diagnostic(
    string Code,
    DiagnosticSeverity Severity,
    string Pointer,
    int Line,
    int Column,
    string Message,
    string Fix
)
{
    /// <summary>The diagnostic as one line: <c>3:14 error CXF3007 /baseUrl: message Fix: fix</c>.</summary>
    public override string ToString() =>
        $"{Line}:{Column} {Severity.ToString().ToLowerInvariant()} {Code} "
        + $"{(Pointer.Length == 0 ? "(document)" : Pointer)}: {Message} Fix: {Fix}";
}

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
