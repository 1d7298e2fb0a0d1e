namespace Cxf.Jsonata;

/// <summary>
/// How expressions are compiled and what they may use. Immutable; the defaults match the behavior of the reference.
/// </summary>
public sealed record JsonataOptions
{
    /// <summary>Standard dialect, default limits, system clock.</summary>
    public static JsonataOptions Default { get; } = new();

    /// <summary>The Step Functions dialect with its limits, system clock.</summary>
    public static JsonataOptions StepFunctions { get; } =
        new() { Dialect = JsonataDialect.StepFunctions, Limits = JsonataLimits.StepFunctions };

    /// <summary>The set of functions. Default: <see cref="JsonataDialect.Standard"/>.</summary>
    public JsonataDialect Dialect { get; init; } = JsonataDialect.Standard;

    /// <summary>The limits of one evaluation.</summary>
    public JsonataLimits Limits { get; init; } = JsonataLimits.Default;

    /// <summary>The clock of <c>$now</c>, <c>$millis</c> and of the time limit. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// What all evaluations with these options may use together; beyond it each of them fails with <c>U1001</c>. Evaluations that
    /// share a budget must run one after the other. Default: null, only the limits of each evaluation apply.
    /// </summary>
    public WorkBudget? Budget { get; init; }

    /// <summary>
    /// Makes <c>$random</c>, <c>$shuffle</c> and <c>$uuid</c> repeatable: every evaluation starts from this seed. Default: null,
    /// a different sequence every time.
    /// </summary>
    public int? RandomSeed { get; init; }
}

/// <summary>Which set of functions an expression may use. The syntax is JSONata 2.0.6 in both.</summary>
public enum JsonataDialect : byte
{
    /// <summary>JSONata 2.0.6 as the reference implementation defines it.</summary>
    Standard,

    /// <summary>
    /// JSONata as AWS Step Functions runs it: <c>$eval</c> is absent; <c>$partition</c>, <c>$range</c>, <c>$hash</c>,
    /// <c>$random(seed)</c>, <c>$uuid</c> and <c>$parse</c> are present; a result that is no finite number is the text
    /// <c>Infinity</c>, <c>-Infinity</c> or <c>NaN</c>. Sources: AWS Step Functions Developer Guide, "Transforming data with
    /// JSONata"; measurements on AWS that floci-io/floci publishes.
    /// </summary>
    StepFunctions,
}
