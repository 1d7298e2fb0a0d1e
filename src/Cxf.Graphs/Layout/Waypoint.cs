namespace Cxf.Graphs.Layout;

/// <summary>A point of an edge before the sizes of rows and columns are known.</summary>
internal readonly record struct Waypoint(Across X, Down Y);

/// <summary>A place from left to right: the middle of a column, a track in the gap before one, or a side of a cell.</summary>
internal readonly record struct Across(AcrossKind Kind, int Index, string Track, Cell? Cell)
{
    /// <summary>The place among columns and gaps, to compare which is further right.</summary>
    public int Order => Kind == AcrossKind.Column ? (2 * Index) + 1 : 2 * Index;

    public static Across Column(int column) => new(AcrossKind.Column, column, "", null);

    public static Across Gap(int column, string track) => new(AcrossKind.Gap, column, track, null);

    public static Across Left(Cell cell) => new(AcrossKind.Left, cell.Column, "", cell);

    public static Across Right(Cell cell) => new(AcrossKind.Right, cell.Column, "", cell);
}

/// <summary>What a place from left to right is.</summary>
internal enum AcrossKind
{
    Column,
    Gap,
    Left,
    Right,
}

/// <summary>A height: a side of a cell, a place at its side, or a track in the gap below a row.</summary>
internal readonly record struct Down(DownKind Kind, int Row, string Track, Cell? Cell, int Port)
{
    public static Down Top(Cell cell) => new(DownKind.Top, cell.Row, "", cell, 0);

    public static Down Bottom(Cell cell) => new(DownKind.Bottom, cell.Row, "", cell, 0);

    public static Down Entry(Cell cell) => new(DownKind.Entry, cell.Row, "", cell, 0);

    public static Down AtPort(Cell cell, int port) => new(DownKind.Port, cell.Row, "", cell, port);

    public static Down Below(int row, string track) => new(DownKind.Gap, row, track, null, 0);
}

/// <summary>What a height is.</summary>
internal enum DownKind
{
    Top,
    Bottom,
    Entry,
    Port,
    Gap,
}
