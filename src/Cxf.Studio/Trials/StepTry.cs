using Cxf.Flows.FlowTests;
using Cxf.Flows.Model;
using Cxf.Local.Deployment;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Trials;
using Cxf.StatesLanguage.Service;

namespace Cxf.Studio.Trials;

/// <summary>
/// Runs one step of the text on the screen alone, as <c>cxf try</c> does: in the situation of the first test that reaches it.
/// </summary>
internal static class StepTry
{
    /// <summary>Runs it.</summary>
    /// <param name="document">The flow, without errors.</param>
    /// <param name="label">The step's label.</param>
    /// <param name="stub">The answer that it gets instead of a call, as in a test; empty to call its connection.</param>
    /// <param name="folder">The deployment folder.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What came of it; null with the reason why it cannot run.</returns>
    public static async Task<(StepTrial? Trial, string Problem)> RunAsync(
        FlowDocument document,
        string label,
        string stub,
        string folder,
        CancellationToken cancellationToken
    )
    {
        var flow = document.Reading.Flow!;
        var compiled = document.Compile(flow);
        if (
            compiled.States.FirstOrDefault(one => one.Name == label) is not { } state
            || compiled.States.Any(one => one.Owner == label)
        )
        {
            return (null, "A step with steps inside cannot run alone. Try one of those.");
        }

        if (StepSituation.Of(document, flow, compiled, state, null, cancellationToken) is not { } situation)
        {
            return (null, "There is no example payload for this flow. Add a test.");
        }

        try
        {
            if (stub.Length > 0)
            {
                using var service = new StepFunctionsService();
                var answer = StepStub.Read(stub, state, document.Target, TimeProvider.System.GetUtcNow());
                return (await StepTrial.RunAsync(service, compiled, state, situation, answer, cancellationToken), "");
            }

            await using var deployment = await LocalDeployment.StartAsync(
                new LocalDeploymentOptions { ConfigurationFolder = folder },
                cancellationToken
            );
            if (state.Step is RunFlowStep)
            {
                await FlowPublishing.PublishAllAsync(deployment, [(document.File.Tenant, flow.Id)], cancellationToken);
            }

            return (await StepTrial.RunAsync(deployment.StepFunctions, compiled, state, situation, null, cancellationToken), "");
        }
        catch (Exception exception) when (exception is ArgumentException or StepFunctionsException or IOException)
        {
            return (null, $"The step cannot run alone: {exception.Message}");
        }
    }
}
