namespace Cxf.Graphs.Layout;

/// <summary>A point of the picture, in pixels from its upper left corner.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Down.</param>
public readonly record struct Spot(int X, int Y);

/// <summary>A rectangle of the picture.</summary>
/// <param name="X">Its left side.</param>
/// <param name="Y">Its upper side.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
public readonly record struct Area(int X, int Y, int Width, int Height)
{
    /// <summary>The right side.</summary>
    public int Right => X + Width;

    /// <summary>The lower side.</summary>
    public int Bottom => Y + Height;

    /// <summary>The middle between left and right.</summary>
    public int Center => X + (Width / 2);

    /// <summary>Whether two areas share more than a border.</summary>
    public bool Overlaps(Area other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    /// <summary>Whether another area is inside this one.</summary>
    public bool Contains(Area other) => X <= other.X && Y <= other.Y && other.Right <= Right && other.Bottom <= Bottom;

    internal Area Moved(int x, int y) => this with { X = X + x, Y = Y + y };
}
