namespace Cxf.StatesLanguage.Execution;

/// <summary>Where an execution is packed.</summary>
/// <param name="Slab">The slab.</param>
/// <param name="Offset">The offset in the slab.</param>
/// <param name="ArnHash">The hash of its ARN, so that it is found and removed without reading its slab.</param>
internal readonly record struct PackPlace(int Slab, int Offset, int ArnHash);
