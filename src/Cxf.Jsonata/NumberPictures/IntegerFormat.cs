namespace Cxf.Jsonata.NumberPictures;

/// <summary>In what form an integer is written.</summary>
internal enum IntegerFormat : byte
{
    Decimal,
    Letters,
    Roman,
    Words,

    /// <summary>A numbering that starts with another symbol; nobody implements one.</summary>
    Sequence,
}
