namespace Cxf.Local.Stubs;

/// <summary>What a stub answers.</summary>
/// <param name="Apis">The connections of the folder.</param>
internal sealed record StubOptions(IReadOnlyList<StubApi> Apis)
{
    /// <summary>The faults. Default: none.</summary>
    public IReadOnlyList<StubFault> Faults { get; init; } = [];

    /// <summary>
    /// What answers depend on: the same seed makes the same answers. Default: null, the examples of the descriptions and all
    /// members.
    /// </summary>
    public int? Seed { get; init; }
}
