namespace Cxf.Graphs.Marks;

/// <summary>
/// What is known of the nodes and edges of a graph besides its document: times, tests, a run, differences. Marks never move
/// anything, so a picture with them can be compared with one without.
/// </summary>
public sealed class GraphMarks
{
    private readonly Dictionary<string, List<Mark>> _marks = [];
    private readonly List<string> _notes = [];

    /// <summary>Sentences about the whole picture, such as how long the flow can take.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>The kinds of marks that there are, each once.</summary>
    public IEnumerable<MarkKind> Kinds => _marks.Values.SelectMany(marks => marks).Select(mark => mark.Kind).Distinct().Order();

    /// <summary>The marks of a node or an edge, by its ID; none if it has none.</summary>
    public IReadOnlyList<Mark> Of(string id) => _marks.TryGetValue(id, out var marks) ? marks : [];

    /// <summary>Whether a node or an edge has a mark of a kind.</summary>
    public bool Has(string id, MarkKind kind) => Of(id).Any(mark => mark.Kind == kind);

    /// <summary>Adds a mark to a node or an edge.</summary>
    public void Add(string id, Mark mark)
    {
        if (!_marks.TryGetValue(id, out var marks))
        {
            _marks[id] = marks = [];
        }

        marks.Add(mark);
    }

    /// <summary>Adds a sentence about the whole picture.</summary>
    public void Note(string sentence) => _notes.Add(sentence);
}
