using Cxf.Documents;

namespace Cxf.Flows.Checks.Descriptions;

/// <summary>Every body has a content type that the API takes.</summary>
internal sealed class ContentTypeRefused()
    : DescribedCallRule(
        RequestProblemKind.ContentType,
        FlowCodes.ContentTypeRefused,
        DiagnosticSeverity.Error,
        "A content type that the operation does not take.",
        "A body is sent as JSON unless the header Content-Type says otherwise."
    );
