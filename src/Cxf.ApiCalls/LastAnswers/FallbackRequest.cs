namespace Cxf.ApiCalls.LastAnswers;

/// <summary>A call whose previous answer serves while the third party fails.</summary>
/// <param name="MaxAge">How old the answer can be.</param>
/// <param name="Sensitive">The names of members that are never stored, at any depth of the body.</param>
public sealed record FallbackRequest(TimeSpan MaxAge, IReadOnlyList<string> Sensitive)
{
    /// <summary>The oldest answer that can be asked for: a week.</summary>
    public static TimeSpan MaxMaxAge { get; } = TimeSpan.FromDays(7);
}
