namespace Cxf.StatesLanguage.Service;

/// <summary>Request of ListTagsForResource.</summary>
/// <param name="ResourceArn">The machine.</param>
public sealed record ResourceRequest(string? ResourceArn);
