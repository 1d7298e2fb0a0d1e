using Cxf.Documents;

namespace Cxf.Flows.Checks.Descriptions;

/// <summary>Every member of a body is documented.</summary>
internal sealed class MemberUndocumented()
    : DescribedCallRule(
        RequestProblemKind.UndocumentedMember,
        FlowCodes.MemberUndocumented,
        DiagnosticSeverity.Warning,
        "A body, or a member of it, that is documented nowhere.",
        "Most third parties ignore what they do not know, so a misspelt member is lost without an error."
    );
