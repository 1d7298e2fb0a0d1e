namespace Cxf.Jsonata.Evaluation;

/// <summary>Where a variable may be bound.</summary>
/// <param name="Hops">How many frames up.</param>
/// <param name="Slot">The place in that frame.</param>
internal readonly record struct VariablePlace(int Hops, int Slot);
