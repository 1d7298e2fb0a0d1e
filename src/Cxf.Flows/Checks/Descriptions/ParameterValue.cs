using Cxf.Documents;

namespace Cxf.Flows.Checks.Descriptions;

/// <summary>Every parameter has a value that the API takes.</summary>
internal sealed class ParameterValue()
    : DescribedCallRule(
        RequestProblemKind.ParameterValue,
        FlowCodes.ParameterValue,
        DiagnosticSeverity.Error,
        "A value that a parameter cannot have.",
        "The third party rejects the request, or understands something else."
    );
