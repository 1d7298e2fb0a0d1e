namespace Cxf.Functions.Stores;

/// <summary>A version that the alias <c>live</c> starts runs of.</summary>
/// <param name="Version">The flow's version.</param>
/// <param name="MachineVersionArn">That version in Step Functions.</param>
/// <param name="Weight">How many of 100 runs it gets.</param>
public sealed record LiveRoute(int Version, string MachineVersionArn, int Weight);
