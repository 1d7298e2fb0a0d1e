using Cxf.ContactFlows.Simulation;
using Cxf.Testing;

namespace Cxf.ContactFlows.Tests;

/// <summary>The sample contact flow of the scenario.</summary>
internal static class Press5
{
    public const string FunctionArn = "arn:aws:lambda:eu-central-1:111122223333:function:cxf-dev-ExecuteFlow:live";

    public static string Text { get; } =
        File.ReadAllText(ProjectRoot.Path("src", "Cxf.Local", "Samples", "contact-flows", "press-5.json"));

    public static Dictionary<string, string> Values { get; } =
        new()
        {
            ["ExecuteFlowArn"] = FunctionArn,
            ["GetFlowResultArn"] = "arn:aws:lambda:eu-central-1:111122223333:function:cxf-dev-GetFlowResult:live",
            ["TenantId"] = "acme",
            ["FlowId"] = "create-lead",
        };

    public static ContactFlow Flow() => ContactFlowTemplate.Read(Text, Values).Flow!;

    public static Task<CallResult> CallAsync(string? key, InvokeFunction invoke, TimeProvider? time = null) =>
        ContactFlowSimulator.CallAsync(Flow(), Calls.With(invoke, time, key), TestContext.Current.CancellationToken);
}
