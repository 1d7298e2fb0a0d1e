using Cxf.Documents;

namespace Cxf.Flows.Checks.Descriptions;

/// <summary>Every parameter is one of the operation.</summary>
internal sealed class ParameterUnknown()
    : DescribedCallRule(
        RequestProblemKind.UnknownParameter,
        FlowCodes.ParameterUnknown,
        DiagnosticSeverity.Error,
        "A parameter that the operation does not have.",
        "A third party ignores a parameter that it does not know, so a misspelt one changes nothing, or everything."
    );
