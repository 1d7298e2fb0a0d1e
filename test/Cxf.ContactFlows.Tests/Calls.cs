using System.Text;
using Cxf.ContactFlows.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.ContactFlows.Tests;

/// <summary>Calls with a made-up caller and a made-up function.</summary>
internal static class Calls
{
    public static SimulatedContact Contact { get; } =
        new()
        {
            ContactId = "4a573372-1f28-4e26-b97b-0123456789ab",
            InstanceArn = "arn:aws:connect:eu-central-1:111122223333:instance/9f1c2e3d-0000-4000-8000-000000000001",
        };

    public static CallOptions With(InvokeFunction? invoke = null, TimeProvider? time = null, params string?[] keys) =>
        new()
        {
            Contact = Contact,
            Invoke = invoke ?? ((_, _, _, _) => throw new InvalidOperationException("No function is called here.")),
            Caller = new CallerScript(keys).AnswerAsync,
            TimeProvider = time ?? new FakeTimeProvider(),
        };

    public static InvokeFunction Answers(string json) => (_, _, _, _) => new(Answer(json));

    public static FunctionAnswer Answer(string json) => new(Encoding.UTF8.GetBytes(json));

    /// <summary>Walks a flow of the given actions, which must be valid.</summary>
    public static Task<CallResult> RunAsync(string actions, CallOptions options)
    {
        var reading = ContactFlowReader.Read(Flows.Of(actions));
        Assert.True(reading.Flow is not null, string.Join('\n', reading.Diagnostics));
        return ContactFlowSimulator.CallAsync(reading.Flow, options, TestContext.Current.CancellationToken);
    }
}
