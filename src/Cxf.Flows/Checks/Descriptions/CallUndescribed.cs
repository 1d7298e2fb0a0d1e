using Cxf.Documents;

namespace Cxf.Flows.Checks.Descriptions;

/// <summary>Every call is one that its connection's description has.</summary>
internal sealed class CallUndescribed()
    : DescribedCallRule(
        RequestProblemKind.Path,
        FlowCodes.CallUndescribed,
        DiagnosticSeverity.Error,
        "A path or method that the connection's description does not have.",
        "The third party documents its paths; it answers 404 or 405 to what it does not have, while a caller is on the line."
    );
