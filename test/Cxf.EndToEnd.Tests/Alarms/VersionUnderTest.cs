using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Cxf.EndToEnd.Tests.Lambda;
using Cxf.Local.Emulators.Lambda;
using Cxf.Local.Templates;

namespace Cxf.EndToEnd.Tests.Alarms;

/// <summary>One version of a function as a new process, what it logs as CloudWatch gets it, and the metrics of both.</summary>
internal sealed class VersionUnderTest : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _log;
    private readonly FunctionProcess _process;
    private readonly FunctionDefinition _function;
    private readonly string _version;
    private readonly string _level;
    private readonly List<MetricDatum> _ofLambda = [];
    private bool _ended;

    private VersionUnderTest(
        FunctionDefinition function,
        FunctionProcess process,
        ConcurrentQueue<string> log,
        string version,
        string level
    ) => (_function, _process, _log, _version, _level) = (function, process, log, version, level);

    /// <summary>Starts it.</summary>
    /// <param name="function">The function, e.g. ExecuteFlow.</param>
    /// <param name="version">Its version.</param>
    /// <param name="level">What of its log Lambda keeps.</param>
    /// <param name="changes">Variables of its environment, on top of the template's.</param>
    public static async Task<VersionUnderTest> StartAsync(
        string function,
        string version,
        string level,
        Dictionary<string, string> changes
    )
    {
        var template = ServerlessTemplate.Read(
            DeployedProcesses.TemplateFile,
            new Dictionary<string, string> { ["Stage"] = "local", ["LogLevel"] = level }
        );
        var definition = template.Functions.Single(one => one.IsCalled(function));
        var log = new ConcurrentQueue<string>();
        var options = new FunctionOptions
        {
            Executable = DeployedProcesses.Executable,
            Log = log.Enqueue,
            TimeProvider = PatientClock.OfFunctions,
            Environment = new Dictionary<string, string>(changes) { ["AWS_LAMBDA_FUNCTION_VERSION"] = version },
        };
        var process = await FunctionProcess.StartAsync(definition, options, TestContext.Current.CancellationToken);
        return new VersionUnderTest(definition, process, log, version, level);
    }

    /// <summary>Invokes it.</summary>
    /// <param name="received">The event.</param>
    /// <param name="qualifier">The alias or version that is asked for.</param>
    public async Task<JsonElement> AskAsync(string received, string qualifier = "live")
    {
        var time = TimeProvider.System.GetUtcNow();
        var result = await _process.InvokeAsync(Guid.NewGuid().ToString(), Encoding.UTF8.GetBytes(received));
        _ofLambda.AddRange(MetricDatum.OfLambda("Errors", _function.Name, qualifier, _version, time, result.IsError ? 1 : 0));
        return JsonElement.Parse(result.Payload.Span);
    }

    /// <summary>Ends it, so that all that it wrote is here.</summary>
    public async Task<(IReadOnlyList<JsonElement> Lines, IReadOnlyList<MetricDatum> Metrics)> EndAsync()
    {
        await DisposeAsync();
        var lines = _log.Where(line => line.StartsWith('{'))
            .Select(line => JsonElement.Parse(line))
            .Where(line => IsKept(line, _level))
            .ToList();
        return (lines, [.. _ofLambda, .. lines.SelectMany(MetricDatum.OfLine)]);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_ended)
        {
            _ended = true;
            await _process.DisposeAsync();
        }
    }

    /// <summary>
    /// Whether Lambda sends a line to CloudWatch: "If the level value field is invalid or missing, Lambda will assign the log
    /// output the level INFO", and so without a valid timestamp (Lambda developer guide, "Log-level filtering").
    /// </summary>
    private static bool IsKept(JsonElement line, string least)
    {
        string[] levels = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"];
        string[] names = ["TRACE", "DEBUG", "INFORMATION", "WARNING", "ERROR", "CRITICAL"];
        var word = line.TryGetProperty("level", out var level) ? level.GetString()!.ToUpperInvariant() : "";
        var found = Math.Max(Array.IndexOf(levels, word), Array.IndexOf(names, word));
        var hasTime = line.TryGetProperty("timestamp", out var time) && time.TryGetDateTimeOffset(out _);
        return (found < 0 || !hasTime ? Array.IndexOf(levels, "INFO") : found) >= Array.IndexOf(levels, least);
    }
}
