namespace Cxf.Local.Differences;

/// <summary>One difference between two states of a flow.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="What">The part: <c>flow</c>, <c>payload</c>, <c>contact</c>, <c>step</c>, <c>test</c>.</param>
/// <param name="Name">The part's name: a step's label, a field of the payload, a member of the document.</param>
/// <param name="Text">The difference as a sentence.</param>
internal sealed record FlowDifference(DifferenceKind Kind, string What, string Name, string Text)
{
    /// <inheritdoc />
    public override string ToString() => $"{(Kind switch { DifferenceKind.Added => '+', DifferenceKind.Removed => '-', _ => '~' })} {Text}";
}
