using Cxf.ApiCalls.Diagnostics;
using Cxf.Flows.Checks;
using Cxf.Flows.Model;
using Cxf.Flows.Runs;

namespace Cxf.Flows.FlowTests;

/// <summary>What the tests of a flow say about it can be true: names, labels, payloads and expectations fit the flow and each other.</summary>
internal sealed class FlowTestCheck : IFlowCheck
{
    public void Run(FlowDefinition flow, FlowSurroundings? surroundings, JsonDocumentReader report)
    {
        // With a step that could not be read its label looks unknown; its own problem is reported already.
        var isWhole = !report.HasErrors;
        var names = new HashSet<string>();
        foreach (var test in flow.Tests)
        {
            if (!names.Add(test.Name))
            {
                report.Report(test.Pointer + "/name", FlowCodes.TestName, $"Another test is called \"{test.Name}\" too.", "Say what this one shows.");
            }

            CheckPayload(flow, test, report);
            CheckContact(flow, test, report);
            CheckExpectation(test.Expect, report);
            if (isWhole)
            {
                CheckLabels(flow, test, report);
            }
        }
    }

    private static void CheckPayload(FlowDefinition flow, FlowTest test, JsonDocumentReader report)
    {
        if (test.Expect.Status == AnswerStatus.Rejected)
        {
            return;
        }

        foreach (var problem in flow.Input.Check(test.Payload).Problems)
        {
            report.Report(test.Pointer + "/payload", FlowCodes.TestPayload, $"The payload breaks the flow's contract: {problem}.",
                "Correct the payload; or expect the status REJECTED with the errorCode PayloadInvalid.");
        }
    }

    private static void CheckContact(FlowDefinition flow, FlowTest test, JsonDocumentReader report)
    {
        foreach (var (name, field) in new[] { ("customerNumber", ContactField.CustomerNumber), ("systemNumber", ContactField.SystemNumber) })
        {
            if (!flow.ContactFields.Contains(field) && test.GivenContact.Contains(name))
            {
                report.ReportName($"{test.Pointer}/contact/{name}", FlowCodes.TestContact, $"The flow does not ask for the contact's {name}, so it never gets one.",
                    $"Remove it, or add \"{name}\" to the flow's contactFields.", DiagnosticSeverity.Warning);
            }
        }
    }

    private static void CheckExpectation(FlowExpectation expect, JsonDocumentReader report)
    {
        if (expect.Status == AnswerStatus.Succeeded && expect.ErrorCode is not null)
        {
            report.Report(expect.Pointer + "/errorCode", FlowCodes.TestExpectation, "A flow that succeeds has no error word.", "Remove it, or expect the status FAILED.");
        }

        if (expect.Status != AnswerStatus.Succeeded && expect.Outputs is not null)
        {
            report.Report(expect.Pointer + "/outputs", FlowCodes.TestExpectation, $"A flow that is {expect.Status} has no outputs.", "Remove them, or expect the status SUCCEEDED.");
        }

        if (expect.Status == AnswerStatus.Rejected && expect.Path?.Count > 0)
        {
            report.Report(expect.Pointer + "/path", FlowCodes.TestExpectation, "A request that is REJECTED runs no step.", "Remove the path, or expect another status.");
        }
    }

    private static void CheckLabels(FlowDefinition flow, FlowTest test, JsonDocumentReader report)
    {
        foreach (var answers in test.Answers)
        {
            CheckCaller(flow, answers.Label, answers.Pointer, "answered", report);
            if (flow.Find(answers.Label) is { } step && FlowTestMocks.Calls(step))
            {
                AnswerListCheck.Run(step, answers.Answers, StepPlace.LoopsAround(flow, step), report);
            }
        }

        foreach (var requests in test.Expect.Requests)
        {
            CheckCaller(flow, requests.Label, requests.Pointer, "asked what it sends", report);
        }

        for (var index = 0; index < (test.Expect.Path?.Count ?? 0); index++)
        {
            if (flow.Find(test.Expect.Path![index]) is null)
            {
                ReportUnknown(flow, test.Expect.Path[index], $"{test.Expect.Pointer}/path/{index}", report);
            }
        }
    }

    private static void CheckCaller(FlowDefinition flow, string label, string pointer, string what, JsonDocumentReader report)
    {
        if (flow.Find(label) is not { } step)
        {
            ReportUnknown(flow, label, pointer, report);
        }
        else if (!FlowTestMocks.Calls(step))
        {
            report.ReportName(pointer, FlowCodes.TestStepCallsNothing, $"The step \"{label}\" calls nothing, so it cannot be {what}.",
                "Name a step that calls another system or another flow.");
        }
    }

    private static void ReportUnknown(FlowDefinition flow, string label, string pointer, JsonDocumentReader report) =>
        report.ReportName(pointer, FlowCodes.TestStepUnknown, $"There is no step \"{label}\".",
            $"Use one of: {string.Join(", ", flow.AllSteps.Select(step => step.Label))}.");
}
