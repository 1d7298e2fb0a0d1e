namespace Cxf.Jsonata.RegularExpressions;

/// <summary>How many digits the texts of a pattern have, if the pattern allows nothing but digits.</summary>
/// <param name="Min">At least.</param>
/// <param name="Max">At most; null for any number.</param>
public readonly record struct DigitCount(int Min, long? Max)
{
    private static readonly DigitCount None = new(0, 0);

    /// <summary>The count; null for a pattern that other texts match too.</summary>
    internal static DigitCount? Of(PatternNode pattern) =>
        IsAnchored(pattern, AnchorKind.TextStart) && IsAnchored(pattern, AnchorKind.TextEnd) ? Count(pattern) : null;

    private static DigitCount? Count(PatternNode node) =>
        node switch
        {
            SetNode { Set: var set } => set.Ranges.All(range => range.First >= '0' && range.Last <= '9') ? new(1, 1) : null,
            SequenceNode sequence => sequence
                .Parts.Select(Count)
                .Aggregate(
                    (DigitCount?)None,
                    (sum, part) => sum is { } all && part is { } one ? new DigitCount(all.Min + one.Min, all.Max + one.Max) : null
                ),
            ChoiceNode choice => choice
                .Options.Select(Count)
                .Aggregate(
                    (first, second) =>
                        first is { } one && second is { } other
                            ? new DigitCount(
                                Math.Min(one.Min, other.Min),
                                one.Max is { } a && other.Max is { } b ? Math.Max(a, b) : null
                            )
                            : null
                ),
            CaptureNode capture => Count(capture.Body),
            RepeatNode repeat => Count(repeat.Body) is { } part
                ? new DigitCount(
                    part.Min * repeat.Min,
                    part.Max is { } most && (most == 0 || repeat.Max < RepeatNode.Unbounded) ? repeat.Max * most : null
                )
                : null,
            _ => None,
        };

    // Where each text of the pattern begins, or ends, at that place.
    private static bool IsAnchored(PatternNode node, AnchorKind place) =>
        node switch
        {
            AnchorNode at => at.Kind == place,
            SequenceNode sequence => (place == AnchorKind.TextStart ? sequence.Parts : sequence.Parts.Reverse())
                .SkipWhile(part => part is LookNode)
                .FirstOrDefault()
                is { } outer
                && IsAnchored(outer, place),
            ChoiceNode choice => choice.Options.All(branch => IsAnchored(branch, place)),
            CaptureNode capture => IsAnchored(capture.Body, place),
            RepeatNode { Min: > 0 } repeat => IsAnchored(repeat.Body, place),
            _ => false,
        };
}
