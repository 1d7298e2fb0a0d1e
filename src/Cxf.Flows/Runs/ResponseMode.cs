namespace Cxf.Flows.Runs;

/// <summary>
/// How an answer is written, after the block's own setting "response validation" (Amazon Connect administrator guide, "Set up
/// flow blocks: AWS Lambda function").
/// </summary>
public enum ResponseMode
{
    /// <summary>STRING_MAP: a flat object of texts, none of them empty. The default.</summary>
    StringMap,

    /// <summary>JSON: the outputs keep their types and may be nested, so that <c>$.External.order.id</c> can be read.</summary>
    Json,
}
