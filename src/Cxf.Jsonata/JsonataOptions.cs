namespace Cxf.Jsonata;

/// <summary>How expressions are compiled and what they may use. Immutable; the defaults suit the reference's behaviour.</summary>
public sealed record JsonataOptions
{
    /// <summary>Standard dialect, default limits, system clock.</summary>
    public static JsonataOptions Default { get; } = new();

    /// <summary>The Step Functions dialect, default limits, system clock.</summary>
    public static JsonataOptions StepFunctions { get; } = new() { Dialect = JsonataDialect.StepFunctions };

    /// <summary>The set of functions. Default: <see cref="JsonataDialect.Standard"/>.</summary>
    public JsonataDialect Dialect { get; init; } = JsonataDialect.Standard;

    /// <summary>What one evaluation may use.</summary>
    public JsonataLimits Limits { get; init; } = JsonataLimits.Default;

    /// <summary>The clock of <c>$now</c>, <c>$millis</c> and of the time limit. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// Makes <c>$random</c>, <c>$shuffle</c> and <c>$uuid</c> repeatable: every evaluation starts from this seed.
    /// Default: null, a different sequence every time.
    /// </summary>
    public int? RandomSeed { get; init; }
}
