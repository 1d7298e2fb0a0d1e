namespace Cxf.Flows.FlowTests;

/// <summary>One way in which a run differs from what its test expects.</summary>
/// <param name="What">
/// What differs: <c>status</c>, <c>message</c>, <c>outputs.leadId</c>, <c>path</c>, <c>requests.rest_api_1[0].body.phone</c>,
/// <c>answers.rest_api_1</c> …
/// </param>
/// <param name="Expected">What the test says.</param>
/// <param name="Actual">What happened.</param>
/// <param name="Pointer">Where the test says it (RFC 6901); what it does not say is placed at what holds it.</param>
public sealed record FlowTestDifference(string What, string Expected, string Actual, string Pointer)
{
    /// <inheritdoc />
    public override string ToString() => $"{What}: expected {Expected}, but it is {Actual}";
}
