using Cxf.Documents;

namespace Cxf.Flows.Checks.Descriptions;

/// <summary>Every required parameter is given.</summary>
internal sealed class ParameterMissing()
    : DescribedCallRule(
        RequestProblemKind.MissingParameter,
        FlowCodes.ParameterMissing,
        DiagnosticSeverity.Error,
        "A required parameter that is not given.",
        "The third party rejects the request."
    );
