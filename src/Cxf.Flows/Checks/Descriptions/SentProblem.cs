namespace Cxf.Flows.Checks.Descriptions;

/// <summary>Where a request that was sent contradicts the description of its API.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Message">What is wrong, as a sentence without values of the request.</param>
/// <param name="Fix">What to do about it.</param>
public sealed record SentProblem(SentProblemKind Kind, string Message, string Fix)
{
    /// <summary>What is wrong, and what to do about it.</summary>
    public override string ToString() => $"{Message} {Fix}";
}

/// <summary>What can be wrong with a request.</summary>
public enum SentProblemKind
{
    /// <summary>A path that the API does not have.</summary>
    Path,

    /// <summary>A method that the path does not have.</summary>
    Method,

    /// <summary>A parameter or a body that the operation does not take.</summary>
    Request,

    /// <summary>A member or a parameter that is documented nowhere: an API ignores most of them.</summary>
    Undocumented,
}
