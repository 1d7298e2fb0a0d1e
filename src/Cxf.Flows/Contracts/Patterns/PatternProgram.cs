namespace Cxf.Flows.Contracts.Patterns;

/// <summary>
/// A pattern as instructions for <see cref="PatternRun"/> (Thompson's construction). Look-around refers to programs of its own.
/// </summary>
internal sealed class PatternProgram
{
    /// <summary>The maximum number of instructions: each costs one step for every character of a text.</summary>
    private const int MaxInstructions = 5_000;

    private readonly List<Instruction> _instructions = [];
    private readonly List<LookAround> _looks;
    private readonly bool _isBackward;

    private PatternProgram(List<LookAround> looks, bool isBackward) => (_looks, _isBackward) = (looks, isBackward);

    public IReadOnlyList<Instruction> Instructions => _instructions;

    /// <summary>The look-around of the whole pattern, inner ones before those that use them.</summary>
    public IReadOnlyList<LookAround> Looks => _looks;

    /// <summary>Whether it reads the text from its end to its start.</summary>
    public bool IsBackward => _isBackward;

    /// <summary>The program of a whole pattern.</summary>
    /// <exception cref="PatternException">The pattern is too large.</exception>
    public static PatternProgram Of(PatternNode pattern) => Of(pattern, [], isBackward: false);

    private static PatternProgram Of(PatternNode pattern, List<LookAround> looks, bool isBackward)
    {
        var program = new PatternProgram(looks, isBackward);
        program.Write(pattern);
        program.Add(new Instruction(InstructionKind.Match));
        return program;
    }

    private void Write(PatternNode node)
    {
        switch (node)
        {
            case CharacterNode character:
                Add(new Instruction(InstructionKind.Character) { Set = character.Set });
                break;
            case SequenceNode sequence:
                foreach (var part in _isBackward ? sequence.Parts.Reverse() : sequence.Parts)
                {
                    Write(part);
                }

                break;
            case ChoiceNode choice:
                WriteChoice(choice);
                break;
            case RepeatNode repeat:
                WriteRepeat(repeat);
                break;
            case PlaceNode place:
                Add(new Instruction(InstructionKind.Place) { Place = place.Place });
                break;
            case LookNode look:
                // What comes after a place is found by reading backwards from the end of the text, what comes before it forwards.
                var program = Of(look.Part, _looks, isBackward: !look.IsBehind);
                _looks.Add(new LookAround(program, look.IsNegative));
                Add(new Instruction(InstructionKind.Look) { First = _looks.Count - 1 });
                break;
        }
    }

    private void WriteChoice(ChoiceNode choice)
    {
        var ends = new List<int>();
        foreach (var branch in choice.Branches.SkipLast(1))
        {
            var split = Add(new Instruction(InstructionKind.Split));
            Write(branch);
            ends.Add(Add(new Instruction(InstructionKind.Jump)));
            Point(split, split + 1, _instructions.Count);
        }

        Write(choice.Branches[^1]);
        foreach (var end in ends)
        {
            Point(end, _instructions.Count, 0);
        }
    }

    private void WriteRepeat(RepeatNode repeat)
    {
        for (var count = 0; count < repeat.Min; count++)
        {
            var start = _instructions.Count;
            Write(repeat.Part);
            if (_instructions.Count == start)
            {
                // A part without instructions matches the empty text, however often it comes.
                break;
            }
        }

        if (repeat.Max is not { } max)
        {
            var split = Add(new Instruction(InstructionKind.Split));
            Write(repeat.Part);
            var again = Add(new Instruction(InstructionKind.Jump));
            Point(again, split, 0);
            Point(split, split + 1, _instructions.Count);
            return;
        }

        var splits = new List<int>();
        for (var count = repeat.Min; count < max; count++)
        {
            splits.Add(Add(new Instruction(InstructionKind.Split)));
            Write(repeat.Part);
        }

        foreach (var split in splits)
        {
            Point(split, split + 1, _instructions.Count);
        }
    }

    private int Add(Instruction instruction)
    {
        if (_instructions.Count >= MaxInstructions)
        {
            throw new PatternException($"The pattern is too large: written out, it has more than {MaxInstructions} parts.");
        }

        _instructions.Add(instruction);
        return _instructions.Count - 1;
    }

    private void Point(int index, int first, int second) =>
        _instructions[index] = _instructions[index] with { First = first, Second = second };
}

/// <summary>One instruction.</summary>
internal readonly record struct Instruction(InstructionKind Kind)
{
    /// <summary>The characters of a <see cref="InstructionKind.Character"/>.</summary>
    public CodePointSet? Set { get; init; }

    /// <summary>The place of a <see cref="InstructionKind.Place"/>.</summary>
    public PatternPlace Place { get; init; }

    /// <summary>Where a jump or a split goes; the number of a look-around.</summary>
    public int First { get; init; }

    /// <summary>Where else a split goes.</summary>
    public int Second { get; init; }
}

/// <summary>The kinds of instructions.</summary>
internal enum InstructionKind
{
    /// <summary>Reads a character of a set.</summary>
    Character,

    /// <summary>Goes on in two ways.</summary>
    Split,

    /// <summary>Goes on elsewhere.</summary>
    Jump,

    /// <summary>Goes on only in a place.</summary>
    Place,

    /// <summary>Goes on only where a look-around matches.</summary>
    Look,

    /// <summary>The end of the pattern.</summary>
    Match,
}

/// <summary>A look-around.</summary>
internal sealed record LookAround(PatternProgram Program, bool IsNegative);
