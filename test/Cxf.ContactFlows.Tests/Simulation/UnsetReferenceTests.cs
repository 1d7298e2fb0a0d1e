using static Cxf.ContactFlows.Tests.Flows;

namespace Cxf.ContactFlows.Tests.Simulation;

/// <summary>A reference that names a resource and has no value: the action fails, and says which reference.</summary>
public sealed class UnsetReferenceTests
{
    [Theory]
    [InlineData("InvokeFlowModule", "FlowModuleId", "")]
    [InlineData("InvokeLambdaFunction", "LambdaFunctionARN", "")]
    [InlineData("UpdateContactTargetQueue", "QueueId", "")]
    [InlineData("UpdateContactTargetQueue", "AgentId", "")]
    [InlineData("DequeueContactAndTransferToQueue", "QueueId", "")]
    [InlineData("DequeueContactAndTransferToQueue", "AgentId", "")]
    [InlineData("TransferToFlow", "ContactFlowId", "")]
    [InlineData("TransferParticipantToThirdParty", "ThirdPartyPhoneNumber", "")]
    [InlineData("Loop", "LoopCount", "ContinueLooping DoneLooping")]
    public async Task The_reference_is_named(string type, string parameter, string results)
    {
        var conditions = results.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(result => Condition("Equals", result));
        var flow = Action(type, $$"""{"{{parameter}}": "$.Attributes.it"}""", conditions: string.Join(",", conditions));

        var call = await Calls.RunAsync(flow, Calls.With());

        Assert.Equal($"It: {parameter} is $.Attributes.it, which has no value", call.Problem);
    }
}
