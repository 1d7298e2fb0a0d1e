namespace Cxf.Graphs.Layout;

/// <summary>The sizes of the rows, columns and gaps of a scope, and so the coordinates of everything in it.</summary>
internal sealed class Grid
{
    private const int TrackWidth = 12;
    private const int SideMargin = 14;
    private const int FirstGapMargin = 8;
    private const int ColumnGap = 26;
    private const int Stub = 14;
    private const int ArrowStub = 16;
    private const int LabelStub = 6;

    private readonly TrackPlan _tracks;
    private readonly int[] _columnX;
    private readonly int[] _columnWidth;
    private readonly int[] _rowY;
    private readonly int[] _rowHeight;

    /// <param name="cells">The cells with their rows and columns, slots included.</param>
    /// <param name="tracks">The tracks in the gaps.</param>
    /// <param name="labelHeights">The height of the labels in the gap below each row.</param>
    public Grid(IReadOnlyList<Cell> cells, TrackPlan tracks, Dictionary<int, int> labelHeights)
    {
        _tracks = tracks;
        var columns = cells.Max(cell => cell.Column) + 1;
        var rows = cells.Max(cell => cell.Row) + 1;
        (_columnX, _columnWidth) = (new int[columns + 1], new int[columns + 1]);
        (_rowY, _rowHeight) = (new int[rows + 1], new int[rows + 1]);
        foreach (var cell in cells)
        {
            _columnWidth[cell.Column] = Math.Max(_columnWidth[cell.Column], Math.Max(cell.Card.Width, Card.NodeWidth));
            _rowHeight[cell.Row] = Math.Max(_rowHeight[cell.Row], cell.Card.Height);
        }

        var x = 0;
        for (var column = 0; column <= columns; column++)
        {
            x += GapBefore(column, columns);
            _columnX[column] = x;
            x += _columnWidth[column];
        }

        Width = x;
        var y = SideMargin;
        for (var row = 0; row < rows; row++)
        {
            _rowY[row] = y;
            y += _rowHeight[row] + GapBelow(row, row == rows - 1, labelHeights);
        }

        Height = y;
    }

    /// <summary>The width of the scope.</summary>
    public int Width { get; }

    /// <summary>The height of the scope.</summary>
    public int Height { get; }

    /// <summary>The place of a cell: in the middle of its column, at the top of its row.</summary>
    public Area AreaOf(Cell cell) =>
        new(Center(cell.Column) - (cell.Card.Width / 2), _rowY[cell.Row], cell.Card.Width, cell.Card.Height);

    /// <summary>The coordinates of a point.</summary>
    public Spot SpotOf(Waypoint point) => new(X(point.X), Y(point.Y));

    /// <summary>The place of a label above a cell.</summary>
    public Area LabelOf(Cell cell, IReadOnlyList<string> lines)
    {
        var (width, height) = (EdgeLabels.WidthOf(lines), EdgeLabels.HeightOf(lines));
        return new Area(Center(cell.Column) - (width / 2), _rowY[cell.Row] - ArrowStub - height, width, height);
    }

    private int GapBefore(int column, int columns)
    {
        var tracks = _tracks.CountBefore(column) * TrackWidth;
        var isOutside = column == 0 || column == columns;
        return isOutside ? SideMargin + tracks : ColumnGap + tracks;
    }

    private int GapBelow(int row, bool isLast, Dictionary<int, int> labelHeights)
    {
        var tracks = _tracks.CountBelow(row);
        var label = labelHeights.TryGetValue(row, out var height) ? height + LabelStub : 0;
        return isLast ? SideMargin + (tracks * TrackWidth) : Stub + (tracks * TrackWidth) + label + ArrowStub;
    }

    private int Center(int column) => _columnX[column] + (_columnWidth[column] / 2);

    private int X(Across x) =>
        x.Kind switch
        {
            AcrossKind.Column => Center(x.Index),
            AcrossKind.Gap => _columnX[x.Index]
                - (
                    x.Index == _columnX.Length - 1 ? SideMargin
                    : x.Index == 0 ? FirstGapMargin
                    : ColumnGap / 2
                )
                - ((_tracks.CountBefore(x.Index) - _tracks.Before(x.Index, x.Track)) * TrackWidth)
                + (TrackWidth / 2),
            AcrossKind.Left => AreaOf(x.Cell!).X,
            _ => AreaOf(x.Cell!).Right,
        };

    private int Y(Down y) =>
        y.Kind switch
        {
            DownKind.Top => AreaOf(y.Cell!).Y,
            DownKind.Bottom => AreaOf(y.Cell!).Bottom,
            DownKind.Entry => AreaOf(y.Cell!).Y + y.Cell!.Card.EntryY,
            DownKind.Port => AreaOf(y.Cell!).Y + y.Cell!.Card.Ports[y.Port].Y,
            _ => _rowY[y.Row] + _rowHeight[y.Row] + Stub + (_tracks.Below(y.Row, y.Track) * TrackWidth),
        };
}
