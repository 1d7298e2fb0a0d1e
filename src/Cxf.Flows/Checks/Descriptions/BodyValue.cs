using Cxf.Documents;

namespace Cxf.Flows.Checks.Descriptions;

/// <summary>Every body is one that the API takes.</summary>
internal sealed class BodyValue()
    : DescribedCallRule(
        RequestProblemKind.Body,
        FlowCodes.BodyValue,
        DiagnosticSeverity.Error,
        "A body that the operation does not take.",
        "The third party rejects a body that lacks what it requires, or has a value of another type."
    );
