namespace Cxf.StatesLanguage.Service;

/// <summary>A label of a state machine.</summary>
/// <param name="Key">1 to 128 characters.</param>
/// <param name="Value">Up to 256 characters.</param>
public sealed record Tag(string? Key, string? Value);

/// <summary>Request of TagResource.</summary>
/// <param name="ResourceArn">The machine.</param>
/// <param name="Tags">Tags to add; an existing key gets the new value.</param>
public sealed record TagRequest(string? ResourceArn, IReadOnlyList<Tag>? Tags);

/// <summary>Request of UntagResource.</summary>
/// <param name="ResourceArn">The machine.</param>
/// <param name="TagKeys">Keys of the tags to remove; unknown keys are ignored.</param>
public sealed record UntagRequest(string? ResourceArn, IReadOnlyList<string>? TagKeys);

/// <summary>Request of ListTagsForResource.</summary>
/// <param name="ResourceArn">The machine.</param>
public sealed record ResourceRequest(string? ResourceArn);

/// <summary>Answer of ListTagsForResource.</summary>
/// <param name="Tags">The tags in the order in which they were added.</param>
public sealed record ListTagsResult(IReadOnlyList<Tag> Tags);
