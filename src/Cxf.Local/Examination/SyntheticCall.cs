using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Contracts;
using Cxf.Flows.Model;
using Cxf.Functions.PublishFlow;
using Cxf.Local.AwsServices;
using Cxf.Local.Deployment;
using Cxf.Local.Publishing;

namespace Cxf.Local.Examination;

/// <summary>
/// One call as Amazon Connect makes it, from the function to the third party: it is a real one, so the flow does what it does for
/// callers.
/// </summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Flow">The flow.</param>
/// <param name="ContactId">The contact that calls.</param>
/// <param name="Payload">The payload; null for an example from the live version's tests or contract.</param>
internal sealed record SyntheticCall(TenantId Tenant, FlowId Flow, string ContactId, JsonElement? Payload)
{
    // Connect waits that long.
    private const int CallerLimitSeconds = 8;

    private string Name => $"{Tenant}/{Flow}";

    /// <summary>Makes the call; what came of it is a finding.</summary>
    public async Task MakeAsync(
        IPublishTarget target,
        DeploymentServices services,
        FindingList findings,
        TimeProvider timeProvider,
        CancellationToken cancellationToken
    )
    {
        if ((await target.Store.FindTenantAsync(Tenant, cancellationToken))?.Instances.FirstOrDefault() is not { } instance)
        {
            findings.Error(
                Name,
                "No call was made: no Amazon Connect instance may act for the tenant.",
                "Name the tenant in instances.json beside the instance's ARN, and publish."
            );
            return;
        }

        if (await PayloadAsync(target, timeProvider, cancellationToken) is not { } payload)
        {
            findings.Error(
                Name,
                "No call was made: the flow is not live, or no payload could be made for it.",
                $"Publish it (cxf publish {Name}), or give a payload with --payload."
            );
            return;
        }

        var started = Stopwatch.GetTimestamp();
        FunctionAnswer? answer = null;
        await findings.WhereAnsweringAsync(
            Name,
            "lambda:InvokeFunction",
            async () =>
                answer = await services.Lambda.InvokeAsync(
                    services.FunctionName("ExecuteFlow"),
                    StageFunctions.Alias,
                    Event(instance, payload).ToJsonString(),
                    cancellationToken
                )
        );
        if (answer is not null)
        {
            Judge(answer, Stopwatch.GetElapsedTime(started), services, findings);
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value.ToString() : null;

    // The message can name the caller, so it is not shown.
    private void Judge(FunctionAnswer answer, TimeSpan duration, DeploymentServices services, FindingList findings)
    {
        var history = $"cxf history {Text(answer.Json, "runId")} --stage {services.Stage}";
        var took = string.Create(CultureInfo.InvariantCulture, $"after {duration.TotalMilliseconds:F0} ms");
        if (answer.IsError)
        {
            findings.Error(
                Name,
                $"A call to the flow got no answer: ExecuteFlow failed {took} ({Text(answer.Json, "errorType")}).",
                $"Look into the log group /aws/lambda/{services.FunctionName("ExecuteFlow")}."
            );
            return;
        }

        switch (Text(answer.Json, "status"))
        {
            case "SUCCEEDED":
                findings.Information(Name, $"A call to the flow succeeded {took}.", $"{history} shows what it did.");
                break;
            case "RUNNING":
                findings.Information(
                    Name,
                    $"A call started a run of the flow {took}; it goes on.",
                    $"{history} shows what it does."
                );
                break;
            default:
                var code = Text(answer.Json, "errorCode");
                findings.Error(
                    Name,
                    $"A call to the flow was answered {Text(answer.Json, "status")} {code} {took}.",
                    $"cxf explain {code}" + (Text(answer.Json, "runId") is null or "NONE" ? "" : $", and {history}")
                );
                break;
        }
    }

    private async Task<JsonElement?> PayloadAsync(
        IPublishTarget target,
        TimeProvider timeProvider,
        CancellationToken cancellationToken
    )
    {
        if (Payload is not null)
        {
            return Payload;
        }

        if (
            await target.Store.FindLiveAsync(Tenant, Flow, cancellationToken) is not { } live
            || await target.Store.FindVersionAsync(Tenant, Flow, live.Version, cancellationToken) is not { } version
        )
        {
            return null;
        }

        var linker = new FlowLinker(target.Store, LocalSettings.For(target.Stage), timeProvider);
        var linked = await linker.ReadAsync(Tenant, Flow, version.Document, version.Allowed, cancellationToken);
        return linked.Flow is { } flow ? PayloadExample.Of(flow)?.Json : null;
    }

    // As Connect sends it; the phone numbers belong to nobody.
    private JsonObject Event(string instance, JsonElement payload) =>
        new()
        {
            ["Name"] = "ContactFlowEvent",
            ["Details"] = new JsonObject
            {
                ["ContactData"] = new JsonObject
                {
                    ["Attributes"] = new JsonObject(),
                    ["Channel"] = "VOICE",
                    ["ContactId"] = ContactId,
                    ["CustomerEndpoint"] = Phone("+12025550100"),
                    ["InitialContactId"] = ContactId,
                    ["InitiationMethod"] = "INBOUND",
                    ["InstanceARN"] = instance,
                    ["LanguageCode"] = "en-US",
                    ["SystemEndpoint"] = Phone("+12025550199"),
                },
                ["Parameters"] = new JsonObject
                {
                    ["tenantId"] = Tenant.Value,
                    ["flowId"] = Flow.Value,
                    ["payload"] = JsonNode.Parse(payload.GetRawText()),
                    ["requestKey"] = "doctor",
                    ["callerLimitSeconds"] = CallerLimitSeconds.ToString(CultureInfo.InvariantCulture),
                },
            },
        };

    private static JsonObject Phone(string number) => new() { ["Address"] = number, ["Type"] = "TELEPHONE_NUMBER" };
}
