namespace Cxf.Functions.Stores;

/// <summary>A version in the list of a flow's versions.</summary>
/// <param name="Version">The version, from 1.</param>
/// <param name="ContentHash">Its content hash.</param>
/// <param name="CreatedAt">When it was published.</param>
/// <param name="MachineVersionArn">
/// The version in Step Functions that it was published as; null before that. Step Functions may no longer have it: a machine has
/// at most 1,000 versions.
/// </param>
public sealed record VersionEntry(int Version, string ContentHash, DateTimeOffset CreatedAt, string? MachineVersionArn);
