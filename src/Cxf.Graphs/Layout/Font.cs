namespace Cxf.Graphs.Layout;

/// <summary>The fonts of a picture. Their widths are embedded, so that a layout is the same on every machine.</summary>
public enum Font
{
    /// <summary>A step's label.</summary>
    Label,

    /// <summary>Words.</summary>
    Text,

    /// <summary>Expressions, paths and error codes.</summary>
    Code,
}
