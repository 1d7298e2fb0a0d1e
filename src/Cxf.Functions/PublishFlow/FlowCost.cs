using System.Text.Json;
using Cxf.Flows.Compiling;
using Cxf.Flows.Costs;
using Cxf.Flows.Timing;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// How long a flow can take, what that means for its caller, and what each of its ends costs at Step Functions.
/// </summary>
/// <param name="Type">The type of its machine: EXPRESS when the caller waits, else STANDARD.</param>
/// <param name="WorstCase">The longest duration; null if there is no bound.</param>
/// <param name="CallerLeaves">What the caller's limit leaves for it.</param>
/// <param name="LongestPath">The labels of its longest path.</param>
/// <param name="PathCosts">One entry for each path; if there are too many, for the most expensive.</param>
public sealed record FlowCost(
    StateMachineType Type,
    TimeSpan? WorstCase,
    TimeSpan CallerLeaves,
    string LongestPath,
    IReadOnlyList<PathCost> PathCosts
)
{
    // An answer is stored as one item of a table (400 KB), whatever the flow looks like.
    private const int MaxPaths = 20;
    private const int MaxCharacters = 500;

    /// <summary>The number of paths through the flow. Default: the number of paths in <see cref="PathCosts"/>.</summary>
    public double Paths { get; init; } = PathCosts.Count;

    /// <summary>The cost of a flow that was read without errors.</summary>
    public static FlowCost Of(FlowTiming timing, FlowPathCosts costs) =>
        new(timing.Type, timing.Longest.WorstCase, timing.Budget, timing.Longest.ToString(), costs.Paths)
        {
            Paths = costs.PathCount,
        };

    /// <summary>
    /// The same with the most expensive paths only, and with long paths shortened in the middle, for an answer.
    /// </summary>
    public FlowCost Shortened() =>
        this with
        {
            LongestPath = Shortened(LongestPath),
            PathCosts =
            [
                .. PathCosts
                    .OrderByDescending(path => path.UsualPrice)
                    .Take(MaxPaths)
                    .Select(path => path with { Path = Shortened(path.Path) }),
            ],
        };

    /// <summary>Writes the members <c>clock</c>, <c>paths</c> and <c>bill</c> into an object.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("clock");
        json.WriteString("type", Type.ToString().ToUpperInvariant());
        WriteSeconds(json, "worstCaseSeconds", WorstCase);
        WriteSeconds(json, "callerLeavesSeconds", CallerLeaves);
        json.WriteString("longestPath", LongestPath);
        json.WriteEndObject();
        json.WriteNumber("paths", Paths);
        json.WriteStartArray("bill");
        foreach (var path in PathCosts)
        {
            json.WriteStartObject();
            json.WriteString("path", path.Path);
            json.WriteNumber("transitions", path.Transitions);
            if (path.MaxTransitions is { } transitions)
            {
                json.WriteNumber("mostTransitions", transitions);
            }

            json.WriteNumber("usualDollarsPer1000", path.UsualPrice);
            if (path.MaxPrice is { } most)
            {
                json.WriteNumber("mostDollarsPer1000", most);
            }

            WriteSeconds(json, "worstCaseSeconds", path.WorstCase);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Reads an object's members <c>clock</c> and <c>bill</c> as they were written; null if it has none.</summary>
    public static FlowCost? Read(JsonElement json) =>
        json.TryGetProperty("clock", out var timing) && json.TryGetProperty("bill", out var bill)
            ? new FlowCost(
                Enum.Parse<StateMachineType>(timing.GetProperty("type").GetString()!, ignoreCase: true),
                Seconds(timing, "worstCaseSeconds"),
                Seconds(timing, "callerLeavesSeconds") ?? TimeSpan.Zero,
                timing.GetProperty("longestPath").GetString()!,
                [.. bill.EnumerateArray().Select(ReadPath)]
            )
            {
                Paths = json.TryGetProperty("paths", out var paths) ? paths.GetDouble() : bill.GetArrayLength(),
            }
            : null;

    private static PathCost ReadPath(JsonElement path) =>
        new(
            path.GetProperty("path").GetString()!,
            path.GetProperty("transitions").GetInt32(),
            path.TryGetProperty("mostTransitions", out var transitions) ? transitions.GetInt32() : null,
            path.GetProperty("usualDollarsPer1000").GetDecimal(),
            path.TryGetProperty("mostDollarsPer1000", out var most) ? most.GetDecimal() : null,
            Seconds(path, "worstCaseSeconds")
        );

    /// <summary>A duration; null if there is no bound.</summary>
    private static void WriteSeconds(Utf8JsonWriter json, string name, TimeSpan? time)
    {
        if (time is { } bounded)
        {
            json.WriteNumber(name, Math.Round(bounded.TotalSeconds, 3));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static TimeSpan? Seconds(JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: JsonValueKind.Number } seconds ? TimeSpan.FromSeconds(seconds.GetDouble()) : null;

    private static string Shortened(string path) =>
        path.Length <= MaxCharacters ? path : $"{path[..(MaxCharacters / 2)]} … {path[^(MaxCharacters / 2)..]}";
}
