using Cxf.Documents;

namespace Cxf.Flows.Checks.Descriptions;

/// <summary>Every operation is one of its connection's description.</summary>
internal sealed class OperationUnknown()
    : DescribedCallRule(
        RequestProblemKind.Operation,
        FlowCodes.OperationUnknown,
        DiagnosticSeverity.Error,
        "An operation that the connection's description does not have.",
        "An operation is known by the description that cxf connection import stored; without it nobody knows what to call."
    );
