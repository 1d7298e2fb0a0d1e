namespace Cxf.StatesLanguage.Service;

/// <summary>Answer of ListTagsForResource.</summary>
/// <param name="Tags">The tags in the order in which they came.</param>
public sealed record ListTagsResult(IReadOnlyList<Tag> Tags);
