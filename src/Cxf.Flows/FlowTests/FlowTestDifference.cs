namespace Cxf.Flows.FlowTests;

/// <summary>One way in which a run differs from what its test expects.</summary>
/// <param name="What">What differs: <c>status</c>, <c>message</c>, <c>outputs.leadId</c>, <c>path</c>, <c>answers.rest_api_1</c> …</param>
/// <param name="Expected">What the test says.</param>
/// <param name="Actual">What happened.</param>
public sealed record FlowTestDifference(string What, string Expected, string Actual)
{
    /// <inheritdoc />
    public override string ToString() => $"{What}: expected {Expected}, but it is {Actual}";
}
