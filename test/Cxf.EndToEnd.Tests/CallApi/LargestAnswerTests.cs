using Cxf.Local.Emulators.Ssm;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.Service;

namespace Cxf.EndToEnd.Tests.CallApi;

/// <summary>
/// What CallApi lets through fits what Step Functions carries, envelope and all; what does not fit has its word.
/// </summary>
public sealed class LargestAnswerTests
{
    [Theory]
    [InlineData("x", 245_000)]
    [InlineData("é", 122_500)]
    [InlineData("\\\"", 122_500)]
    [InlineData("\\u0001", 40_800)]
    public async Task An_answer_just_below_the_cap_passes_through_the_state_machine(string letter, int count)
    {
        var end = await RunAsync(letter, count);
        Assert.Equal((ExecutionStatus.Succeeded, null), (end.Status, end.Error));
        Assert.Contains($"\"{count}\"", end.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x", 245_800)]
    [InlineData("é", 122_900)]
    [InlineData("\\\"", 122_900)]
    [InlineData("\\u0001", 40_980)]
    public async Task An_answer_beyond_it_is_ApiTooLarge_which_a_flow_can_catch(string letter, int count)
    {
        var end = await RunAsync(letter, count);
        Assert.Equal((ExecutionStatus.Failed, "ApiTooLarge"), (end.Status, end.Error));
    }

    private static async Task<ExecutionView> RunAsync(string letter, int count)
    {
        var json = $"\"{string.Concat(Enumerable.Repeat(letter, count))}\"";
        await using var platform = await ThirdParty.StartAsync(context => ThirdParty.AnswerAsync(context, json));
        await using var deployment = new CallApiDeployment(new LocalParameters(TimeProvider.System));
        await deployment.PutConnectionAsync("crm", $$"""{"baseUrl":"{{platform.Url}}"}""");
        using var service = deployment.StartStepFunctions(Flow);
        return await CallApiDeployment.RunAsync(service, "ask", "c0ffee-1", "{}");
    }

    private const string Flow = """
        {
          "flowId": "ask",
          "caller": "continues",
          "start": "call",
          "steps": {
            "call": { "kind": "restApi", "connection": "crm", "method": "GET", "path": "/", "timeoutSeconds": 20,
             "next": "done" },
            "done": { "kind": "respond", "message": "{% $string($length($call.body)) %}" }
          }
        }
        """;
}
