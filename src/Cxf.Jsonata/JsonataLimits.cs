namespace Cxf.Jsonata;

/// <summary>
/// The limits of one evaluation. An expression that exceeds one stops with a <see cref="JsonataException"/> with code
/// <c>U1001</c>.
/// </summary>
public sealed record JsonataLimits
{
    /// <summary>The default limits.</summary>
    public static JsonataLimits Default { get; } = new();

    /// <summary>
    /// The limits of AWS Step Functions, as measured (floci-io/floci, issue 2737): a depth of 100, and a memory of 873,782
    /// numbers or eight times as many characters in one value.
    /// </summary>
    public static JsonataLimits StepFunctions { get; } =
        new()
        {
            Depth = 100,
            SequenceLength = 873_782,
            StringLength = 8 * 873_782,
        };

    /// <summary>
    /// How long one evaluation may take, by the clock of <see cref="JsonataOptions.TimeProvider"/>. Default: 10 seconds.
    /// </summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How deeply evaluations may nest, counted as in the reference implementation: one for each node of the expression that
    /// waits for another. Tail calls do not count. Default: 2,000. The stack of the calling thread is guarded too, so a small
    /// stack stops the expression earlier, with the same code.
    /// </summary>
    public int Depth { get; init; } = 2_000;

    /// <summary>
    /// How many values one array or sequence may hold. Default: 10,000,000, the reference's own bound of the range operator.
    /// </summary>
    public int SequenceLength { get; init; } = 10_000_000;

    /// <summary>How many UTF-16 units one string may hold. Default: 16,777,216.</summary>
    public int StringLength { get; init; } = 1 << 24;

    /// <summary>How many bytes one evaluation may allocate in total. Default: 1 GiB.</summary>
    public long AllocatedBytes { get; init; } = 1L << 30;

    /// <summary>How long one regular expression may work on one string. Default: 1 second.</summary>
    public TimeSpan RegexTime { get; init; } = TimeSpan.FromSeconds(1);
}
