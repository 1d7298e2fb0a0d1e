namespace Cxf.Flows.Model;

/// <summary>Where a step goes when it fails with one error word.</summary>
/// <param name="Word">One of CallApi's error words, or <see cref="Any"/>.</param>
/// <param name="Next">The step that goes on.</param>
public sealed record ErrorBranch(string Word, StepTransition Next)
{
    /// <summary>The word for every failure that has no branch of its own.</summary>
    public const string Any = "any";
}
