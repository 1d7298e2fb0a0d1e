using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.TestCases;

/// <summary>What came of a test case.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Failures">What is wrong; none when it passed.</param>
/// <param name="Taken">The branches of the contact flow that the call took.</param>
public sealed record ContactFlowTestResult(
    string Name,
    IReadOnlyList<string> Failures,
    IReadOnlyCollection<ContactFlowBranch> Taken
)
{
    /// <summary>Whether the test passed.</summary>
    public bool Passed => Failures.Count == 0;
}

/// <summary>
/// Runs test cases of Amazon Connect's testing language against a contact flow. No function is called, and no time passes: what a
/// test does not mock is a failure of the test.
/// </summary>
public static class ContactFlowTest
{
    private const string Contact = "00000000-0000-4000-8000-000000000000";
    private const string Instance = "arn:aws:connect:us-east-1:111122223333:instance/00000000-0000-4000-8000-000000000001";

    /// <summary>Runs one test case.</summary>
    public static async Task<ContactFlowTestResult> RunAsync(
        ContactFlow flow,
        TestCase test,
        IReadOnlyDictionary<string, ContactFlow> modules,
        CancellationToken cancellationToken
    )
    {
        using var callEnds = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var run = new TestCaseRun(flow, test, callEnds);
        run.Begin();
        var contact = new SimulatedContact
        {
            ContactId = Contact,
            InstanceArn = Instance,
            Channel = test.Channel,
            Attributes = test.Attributes,
        };
        var options = new CallOptions
        {
            Contact = contact with
            {
                CustomerAddress = test.From ?? contact.CustomerAddress,
                SystemAddress = test.To ?? contact.SystemAddress,
            },
            Invoke = run.InvokeAsync,
            Caller = run.AnswerAsync,
            Decide = run.Decide,
            Modules = modules,
            Observer = run.Hear,
            Entering = run.Entering,
            Leaving = run.Leaving,
            LongestWait = TimeSpan.Zero,
        };
        try
        {
            await ContactFlowSimulator.CallAsync(flow, options, callEnds.Token);
        }
        catch (OperationCanceledException) when (run.HasEnded && !cancellationToken.IsCancellationRequested)
        {
            // The test hung up, or it is over.
        }

        run.Complete();
        return new ContactFlowTestResult(test.Name, run.Failures, run.Taken);
    }
}
