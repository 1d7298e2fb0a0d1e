namespace Cxf.Local.ContactFlows;

/// <summary>One problem of a contact flow.</summary>
/// <param name="Code">The problem's stable code, <c>CXF81xx</c>; see <see cref="ContactFlowCodes"/>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Action">The identifier of the action that has the problem; null when it is the document itself.</param>
/// <param name="Pointer">The place as a JSON pointer.</param>
/// <param name="Line">The place's line, counted from 1.</param>
/// <param name="Column">The place's column in bytes, counted from 1.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Fix">What to do about it.</param>
internal sealed record ContactFlowDiagnostic(
    string Code,
    ContactFlowSeverity Severity,
    string? Action,
    string Pointer,
    int Line,
    int Column,
    string Message,
    string Fix)
{
    /// <summary>One line for a terminal: place, code, action, message and fix.</summary>
    public override string ToString() =>
        $"{Line}:{Column} {(Severity == ContactFlowSeverity.Error ? "error" : "warning")} {Code} {Pointer}"
        + (Action is null ? "" : $" ({Action})")
        + $": {Message} {Fix}";
}

/// <summary>How much a problem matters.</summary>
internal enum ContactFlowSeverity
{
    /// <summary>The service would refuse the flow, or it cannot be walked.</summary>
    Error,

    /// <summary>The flow works, but probably not as meant.</summary>
    Warning,
}
