namespace Cxf.Local.Differences;

/// <summary>What happened to a part of a flow.</summary>
internal enum DifferenceKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>It is another than before.</summary>
    Changed,
}
