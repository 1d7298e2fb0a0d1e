namespace Cxf.Jsonata.RegularExpressions;

/// <summary>What an instruction of a <see cref="PatternProgram"/> does.</summary>
internal enum PatternOperation : byte
{
    /// <summary>Takes one character of the set.</summary>
    Set,

    /// <summary>Takes up to <c>B</c> characters of the set, as many as possible first, at least <c>A</c>.</summary>
    Run,

    /// <summary>Continues at the next instruction, and at <c>A</c> if that fails. <c>B</c> numbers the splits.</summary>
    Split,

    /// <summary>Continues at <c>A</c>, and at the next instruction if that fails. <c>B</c> numbers the splits.</summary>
    LazySplit,

    /// <summary>Continues at <c>A</c>.</summary>
    Jump,

    /// <summary>Register <c>A</c> becomes the position.</summary>
    Mark,

    /// <summary>Register <c>A</c> becomes 0.</summary>
    Zero,

    /// <summary>Register <c>A</c> grows by one.</summary>
    Increment,

    /// <summary>The groups from <c>A</c> to before <c>B</c> have not matched.</summary>
    Forget,

    /// <summary>The head of a counted loop: <see cref="PatternProgram.Loops"/>[<c>A</c>].</summary>
    Loop,

    /// <summary>
    /// Fails at the position in register <c>A</c>, unless loop <c>B</c>, if not negative, still needs the iteration.
    /// </summary>
    Progress,

    /// <summary>Checks the condition <see cref="AnchorKind"/> <c>A</c>.</summary>
    Anchor,

    /// <summary>
    /// Runs the code that follows up to its own end; continues at <c>A</c>. <c>B</c> is 1 if it must not match.
    /// </summary>
    Look,

    /// <summary>Takes what group <c>A</c> matched.</summary>
    Reference,

    /// <summary>The end of the program or of a look-around.</summary>
    Accept,
}

/// <summary>One instruction.</summary>
internal readonly record struct PatternInstruction(PatternOperation Operation, int A, int B, CharacterSet? Set, bool IsBackward);

/// <summary>A loop that counts its iterations in a register.</summary>
internal readonly record struct CountedLoop(int Counter, int Min, int Max, bool IsLazy, int Exit);

/// <summary>A pattern as instructions for <see cref="PatternMatcher"/>.</summary>
internal sealed class PatternProgram
{
    private const int MaxLinearCode = 5_000;
    private readonly List<PatternInstruction> _code = [];
    private readonly List<CountedLoop> _loops = [];
    private bool _isBackward;

    private PatternProgram(Pattern pattern, bool isLinear)
    {
        IsLinear = isLinear;
        IgnoresCase = pattern.IgnoresCase;
        Groups = pattern.Groups;
        FirstCharacters = PatternFacts.FirstCharacters(pattern.Root);
        Registers = 2 * (Groups + 1);
        Emit(pattern.Root);
        Add(PatternOperation.Accept);
        Code = [.. _code];
        Loops = [.. _loops];
    }

    public PatternInstruction[] Code { get; }

    public CountedLoop[] Loops { get; }

    public int Groups { get; }

    /// <summary>Two for each group, the whole match included, then those of the loops.</summary>
    public int Registers { get; private set; }

    public bool IgnoresCase { get; }

    /// <summary>The characters that a match can start with; null if it can be empty.</summary>
    public CharacterSet? FirstCharacters { get; }

    /// <summary>The number of instructions that choose.</summary>
    public int Splits { get; private set; }

    /// <summary>
    /// What follows depends only on the instruction and the position, so that coming there again is useless. Its loops do not
    /// count, and take their characters one by one.
    /// </summary>
    public bool IsLinear { get; }

    private bool IsTooLong => IsLinear && _code.Count > MaxLinearCode;

    public static PatternProgram Of(Pattern pattern) => new(pattern, isLinear: false);

    /// <summary>The linear program, or null if the pattern has none of a reasonable size.</summary>
    public static PatternProgram? LinearOf(Pattern pattern) =>
        PatternFacts.IsRegular(pattern.Root) && new PatternProgram(pattern, isLinear: true) is { IsTooLong: false } program
            ? program
            : null;

    private int Add(PatternOperation operation, int a = 0, int b = 0, CharacterSet? set = null)
    {
        _code.Add(new PatternInstruction(operation, a, b, set, _isBackward));
        return _code.Count - 1;
    }

    private int AddSplit(bool isLazy) => Add(isLazy ? PatternOperation.LazySplit : PatternOperation.Split, b: Splits++);

    private void Patch(int at) => _code[at] = _code[at] with { A = _code.Count };

    private void Emit(PatternNode node)
    {
        Limits.StackGuard.Check();
        if (IsTooLong)
        {
            return;
        }

        switch (node)
        {
            case SetNode set:
                Add(PatternOperation.Set, set: set.Set);
                break;
            case SequenceNode sequence:
                foreach (var part in _isBackward ? sequence.Parts.Reverse() : sequence.Parts)
                {
                    Emit(part);
                }

                break;
            case ChoiceNode choice:
                EmitChoice(choice);
                break;
            case CaptureNode capture:
                Add(PatternOperation.Mark, (2 * capture.Group) + (_isBackward ? 1 : 0));
                Emit(capture.Body);
                Add(PatternOperation.Mark, (2 * capture.Group) + (_isBackward ? 0 : 1));
                break;
            case RepeatNode repeat:
                EmitRepeat(repeat);
                break;
            case LookNode look:
                EmitLook(look);
                break;
            case AnchorNode anchor:
                Add(PatternOperation.Anchor, (int)anchor.Kind);
                break;
            case BackReferenceNode reference:
                Add(PatternOperation.Reference, reference.Group);
                break;
            default:
                throw new InvalidOperationException($"There is no code for {node.GetType().Name}.");
        }
    }

    private void EmitChoice(ChoiceNode choice)
    {
        var jumps = new List<int>();
        foreach (var option in choice.Options.Take(choice.Options.Count - 1))
        {
            var split = AddSplit(isLazy: false);
            Emit(option);
            jumps.Add(Add(PatternOperation.Jump));
            Patch(split);
        }

        Emit(choice.Options[^1]);
        jumps.ForEach(Patch);
    }

    private void EmitRepeat(RepeatNode repeat)
    {
        if (!IsLinear && repeat is { IsLazy: false, Body: SetNode set })
        {
            Add(PatternOperation.Run, repeat.Min, repeat.Max, set.Set);
        }
        else if (repeat is { Min: 0, Max: RepeatNode.Unbounded })
        {
            EmitStar(repeat);
        }
        else if (repeat is { Min: 0, Max: 1 })
        {
            EmitOptional(repeat, 1);
        }
        else if (IsLinear)
        {
            for (var count = 0; count < repeat.Min && !IsTooLong; count++)
            {
                EmitBody(repeat);
            }

            if (repeat.Max == RepeatNode.Unbounded)
            {
                EmitStar(repeat);
            }
            else
            {
                EmitOptional(repeat, repeat.Max - repeat.Min);
            }
        }
        else if (repeat.Max > 0)
        {
            EmitCounted(repeat);
        }
    }

    private void EmitStar(RepeatNode repeat)
    {
        var split = AddSplit(repeat.IsLazy);
        EmitWithProgress(repeat, -1);
        Add(PatternOperation.Jump, split);
        Patch(split);
    }

    /// <summary>Up to so many iterations, each of which may be the last.</summary>
    private void EmitOptional(RepeatNode repeat, int count)
    {
        var splits = new List<int>();
        for (; count > 0 && !IsTooLong; count--)
        {
            splits.Add(AddSplit(repeat.IsLazy));
            EmitWithProgress(repeat, -1);
        }

        splits.ForEach(Patch);
    }

    private void EmitCounted(RepeatNode repeat)
    {
        var counter = Registers++;
        Add(PatternOperation.Zero, counter);
        var loop = _loops.Count;
        _loops.Add(default);
        var head = Add(PatternOperation.Loop, loop);
        Add(PatternOperation.Increment, counter);
        EmitWithProgress(repeat, loop);
        Add(PatternOperation.Jump, head);
        _loops[loop] = new CountedLoop(counter, repeat.Min, repeat.Max, repeat.IsLazy, _code.Count);
    }

    /// <summary>An iteration that is useless if it matches nothing.</summary>
    private void EmitWithProgress(RepeatNode repeat, int loop)
    {
        if (!PatternFacts.CanBeEmpty(repeat.Body))
        {
            EmitBody(repeat);
            return;
        }

        var start = Registers++;
        Add(PatternOperation.Mark, start);
        EmitBody(repeat);
        Add(PatternOperation.Progress, start, loop);
    }

    private void EmitBody(RepeatNode repeat)
    {
        if (repeat.HasCaptures)
        {
            Add(PatternOperation.Forget, repeat.FirstGroup, repeat.EndGroup);
        }

        Emit(repeat.Body);
    }

    private void EmitLook(LookNode look)
    {
        var at = Add(PatternOperation.Look, b: look.IsNegative ? 1 : 0);
        var wasBackward = _isBackward;
        _isBackward = look.IsBehind;
        Emit(look.Body);
        Add(PatternOperation.Accept);
        _isBackward = wasBackward;
        Patch(at);
    }
}
