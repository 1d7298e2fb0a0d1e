using Cxf.Documents;

namespace Cxf.Local.Examination;

/// <summary>Something of a deployment that fails calls, can fail them, or is worth knowing.</summary>
/// <param name="Severity">
/// Error: calls fail now. Warning: calls can fail, or the next publish does. Information: nothing fails.
/// </param>
/// <param name="Where">
/// The tenant, connection or flow (<c>acme</c>, <c>acme/connections/crm</c>, <c>acme/create_lead</c>), or a part of the
/// deployment.
/// </param>
/// <param name="Message">What was found and what it does to calls.</param>
/// <param name="Fix">What to do about it.</param>
internal sealed record Finding(DiagnosticSeverity Severity, string Where, string Message, string Fix)
{
    /// <summary>Whether it could be examined. Default: yes.</summary>
    public bool IsExamined { get; init; } = true;
}
