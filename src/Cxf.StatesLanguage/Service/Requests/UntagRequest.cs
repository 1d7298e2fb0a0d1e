namespace Cxf.StatesLanguage.Service;

/// <summary>Request of UntagResource.</summary>
/// <param name="ResourceArn">The machine.</param>
/// <param name="TagKeys">Keys of the tags to take away; one that is not there is no error.</param>
public sealed record UntagRequest(string? ResourceArn, IReadOnlyList<string>? TagKeys);
