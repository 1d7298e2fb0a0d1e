namespace Cxf.StatesLanguage.DataFlow;

/// <summary>What a numeric field accepts.</summary>
/// <param name="Minimum">Smallest value.</param>
/// <param name="Maximum">Largest value.</param>
/// <param name="IsInteger">Whether fractions are rejected.</param>
internal readonly record struct NumberRange(double Minimum, double Maximum, bool IsInteger)
{
    /// <summary>Whole numbers from 0 on.</summary>
    public static NumberRange NonNegativeInteger { get; } = new(0, ServiceLimits.WaitSeconds, true);

    /// <summary>Whole numbers from 1 on.</summary>
    public static NumberRange PositiveInteger { get; } = new(1, ServiceLimits.WaitSeconds, true);

    /// <summary>Seconds from 0 on.</summary>
    public static NumberRange Delay { get; } = new(0, ServiceLimits.Seconds, true);

    /// <summary>Seconds from 1 on.</summary>
    public static NumberRange Duration { get; } = new(1, ServiceLimits.Seconds, true);

    public static NumberRange Percentage { get; } = new(0, 100, false);
}
