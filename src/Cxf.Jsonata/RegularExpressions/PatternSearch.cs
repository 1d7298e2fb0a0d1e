namespace Cxf.Jsonata.RegularExpressions;

/// <summary>
/// Says whether a text contains a match of a program, by following all of its paths at once: the time grows with the length of
/// the text and that of the program, whatever both contain. Texts are read by code points.
/// </summary>
internal sealed class PatternSearch
{
    private readonly int[] _text;

    // For each look-around, the positions at which it matches.
    private readonly List<bool[]> _looks = [];

    private PatternSearch(int[] text) => _text = text;

    /// <summary>Whether the text contains a match.</summary>
    public static bool Finds(PatternProgram program, string text)
    {
        var search = new PatternSearch(CodePoints.Of(text));
        foreach (var look in program.Looks)
        {
            var positions = new bool[search._text.Length + 1];
            search.Find(look, positions);
            search._looks.Add(positions);
        }

        return search.Find(program, null);
    }

    /// <summary>
    /// Begins a match at every position. Marks the positions at which one ends; without such a list, the first match is enough.
    /// </summary>
    private bool Find(PatternProgram program, bool[]? ends)
    {
        var states = new PatternStates(program.Code.Length);
        var next = new PatternStates(program.Code.Length);
        for (var step = 0; step <= _text.Length; step++)
        {
            var position = program.IsBackward ? _text.Length - step : step;
            if (Follow(program, states, 0, position) && Mark(ends, position))
            {
                return true;
            }

            if (step == _text.Length)
            {
                break;
            }

            var character = _text[program.IsBackward ? position - 1 : position];
            var target = program.IsBackward ? position - 1 : position + 1;
            var ended = false;
            next.Clear();
            foreach (var state in states.Sets)
            {
                ended |= program.Code[state].Set!.Contains(character) && Follow(program, next, state + 1, target);
            }

            if (ended && Mark(ends, target))
            {
                return true;
            }

            (states, next) = (next, states);
        }

        return false;
    }

    private static bool Mark(bool[]? ends, int position)
    {
        ends?[position] = true;
        return ends is null;
    }

    /// <summary>Adds a state and all that it leads to without a character; whether a match ends here.</summary>
    private bool Follow(PatternProgram program, PatternStates states, int start, int position)
    {
        var ended = false;
        states.Push(start);
        while (states.TryPop(out var state))
        {
            var code = program.Code[state];
            switch (code.Operation)
            {
                case PatternOperation.Set:
                    states.Sets.Add(state);
                    break;
                case PatternOperation.Split or PatternOperation.LazySplit:
                    states.Push(state + 1);
                    states.Push(code.A);
                    break;
                case PatternOperation.Jump:
                    states.Push(code.A);
                    break;
                case PatternOperation.Anchor when ((AnchorKind)code.A).Holds(At(position - 1), At(position)):
                case PatternOperation.KnownLook when _looks[code.A][position] == (code.B == 0):
                    states.Push(state + 1);
                    break;
                case PatternOperation.Accept:
                    ended = true;
                    break;
                default:
                    break;
            }
        }

        return ended;
    }

    private int At(int position) => (uint)position < (uint)_text.Length ? _text[position] : -1;

    /// <summary>The instructions that a search has reached at one position; each is there once.</summary>
    private sealed class PatternStates(int instructions)
    {
        private readonly bool[] _seen = new bool[instructions];
        private readonly List<int> _all = [];
        private readonly Stack<int> _open = [];

        /// <summary>Those that wait for a character.</summary>
        public List<int> Sets { get; } = [];

        public void Push(int state)
        {
            if (!_seen[state])
            {
                _seen[state] = true;
                _all.Add(state);
                _open.Push(state);
            }
        }

        public bool TryPop(out int state) => _open.TryPop(out state);

        public void Clear()
        {
            foreach (var state in _all)
            {
                _seen[state] = false;
            }

            _all.Clear();
            Sets.Clear();
        }
    }
}
