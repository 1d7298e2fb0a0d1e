using System.Text.Json;
using Cxf.ApiCalls;
using Cxf.Documents.Identifiers;
using Cxf.EndToEnd.Tests.Lambda;
using Cxf.Flows;
using Cxf.Flows.Model;
using Cxf.Local.Deployment;
using Cxf.Local.SampleCrm;
using Cxf.Testing;

namespace Cxf.EndToEnd.Tests;

/// <summary>Every sample event in <c>events/</c> is asked of its function, and gets the answer that its name promises.</summary>
public sealed class EventFileTests
{
    // Its caller gives up after a second. Its run goes on until the test ends, on a slow machine too.
    private const string CallerGivesUp = "ExecuteFlow/connect-caller-gives-up.json";

    // The member of the answer that tells, and its value.
    private static readonly Dictionary<string, (string Member, string Value)> Expected = new()
    {
        ["ExecuteFlow/connect-press-5.json"] = ("status", "SUCCEEDED"),
        ["ExecuteFlow/connect-payload-object.json"] = ("status", "SUCCEEDED"),
        ["ExecuteFlow/connect-payload-text.json"] = ("status", "SUCCEEDED"),
        ["ExecuteFlow/connect-chat-without-endpoints.json"] = ("status", "SUCCEEDED"),
        ["ExecuteFlow/connect-caller-continues.json"] = ("status", "RUNNING"),
        ["ExecuteFlow/direct-lead.json"] = ("status", "SUCCEEDED"),
        ["ExecuteFlow/rejected-direct-without-request-key.json"] = ("errorCode", "InvalidRequest"),
        ["ExecuteFlow/rejected-not-an-object.json"] = ("errorCode", "InvalidRequest"),
        ["ExecuteFlow/rejected-without-tenant-and-flow.json"] = ("errorCode", "InvalidRequest"),
        ["ExecuteFlow/rejected-contact-id.json"] = ("errorCode", "InvalidRequest"),
        ["ExecuteFlow/rejected-payload-text-not-json.json"] = ("errorCode", "InvalidRequest"),
        ["ExecuteFlow/rejected-tenant-of-another-instance.json"] = ("errorCode", "TenantNotAllowed"),
        ["ExecuteFlow/rejected-unknown-flow.json"] = ("errorCode", "FlowNotFound"),
        ["ExecuteFlow/rejected-payload-breaks-contract.json"] = ("errorCode", "PayloadInvalid"),
        ["ExecuteFlow/connect-response-json.json"] = ("status", "SUCCEEDED"),
        [CallerGivesUp] = ("status", "RUNNING"),
        ["ExecuteFlow/failed-third-party-down.json"] = ("errorCode", "ApiUnavailable"),
        ["ExecuteFlow/failed-flow-failed.json"] = ("errorCode", "FlowFailed"),
        ["ExecuteFlow/failed-flow-timeout.json"] = ("errorCode", "FlowTimeout"),
        ["ExecuteFlow/failed-api-timeout.json"] = ("errorCode", "ApiTimeout"),
        ["ExecuteFlow/failed-api-throttled.json"] = ("errorCode", "ApiThrottled"),
        ["ExecuteFlow/failed-api-unavailable.json"] = ("errorCode", "ApiUnavailable"),
        ["ExecuteFlow/failed-api-not-found.json"] = ("errorCode", "ApiNotFound"),
        ["ExecuteFlow/failed-api-unauthorized.json"] = ("errorCode", "ApiUnauthorized"),
        ["ExecuteFlow/failed-api-rejected.json"] = ("errorCode", "ApiRejected"),
        ["ExecuteFlow/failed-api-bad-answer.json"] = ("errorCode", "ApiBadAnswer"),
        ["ExecuteFlow/failed-api-too-large.json"] = ("errorCode", "ApiTooLarge"),
        ["ExecuteFlow/failed-api-blocked.json"] = ("errorCode", "ApiBlocked"),
        ["ExecuteFlow/failed-api-misconfigured.json"] = ("errorCode", "ApiMisconfigured"),
        ["ExecuteFlow/failed-flow-expression.json"] = ("errorCode", "FlowExpression"),
        ["ExecuteFlow/failed-busy.json"] = ("errorCode", "Busy"),
        ["ExecuteFlow/failed-internal.json"] = ("errorCode", "Internal"),
        ["ExecuteFlow/rejected-flow-not-live.json"] = ("errorCode", "FlowNotLive"),
        ["ExecuteFlow/rejected-request-key-conflict.json"] = ("errorCode", "RequestKeyConflict"),
        ["GetFlowResult/connect-succeeded.json"] = ("status", "SUCCEEDED"),
        ["GetFlowResult/connect-running.json"] = ("status", "RUNNING"),
        ["GetFlowResult/connect-failed.json"] = ("errorCode", "ApiUnavailable"),
        ["GetFlowResult/failed-flow-failed.json"] = ("errorCode", "FlowFailed"),
        ["GetFlowResult/direct-succeeded.json"] = ("status", "SUCCEEDED"),
        ["GetFlowResult/failed-api-timeout.json"] = ("errorCode", "ApiTimeout"),
        ["GetFlowResult/failed-api-throttled.json"] = ("errorCode", "ApiThrottled"),
        ["GetFlowResult/failed-api-unavailable.json"] = ("errorCode", "ApiUnavailable"),
        ["GetFlowResult/failed-api-not-found.json"] = ("errorCode", "ApiNotFound"),
        ["GetFlowResult/failed-api-unauthorized.json"] = ("errorCode", "ApiUnauthorized"),
        ["GetFlowResult/failed-api-rejected.json"] = ("errorCode", "ApiRejected"),
        ["GetFlowResult/failed-api-bad-answer.json"] = ("errorCode", "ApiBadAnswer"),
        ["GetFlowResult/failed-api-too-large.json"] = ("errorCode", "ApiTooLarge"),
        ["GetFlowResult/failed-api-blocked.json"] = ("errorCode", "ApiBlocked"),
        ["GetFlowResult/failed-api-misconfigured.json"] = ("errorCode", "ApiMisconfigured"),
        ["GetFlowResult/failed-flow-expression.json"] = ("errorCode", "FlowExpression"),
        ["GetFlowResult/failed-flow-timeout.json"] = ("errorCode", "FlowTimeout"),
        ["GetFlowResult/running-although-throttled.json"] = ("status", "RUNNING"),
        ["GetFlowResult/failed-run-not-started.json"] = ("errorCode", "RunNotStarted"),
        ["GetFlowResult/failed-internal.json"] = ("errorCode", "Internal"),
        ["GetFlowResult/rejected-run-of-another-contact.json"] = ("errorCode", "RunNotFound"),
        ["GetFlowResult/rejected-unknown-run.json"] = ("errorCode", "RunNotFound"),
        ["GetFlowResult/rejected-tenant-of-another-instance.json"] = ("errorCode", "TenantNotAllowed"),
        ["GetFlowResult/rejected-without-run.json"] = ("errorCode", "InvalidRequest"),
        ["CallApi/create-lead.json"] = ("status", "201"),
        ["CallApi/find-leads-selected.json"] = ("status", "200"),
        ["CallApi/timeout-third-party-too-slow.json"] = ("errorType", "ApiTimeout"),
        ["CallApi/timeout-deadline-has-passed.json"] = ("errorType", "ApiTimeout"),
        ["CallApi/throttled-for-longer-than-the-step.json"] = ("errorType", "ApiThrottled"),
        ["CallApi/unavailable.json"] = ("errorType", "ApiUnavailable"),
        ["CallApi/unauthorized.json"] = ("errorType", "ApiUnauthorized"),
        ["CallApi/rejected-by-the-third-party.json"] = ("errorType", "ApiRejected"),
        ["CallApi/bad-answer-not-json.json"] = ("errorType", "ApiBadAnswer"),
        ["CallApi/too-large-answer.json"] = ("errorType", "ApiTooLarge"),
        ["CallApi/blocked-redirect-elsewhere.json"] = ("errorType", "ApiBlocked"),
        ["CallApi/not-found.json"] = ("errorType", "ApiNotFound"),
        ["CallApi/misconfigured-unknown-connection.json"] = ("errorType", "ApiMisconfigured"),
        ["CallApi/misconfigured-path-leaves-base-url.json"] = ("errorType", "ApiMisconfigured"),
        ["CallApi/misconfigured-method-not-allowed.json"] = ("errorType", "ApiMisconfigured"),
        ["CallApi/misconfigured-without-request.json"] = ("errorType", "ApiMisconfigured"),
        ["PublishFlow/publish-unchanged.json"] = ("status", "UNCHANGED"),
        ["PublishFlow/publish-changed-draft.json"] = ("status", "PUBLISHED"),
        ["PublishFlow/requests-from-the-stream.json"] = ("batchItemFailures", "[]"),
        ["PublishFlow/requests-that-cannot-be-understood.json"] = ("batchItemFailures", "[]"),
        ["PublishFlow/rollback.json"] = ("status", "UNCHANGED"),
        ["PublishFlow/rejected-rollback-to-no-version.json"] = ("status", "REJECTED"),
        ["PublishFlow/rejected-unknown-flow.json"] = ("status", "REJECTED"),
        ["PublishFlow/rejected-without-flow.json"] = ("status", "REJECTED"),
        ["PublishFlow/rejected-not-an-object.json"] = ("status", "REJECTED"),
        ["PublishFlow/rejected-tenant-id.json"] = ("status", "REJECTED"),
        ["PublishFlow/rejected-flow-with-errors.json"] = ("message", "The flow has errors."),
        ["PublishFlow/rejected-document-of-another-flow.json"] = ("message", "The flow has errors."),
        ["PublishFlow/rejected-change-of-mode.json"] = ("message", "The flow has errors."),
    };

    // Why a flow is refused.
    private static readonly Dictionary<string, string> Errors = new()
    {
        ["PublishFlow/rejected-flow-with-errors.json"] = FlowCodes.Unknown,
        ["PublishFlow/rejected-document-of-another-flow.json"] = FlowCodes.StoredUnderOtherId,
        ["PublishFlow/rejected-change-of-mode.json"] = FlowCodes.LiveInOtherMode,
    };

    // What the author of create_lead changed since it was published, for events that are about a draft.
    private static readonly Dictionary<string, (string Text, string Changed)> Drafts = new()
    {
        ["PublishFlow/publish-changed-draft.json"] = ("Thank you.", "Thanks."),
        ["PublishFlow/rejected-flow-with-errors.json"] = ("\"start\":", "\"begin\":"),
        ["PublishFlow/rejected-document-of-another-flow.json"] = ("\"flowId\": \"create_lead\"", "\"flowId\": \"another_flow\""),
        ["PublishFlow/rejected-change-of-mode.json"] = ("\"caller\": \"waits\"", "\"caller\": \"continues\""),
    };

    // What was asked before, so that there is something to be found.
    private static readonly Dictionary<string, string> Before = new()
    {
        ["ExecuteFlow/rejected-request-key-conflict.json"] = "ExecuteFlow/connect-press-5.json",
        ["GetFlowResult/connect-succeeded.json"] = "ExecuteFlow/connect-press-5.json",
        ["GetFlowResult/connect-running.json"] = CallerGivesUp,
        ["GetFlowResult/connect-failed.json"] = "ExecuteFlow/failed-third-party-down.json",
        ["GetFlowResult/direct-succeeded.json"] = "ExecuteFlow/direct-lead.json",
        ["GetFlowResult/running-although-throttled.json"] = "ExecuteFlow/connect-caller-continues.json",
        ["GetFlowResult/failed-internal.json"] = "ExecuteFlow/connect-caller-continues.json",
        ["GetFlowResult/failed-flow-timeout.json"] = CallerGivesUp,
        ["GetFlowResult/rejected-run-of-another-contact.json"] = "ExecuteFlow/connect-press-5.json",
    };

    // How much later is asked: when the machine must have given up.
    private static readonly Dictionary<string, TimeSpan> Later = new()
    {
        ["GetFlowResult/failed-flow-timeout.json"] = TimeSpan.FromMinutes(2),
    };

    private static readonly Dictionary<string, CrmTrouble> Troubles = new()
    {
        [CallerGivesUp] = CrmTrouble.Slow,
        ["ExecuteFlow/failed-flow-timeout.json"] = CrmTrouble.Slow,
        ["ExecuteFlow/failed-third-party-down.json"] = CrmTrouble.Refused,
    };

    // What Step Functions refuses the function with.
    private static readonly Dictionary<string, string> Refusals = new()
    {
        ["ExecuteFlow/failed-busy.json"] = "ThrottlingException",
        ["ExecuteFlow/failed-internal.json"] = "AccessDeniedException",
        ["GetFlowResult/running-although-throttled.json"] = "ThrottlingException",
        ["GetFlowResult/failed-internal.json"] = "AccessDeniedException",
    };

    public static TheoryData<string> Files =>
        [
            .. Directory
                .EnumerateFiles(ProjectRoot.Path("events"), "*.json", SearchOption.AllDirectories)
                .Where(file => Path.GetDirectoryName(file) != ProjectRoot.Path("events"))
                .Select(file => Path.GetRelativePath(ProjectRoot.Path("events"), file).Replace('\\', '/'))
                .Order(),
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_sample_event_gets_the_answer_that_its_name_promises(string file)
    {
        Assert.True(Expected.TryGetValue(file, out var expected), $"Say here what {file} is answered.");
        var before = Before.GetValueOrDefault(file) ?? FirstAsked(file);
        await using var stepFunctions = await RecordingProxy.StartAsync();
        var clock =
            (before ?? file) == CallerGivesUp ? new PatientClock { LongestWait = TimeSpan.FromSeconds(1) } : new PatientClock();
        var options = new LocalDeploymentOptions
        {
            CrmTrouble = Troubles.GetValueOrDefault(before ?? file),
            StepFunctions = stepFunctions.Address,
            TimeProvider = clock,
        };
        await using var deployment = await LocalDeployment.StartAsync(options, TestContext.Current.CancellationToken);
        stepFunctions.Target = deployment.StepFunctionsAddress;
        if (!file.Contains("not-live"))
        {
            await Deployed.PublishMentionedAsync(deployment, EventOf(file), before is null ? "" : EventOf(before));
        }

        if (before is not null)
        {
            await AskAsync(deployment, before);
        }

        if (Drafts.TryGetValue(file, out var draft))
        {
            await ChangeAsync(deployment, draft.Text, draft.Changed);
        }

        clock.Ahead = Later.GetValueOrDefault(file);
        stepFunctions.Error = Refusals.GetValueOrDefault(file);
        var answer = await AskAsync(deployment, file);
        Assert.Equal(expected.Value, answer.Text(expected.Member));
        if (Errors.TryGetValue(file, out var code))
        {
            Assert.Contains(
                answer.GetProperty("diagnostics").EnumerateArray(),
                one => one.Text("severity") == "error" && one.Text("code") == code
            );
        }

        if (file.StartsWith("ExecuteFlow/") || file.StartsWith("GetFlowResult/"))
        {
            // What Connect takes under STRING_MAP: texts only, none empty.
            Assert.All(
                answer.EnumerateObject(),
                member =>
                    Assert.True(
                        member.Value.ValueKind == JsonValueKind.String && member.Value.GetString()!.Length > 0,
                        member.Name
                    )
            );
        }
    }

    [Fact]
    public void Every_error_code_of_a_call_has_a_sample_event() =>
        Assert.Empty(ErrorCodes.All.Except(Expected.Where(row => row.Key.StartsWith("CallApi/")).Select(row => row.Value.Value)));

    [Fact]
    public void Every_error_code_of_a_request_has_a_sample_event() =>
        Assert.Empty(RequestWords.Except(WordsOf("ExecuteFlow/", "GetFlowResult/", "PublishFlow/")));

    // A call's failure is a flow's failure where the flow does not catch it, at once and for whoever asks later.
    [Theory]
    [InlineData("ExecuteFlow/")]
    [InlineData("GetFlowResult/")]
    public void Every_error_code_of_a_run_has_a_sample_event(string function) =>
        Assert.Empty(
            ErrorCodes
                .All.Concat([
                    FlowErrorCodes.FlowFailed,
                    FlowErrorCodes.FlowTimeout,
                    FlowErrorCodes.FlowExpression,
                    FlowErrorCodes.Internal,
                ])
                .Except(WordsOf(function))
        );

    [Fact]
    public void Every_answer_listed_belongs_to_an_event() => Assert.Empty(Expected.Keys.Except(Files.Select(row => row.Data)));

    private static IEnumerable<string> RequestWords =>
        typeof(FlowErrorCodes).GetFields().Select(word => (string)word.GetRawConstantValue()!);

    private static IEnumerable<string> WordsOf(params string[] functions) =>
        Expected.Where(row => functions.Any(row.Key.StartsWith)).Select(row => row.Value.Value);

    // The result of a run that failed is asked for after the event of the same name.
    private static string? FirstAsked(string file) =>
        file.StartsWith("GetFlowResult/failed-") && file != "GetFlowResult/failed-run-not-started.json"
            ? "ExecuteFlow/" + file.Split('/')[1]
            : null;

    private static async Task<JsonElement> AskAsync(LocalDeployment deployment, string file) =>
        await deployment.AskAsync(file.Split('/')[0], EventOf(file));

    private static string EventOf(string file) => File.ReadAllText(ProjectRoot.Path("events", file));

    private static Task ChangeAsync(LocalDeployment deployment, string text, string changed) =>
        deployment.ChangeDraftAsync(
            TenantId.Parse("acme"),
            FlowId.Parse("create_lead"),
            document =>
                document.Contains(text)
                    ? document.Replace(text, changed)
                    : throw new InvalidOperationException($"The sample no longer says {text}."),
            TestContext.Current.CancellationToken
        );
}
