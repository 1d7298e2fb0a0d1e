namespace Cxf.Flows.Tests.Checks;

/// <summary>Small documents from their steps.</summary>
internal static class FlowBuilder
{
    /// <summary>A call that keeps little and may take a second.</summary>
    public const string Call =
        "\"kind\":\"restApi\",\"connection\":\"crm\",\"method\":\"GET\",\"path\":\"/x\",\"timeoutSeconds\":1,\"select\":\"id\"";

    /// <summary>
    /// The document of a flow with these steps, of which the first is the start; a step "end" is added where one leads to it.
    /// </summary>
    public static string Flow(string steps, string more = "") =>
        "{\"flowId\":\"f\","
        + more
        + "\"start\":\""
        + steps.Split('"')[1]
        + "\",\"steps\":{"
        + steps
        + (steps.Contains(":\"end\"") ? ",\"end\":{\"kind\":\"respond\",\"message\":\"Done.\"}" : "")
        + "}}";

    /// <summary>The diagnostic codes of a flow with these steps.</summary>
    public static IEnumerable<string> Codes(string steps, string more = "\"caller\":\"continues\",") =>
        Documents.Read(Flow(steps, more)).Diagnostics.Select(diagnostic => diagnostic.Code);
}
