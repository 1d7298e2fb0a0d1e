using Cxf.Graphs.Model;

namespace Cxf.Graphs.Layout;

/// <summary>A place in the grid of a scope: a node, or the slot of a branch without steps of its own.</summary>
internal sealed class Cell(int index, GraphNode? node, Card card)
{
    /// <summary>The place in the order of the document.</summary>
    public int Index { get; } = index;

    /// <summary>The node; null for a slot.</summary>
    public GraphNode? Node { get; } = node;

    public Card Card { get; } = card;

    public List<Link> Out { get; } = [];

    public List<Link> In { get; } = [];

    public int Row { get; set; }

    public int Column { get; set; }

    /// <summary>Whether some path leads here from the start.</summary>
    public bool IsReached { get; set; }

    /// <summary>Whether only errors lead here, or nothing does: such cells are in the lane at the right.</summary>
    public bool IsLane { get; set; }

    /// <summary>For a cell of the lane, the place of the last step that leads to it through an error.</summary>
    public int Key { get; set; }

    /// <summary>The place among the first cells of the lane's blocks; −1 for other cells.</summary>
    public int Block { get; set; } = -1;

    public bool IsLaneRoot => Block >= 0;

    /// <summary>The links that are of consequence for the place of this cell.</summary>
    public IEnumerable<Link> Leading => In.Where(link => !link.IsLoose && (IsLane || !(link.IsSide || link.From.IsLane)));
}
