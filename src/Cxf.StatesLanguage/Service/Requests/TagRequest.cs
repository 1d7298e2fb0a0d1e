namespace Cxf.StatesLanguage.Service;

/// <summary>Request of TagResource.</summary>
/// <param name="ResourceArn">The machine.</param>
/// <param name="Tags">Tags to add; a key that is there gets the new value.</param>
public sealed record TagRequest(string? ResourceArn, IReadOnlyList<Tag>? Tags);
