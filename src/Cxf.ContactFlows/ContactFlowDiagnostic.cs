using Cxf.Documents;

namespace Cxf.ContactFlows;

/// <summary>One problem of a contact flow. An error is what the service would reject, or what cannot be simulated.</summary>
/// <param name="Code">The stable code, <c>CXF81xx</c>; see <see cref="ContactFlowCodes"/>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Action">The identifier of the action that has the problem; null when it is the document itself.</param>
/// <param name="Pointer">The location as a JSON pointer.</param>
/// <param name="Position">The location as line and column.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Fix">What to do about it.</param>
public sealed record ContactFlowDiagnostic(
    string Code,
    DiagnosticSeverity Severity,
    string? Action,
    string Pointer,
    JsonPosition Position,
    string Message,
    string Fix
) : Diagnostic(Code, Severity, Pointer, Position.Line, Position.Column, Message, Fix)
{
    /// <summary>One line for a terminal: location, severity, code, pointer, action, message and fix.</summary>
    public override string ToString() =>
        $"{Line}:{Column} {Severity.ToString().ToLowerInvariant()} {Code} "
        + $"{Pointer}{(Action is null ? "" : $" ({Action})")}: {Message} {Fix}";
}

/// <summary>What came of reading a contact flow.</summary>
/// <param name="Flow">The flow; null when a problem makes it impossible to simulate.</param>
/// <param name="Diagnostics">All problems in the document's order.</param>
public sealed record ContactFlowReading(ContactFlow? Flow, IReadOnlyList<ContactFlowDiagnostic> Diagnostics);
