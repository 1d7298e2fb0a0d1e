namespace Cxf.StatesLanguage;

/// <summary>
/// Limits of AWS Step Functions (service quotas page and the API model of 2025-11-19), and the few that this engine adds.
/// </summary>
public static class ServiceLimits
{
    /// <summary>Input or output of an execution, state or task, in bytes of UTF-8.</summary>
    public const int PayloadBytes = 262_144;

    /// <summary>A definition, in bytes.</summary>
    public const int DefinitionBytes = 1_048_576;

    /// <summary>Events in the history of a STANDARD execution.</summary>
    public const int HistoryEvents = 25_000;

    /// <summary>
    /// Events in the history of an EXPRESS execution. AWS has no such limit, only five minutes; under virtual time a loop without
    /// a wait never reaches those, so it ends at this limit.
    /// </summary>
    public const int ExpressHistoryEvents = 250_000;

    /// <summary>Variables of one Assign field, and a single variable, in bytes.</summary>
    public const int AssignBytes = 262_144;

    /// <summary>All variables of one execution, in bytes.</summary>
    public const int VariableBytes = 10 * 1024 * 1024;

    /// <summary>Characters in a state machine's or an execution's name, a state's name, and a variable's name.</summary>
    public const int NameCharacters = 80;

    /// <summary>
    /// Levels of a JSON document. AWS documents no such limit; this one is far above what anyone nests and protects the stack.
    /// </summary>
    public const int JsonDepth = 1_000;

    /// <summary>Characters in the Label of a distributed Map state.</summary>
    public const int LabelCharacters = 40;

    /// <summary>Published versions of a state machine.</summary>
    public const int Versions = 1_000;

    /// <summary>Aliases of a state machine.</summary>
    public const int Aliases = 100;

    /// <summary>Tags of a state machine.</summary>
    public const int Tags = 50;

    /// <summary>Items on one page of an answer.</summary>
    public const int PageItems = 1_000;

    /// <summary>Items on one page if the request does not say how many.</summary>
    public const int DefaultPageItems = 100;

    /// <summary>
    /// The longest duration that a definition may contain, in seconds (developer guide: Seconds, TimeoutSeconds,
    /// HeartbeatSeconds, IntervalSeconds).
    /// </summary>
    public const long Seconds = 99_999_999;

    /// <summary>MaxDelaySeconds of a retrier must be less (developer guide, Retrying after an error).</summary>
    public const long MaxDelaySeconds = 31_622_400;

    /// <summary>Longest Wait of a path or timestamp, in seconds. AWS rejects a wait of 24,856 days or more (recorded).</summary>
    public const long WaitSeconds = int.MaxValue;

    /// <summary>Longest run of an EXPRESS execution.</summary>
    public static TimeSpan ExpressDuration { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Longest run of a STANDARD execution.</summary>
    public static TimeSpan StandardDuration { get; } = TimeSpan.FromDays(365);

    /// <summary>Children of a distributed Map that run at once when MaxConcurrency is 0.</summary>
    public const int DistributedMapConcurrency = 10_000;

    /// <summary>The longest cause of an error, in characters (API reference, "cause").</summary>
    public const int CauseLength = 32_768;

    /// <summary>How long an unsuccessful execution can be redriven after its end.</summary>
    public static TimeSpan RedrivePeriod { get; } = TimeSpan.FromDays(14);

    /// <summary>How long the name of an ended STANDARD execution stays reserved.</summary>
    public static TimeSpan NameRetention { get; } = TimeSpan.FromDays(90);

    /// <summary>Iterations of an inline Map that run at once when MaxConcurrency is 0.</summary>
    public const int InlineMapConcurrency = 40;
}
