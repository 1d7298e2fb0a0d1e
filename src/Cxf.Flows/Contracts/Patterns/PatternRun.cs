namespace Cxf.Flows.Contracts.Patterns;

/// <summary>
/// Runs a program over one text, all of its ways at once: the time grows with the text's length and the program's, whatever both
/// contain.
/// </summary>
internal sealed class PatternRun
{
    private readonly int[] _text;

    // For each look-around, the places in which it holds.
    private readonly List<bool[]> _looks = [];

    private PatternRun(int[] text) => _text = text;

    /// <summary>Whether the text contains a match.</summary>
    public static bool Finds(PatternProgram program, string text)
    {
        var run = new PatternRun([.. CodePoints.Of(text)]);
        foreach (var look in program.Looks)
        {
            var places = new bool[run._text.Length + 1];
            run.Find(look.Program, places);
            run._looks.Add(look.IsNegative ? Array.ConvertAll(places, place => !place) : places);
        }

        return run.Find(program, null);
    }

    /// <summary>
    /// Begins a match in every place. Marks the places in which one ends; without such a list, the first match is enough.
    /// </summary>
    private bool Find(PatternProgram program, bool[]? ends)
    {
        var states = new PatternStates(program.Instructions.Count);
        var next = new PatternStates(program.Instructions.Count);
        for (var step = 0; step <= _text.Length; step++)
        {
            var at = program.IsBackward ? _text.Length - step : step;
            if (Follow(program, states, 0, at) && Mark(ends, at))
            {
                return true;
            }

            if (step == _text.Length)
            {
                break;
            }

            var character = _text[program.IsBackward ? at - 1 : at];
            var target = program.IsBackward ? at - 1 : at + 1;
            next.Clear();
            var ended = false;
            foreach (var state in states.Characters)
            {
                ended |= program.Instructions[state].Set!.Contains(character) && Follow(program, next, state + 1, target);
            }

            if (ended && Mark(ends, target))
            {
                return true;
            }

            (states, next) = (next, states);
        }

        return false;
    }

    private static bool Mark(bool[]? ends, int at)
    {
        ends?[at] = true;
        return ends is null;
    }

    /// <summary>Adds a state and all that it leads to without a character; whether a match ends here.</summary>
    private bool Follow(PatternProgram program, PatternStates states, int start, int at)
    {
        var ended = false;
        states.Push(start);
        while (states.TryPop(out var state))
        {
            var instruction = program.Instructions[state];
            switch (instruction.Kind)
            {
                case InstructionKind.Character:
                    states.Characters.Add(state);
                    break;
                case InstructionKind.Split:
                    states.Push(instruction.First);
                    states.Push(instruction.Second);
                    break;
                case InstructionKind.Jump:
                    states.Push(instruction.First);
                    break;
                case InstructionKind.Place when IsAt(instruction.Place, at):
                case InstructionKind.Look when _looks[instruction.First][at]:
                    states.Push(state + 1);
                    break;
                case InstructionKind.Match:
                    ended = true;
                    break;
                default:
                    break;
            }
        }

        return ended;
    }

    private bool IsAt(PatternPlace place, int at) =>
        place switch
        {
            PatternPlace.Start => at == 0,
            PatternPlace.End => at == _text.Length,
            PatternPlace.WordBoundary => IsWordCharacter(at - 1) != IsWordCharacter(at),
            _ => IsWordCharacter(at - 1) == IsWordCharacter(at),
        };

    private bool IsWordCharacter(int at) => at >= 0 && at < _text.Length && CharacterClasses.WordCharacters.Contains(_text[at]);
}

/// <summary>The states of a run in one place; each is there once.</summary>
internal sealed class PatternStates(int instructions)
{
    private readonly bool[] _seen = new bool[instructions];
    private readonly List<int> _all = [];
    private readonly Stack<int> _open = [];

    /// <summary>The states that wait for a character.</summary>
    public List<int> Characters { get; } = [];

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
        Characters.Clear();
    }
}
