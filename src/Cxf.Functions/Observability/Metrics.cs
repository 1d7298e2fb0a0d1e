using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Cxf.Documents;
using Cxf.Documents.Identifiers;

namespace Cxf.Functions.Observability;

/// <summary>What one call of a function is counted by.</summary>
/// <param name="Function">The function.</param>
/// <param name="Outcome">The result, with the names that the function's answer uses.</param>
/// <param name="Duration">How long our own code and everything it waited for took.</param>
public sealed record CallMetrics(string Function, string Outcome, TimeSpan Duration)
{
    /// <summary>The error code, or null.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>
    /// Whether CXF or AWS failed, not the caller, the flow or a third party: the answers Internal and Busy. Alarms and rollbacks
    /// use it.
    /// </summary>
    public bool IsFailure { get; init; }

    /// <summary>The percentage of the caller's time limit that the answer took; null if no caller waits.</summary>
    public double? LimitUsed { get; init; }

    /// <summary>Whether the run that was answered for ended otherwise than its flow says; null where no run had ended.</summary>
    public bool? RunFailed { get; init; }

    /// <summary>The tenant; null before it is proven.</summary>
    public string? Tenant { get; init; }

    /// <summary>
    /// The flow; null if the call has no flow or the flow does not exist, because invented names must not become metrics.
    /// </summary>
    public string? Flow { get; init; }

    /// <summary>The connection of a call to a third party, a member of the line and never a dimension, or null.</summary>
    public string? Connection { get; init; }

    /// <summary>The contact, a member of the line and never a dimension, or null.</summary>
    public string? ContactId { get; init; }
}

/// <summary>
/// Metrics in CloudWatch's embedded metric format: one line of JSON per call, from which CloudWatch creates metrics without a
/// request from the function (Amazon CloudWatch user guide, "Specification: Embedded metric format"). Lambda treats a line
/// without a level or a time as INFO and drops it if the function logs less (Lambda developer guide, "Log-level filtering"). So
/// each line has both, and its level is the lowest that the function keeps.
/// </summary>
/// <param name="stage">The deployment, a dimension of every metric.</param>
/// <param name="output">Where lines go: standard output on AWS, nowhere in local runs.</param>
/// <param name="timeProvider">The clock of the metrics.</param>
public sealed class Metrics(StageName stage, Stream output, TimeProvider timeProvider)
{
    /// <summary>The namespace of all metrics.</summary>
    public const string Namespace = "CXF";

    /// <summary>The level of a line that is kept when nothing is configured.</summary>
    public const string DefaultLevel = "INFO";

    private static readonly string[] ByFunction = ["Stage", "Function"];
    private static readonly string[] ByVersion = ["Stage", "Function", "Version"];
    private static readonly string[] ByOutcome = ["Stage", "Function", "Outcome"];
    private static readonly string[] ByErrorCode = ["Stage", "Function", "ErrorCode"];
    private static readonly string[] ByFlow = ["Stage", "Function", "Tenant", "Flow", "Outcome"];

    // What alarms go by: the whole function, and one version of it for the move to that version. Two sets of a few metrics for
    // each function; tenants and flows never multiply them.
    private static readonly string[][] Judged = [ByFunction, ByVersion];

    private readonly Lock _turn = new();
    private bool _warm;

    /// <summary>The function's version, so that an alarm can tell a new one from the one before.</summary>
    public string Version { get; init; } = "$LATEST";

    /// <summary>The lowest level that the function's log keeps, as Lambda calls it.</summary>
    public string Level { get; init; } = DefaultLevel;

    /// <summary>Writes the metrics of one call.</summary>
    public void Write(CallMetrics call)
    {
        lock (_turn)
        {
            var isCold = !_warm;
            output.Write([.. JsonOutput.Utf8(json => Write(json, call, isCold)).Span, (byte)'\n']);
            _warm = true;
        }
    }

    /// <summary>Writes one value that not every call has.</summary>
    /// <param name="function">The function.</param>
    /// <param name="name">The metric.</param>
    /// <param name="unit">Its unit, as CloudWatch calls it.</param>
    /// <param name="value">The value.</param>
    public void Write(string function, string name, string unit, double value)
    {
        lock (_turn)
        {
            output.Write([.. JsonOutput.Utf8(json => Write(json, function, name, unit, value)).Span, (byte)'\n']);
        }
    }

    private void Write(Utf8JsonWriter json, string function, string name, string unit, double value)
    {
        json.WriteStartObject();
        var now = timeProvider.GetUtcNow();
        json.WriteStartObject("_aws");
        json.WriteNumber("Timestamp", now.ToUnixTimeMilliseconds());
        json.WriteStartArray("CloudWatchMetrics");
        WriteDirective(json, [ByFunction], (name, unit));
        json.WriteEndArray();
        json.WriteEndObject();
        WriteHead(json, function, now);
        json.WriteNumber(name, value);
        json.WriteEndObject();
    }

    private void WriteHead(Utf8JsonWriter json, string function, DateTimeOffset now)
    {
        json.WriteString("timestamp", now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteString("level", Level);
        json.WriteString("Stage", stage.Value);
        json.WriteString("Function", function);
    }

    private void Write(Utf8JsonWriter json, CallMetrics call, bool isCold)
    {
        json.WriteStartObject();
        var now = timeProvider.GetUtcNow();
        WriteDirectives(json, call, isCold, now);
        WriteHead(json, call.Function, now);
        json.WriteString("Version", Version);
        json.WriteString("Outcome", call.Outcome);
        WriteIfSet(json, "ErrorCode", call.ErrorCode);
        WriteIfSet(json, "Tenant", call.Tenant);
        WriteIfSet(json, "Flow", call.Flow);
        WriteIfSet(json, "Connection", call.Connection);
        WriteIfSet(json, "contactId", call.ContactId);
        json.WriteNumber("Calls", 1);
        json.WriteNumber("Duration", Math.Round(call.Duration.TotalMilliseconds, 3));
        json.WriteNumber("Failures", call.IsFailure ? 1 : 0);
        WriteIfSet(json, "LimitUsed", call.LimitUsed);
        WriteIfSet(
            json,
            "FailedRuns",
            call.RunFailed is { } failed
                ? failed
                    ? 1
                    : 0
                : null
        );
        if (call.ErrorCode is not null)
        {
            json.WriteNumber("Errors", 1);
        }

        if (isCold)
        {
            json.WriteNumber("ColdStarts", 1);
        }

        json.WriteEndObject();
    }

    private static void WriteDirectives(Utf8JsonWriter json, CallMetrics call, bool isCold, DateTimeOffset now)
    {
        json.WriteStartObject("_aws");
        json.WriteNumber("Timestamp", now.ToUnixTimeMilliseconds());
        json.WriteStartArray("CloudWatchMetrics");
        WriteDirective(
            json,
            call.Flow is null ? [ByOutcome] : [ByOutcome, ByFlow],
            ("Calls", "Count"),
            ("Duration", "Milliseconds")
        );
        WriteDirective(json, Judged, ("Failures", "Count"));
        if (call.LimitUsed is not null)
        {
            WriteDirective(json, Judged, ("LimitUsed", "Percent"));
        }

        if (call.RunFailed is not null)
        {
            WriteDirective(json, Judged, ("FailedRuns", "Count"));
        }

        if (call.ErrorCode is not null)
        {
            WriteDirective(json, [ByErrorCode], ("Errors", "Count"));
        }

        if (isCold)
        {
            WriteDirective(json, [ByFunction], ("ColdStarts", "Count"));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDirective(
        Utf8JsonWriter json,
        string[][] dimensions,
        params ReadOnlySpan<(string Name, string Unit)> metrics
    )
    {
        json.WriteStartObject();
        json.WriteString("Namespace", Namespace);
        json.WriteStartArray("Dimensions");
        foreach (var set in dimensions)
        {
            json.WriteStartArray();
            foreach (var dimension in set)
            {
                json.WriteStringValue(dimension);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("Metrics");
        foreach (var (name, unit) in metrics)
        {
            json.WriteStartObject();
            json.WriteString("Name", name);
            json.WriteString("Unit", unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteIfSet(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    private static void WriteIfSet(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}

/// <summary>
/// The unmodified standard output. The runtime client turns console output into log lines, in which CloudWatch finds no metrics.
/// </summary>
internal static class StandardOutput
{
    [SuppressMessage("ApiDesign", "RS0030", Justification = "Metrics leave a function on its standard output.")]
    public static Stream Stream { get; } = Console.OpenStandardOutput();
}
