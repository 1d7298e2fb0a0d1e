using System.Globalization;
using System.Text.Json;
using Amazon.Runtime;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Runs;
using Cxf.Local.AwsServices;
using Cxf.Local.Deployment;

namespace Cxf.Local.Runs;

/// <summary>
/// What ExecuteFlow's log has of a contact: when it called, which runs were started for it, and which answers it got without a
/// run. Step Functions cannot find a run by the beginning of its name, so this saves reading the runs of everybody.
/// </summary>
internal sealed record ContactLog
{
    /// <summary>When the first line was written; null if the log has no line of the contact.</summary>
    public DateTimeOffset? First { get; private init; }

    /// <summary>The runs.</summary>
    public IReadOnlyList<(string Tenant, string Flow, string RunId)> Runs { get; private init; } = [];

    /// <summary>The answers without a run, as sentences.</summary>
    public IReadOnlyList<string> WithoutRun { get; private init; } = [];

    /// <summary>Reads the lines of a contact; null if the log cannot be read.</summary>
    public static async Task<ContactLog?> ReadAsync(
        DeploymentServices services,
        string contact,
        RunQuery query,
        CancellationToken cancellationToken
    )
    {
        var lines = new List<JsonElement>();
        try
        {
            await foreach (
                var page in services.Logs.PagesAsync(
                    new LogsQuery
                    {
                        LogGroup = $"/aws/lambda/{services.FunctionName("ExecuteFlow")}",
                        Pattern = $"{{ $.contactId = \"{contact}\" }}",
                        From = query.Since,
                        // A line is written when the answer is there.
                        Until = query.Until.AddMinutes(1),
                    },
                    cancellationToken
                )
            )
            {
                lines.AddRange(page.Messages.Select(message => JsonElement.Parse(message)));
            }
        }
        catch (AmazonServiceException problem) when (IsUnreadable(problem))
        {
            return null;
        }

        return new ContactLog
        {
            First = lines.Min(line => At(line)),
            Runs =
            [
                .. lines
                    .Select(line => (Text(line, "tenant") ?? "", Text(line, "flowId") ?? "", Text(line, "runId") ?? ""))
                    .Where(run => RunName.IsOf(contact, run.Item3))
                    .Distinct(),
            ],
            WithoutRun =
            [
                .. lines.Where(line => !RunName.IsOf(contact, Text(line, "runId") ?? "")).Select(AnswerIn).OfType<string>(),
            ],
        };
    }

    /// <summary>The runs of a flow.</summary>
    public IReadOnlyList<string> RunsOf(TenantId tenant, FlowId flow) =>
        [.. Runs.Where(run => run.Tenant == tenant.Value && run.Flow == flow.Value).Select(run => run.RunId)];

    // The line of an answer; one with metrics has no status.
    private static string? AnswerIn(JsonElement line) =>
        Text(line, "status") is { } status && Text(line, "errorCode") is { } code && At(line) is { } at
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"At {at.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z ExecuteFlow answered {status} {code}{FlowIn(line)}, without a run: "
                    + $"cxf explain {code}."
            )
            : null;

    // Of a request that cannot be read, the log has no flow.
    private static string FlowIn(JsonElement line) =>
        Text(line, "tenant") is { } tenant ? $" for {tenant}/{Text(line, "flowId")}" : "";

    private static bool IsUnreadable(AmazonServiceException problem) =>
        problem.ErrorCode is "ResourceNotFoundException" or "AccessDeniedException";

    private static DateTimeOffset? At(JsonElement line) =>
        line.TryGetProperty("timestamp", out var time) && time.TryGetDateTimeOffset(out var at) ? at : null;

    private static string? Text(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
