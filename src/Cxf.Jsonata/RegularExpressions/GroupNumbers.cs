namespace Cxf.Jsonata.RegularExpressions;

/// <summary>
/// The capturing groups of a JavaScript pattern, numbered from 1, and which of them are closed at the current position.
/// </summary>
internal sealed class GroupNumbers
{
    private const int NameStart = 3;

    private readonly string _pattern;
    private readonly List<string?> _names = [];
    private readonly HashSet<int> _closed = [];
    private readonly Stack<int?> _open = [];
    private int _opened;

    public GroupNumbers(string pattern)
    {
        _pattern = pattern;
        var inClass = false;
        for (var at = 0; at < pattern.Length; at++)
        {
            switch (pattern[at])
            {
                case '\\':
                    at++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '(' when !inClass && IsCapturing(at):
                    _names.Add(NameEnd(pattern, at) is { } end ? pattern[(at + NameStart)..end] : null);
                    break;
                default:
                    break;
            }
        }
    }

    public int Count => _names.Count;

    public bool HaveNames => _names.Exists(name => name is not null);

    /// <summary>The end of the name of a group that opens here, or null if it has none.</summary>
    public static int? NameEnd(string pattern, int at) =>
        string.CompareOrdinal(pattern, at, "(?<", 0, NameStart) == 0
        && at + NameStart < pattern.Length
        && pattern[at + NameStart] is not '=' and not '!'
        && pattern.IndexOf('>', at) is > 0 and var end
            ? end
            : null;

    /// <summary>The number of a named group; 0 if it does not exist.</summary>
    public int NumberOf(string name) => _names.IndexOf(name) + 1;

    /// <summary>A parenthesis opens.</summary>
    public void Open(int at) => _open.Push(IsCapturing(at) ? ++_opened : null);

    /// <summary>A parenthesis closes.</summary>
    public void Close()
    {
        if (_open.TryPop(out var number) && number is { } closed)
        {
            _closed.Add(closed);
        }
    }

    public bool IsClosed(int group) => _closed.Contains(group);

    private bool IsCapturing(int at) => at + 1 >= _pattern.Length || _pattern[at + 1] != '?' || NameEnd(_pattern, at) is not null;
}
