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

    /// <summary>Requires that look-around <c>A</c> of <see cref="PatternProgram.Looks"/> holds; not, if <c>B</c> is 1.</summary>
    KnownLook,

    /// <summary>Takes what group <c>A</c> matched.</summary>
    Reference,

    /// <summary>The end of the program or of a look-around.</summary>
    Accept,
}

/// <summary>One instruction.</summary>
internal readonly record struct PatternInstruction(PatternOperation Operation, int A, int B, CharacterSet? Set, bool IsBackward);

/// <summary>A loop that counts its iterations in a register.</summary>
internal readonly record struct CountedLoop(int Counter, int Min, int Max, bool IsLazy, int Exit);

/// <summary>What a program is for.</summary>
internal enum PatternProgramKind : byte
{
    /// <summary>A <see cref="PatternMatcher"/> that finds what JavaScript finds, by backtracking.</summary>
    Backtracking,

    /// <summary>
    /// The same in time proportional to the text: what follows depends only on the instruction and the position, so that coming
    /// there again is useless. Its loops do not count, and take their characters one by one.
    /// </summary>
    Linear,

    /// <summary>
    /// A <see cref="PatternSearch"/>, which only says whether there is a match. It is linear, keeps no positions, and its
    /// look-around is programs of its own.
    /// </summary>
    Search,
}

/// <summary>A pattern as instructions for <see cref="PatternMatcher"/> or <see cref="PatternSearch"/>.</summary>
internal sealed class PatternProgram
{
    /// <summary>The maximum number of instructions of a linear program: each can cost a step for every character.</summary>
    public const int MaxLinearCode = 5_000;

    private readonly List<PatternInstruction> _code = [];
    private readonly List<CountedLoop> _loops = [];
    private readonly Pattern _pattern;
    private readonly PatternProgramKind _kind;
    private readonly WholePattern _whole;
    private bool _isBackward;

    private PatternProgram(Pattern pattern, PatternNode root, PatternProgramKind kind, WholePattern whole, bool isBackward)
    {
        _pattern = pattern;
        _kind = kind;
        _whole = whole;
        _isBackward = isBackward;
        IsBackward = isBackward;
        FirstCharacters = PatternFacts.FirstCharacters(root);
        Registers = 2 * (Groups + 1);
        Emit(root);
        Add(PatternOperation.Accept);
        Code = [.. _code];
        Loops = [.. _loops];
    }

    public PatternInstruction[] Code { get; }

    public CountedLoop[] Loops { get; }

    public int Groups => _pattern.Groups;

    /// <summary>Two for each group, the whole match included, then those of the loops.</summary>
    public int Registers { get; private set; }

    public bool IgnoresCase => _pattern.IgnoresCase;

    /// <summary>The characters that a match can start with; null if it can be empty.</summary>
    public CharacterSet? FirstCharacters { get; }

    /// <summary>The number of instructions that choose.</summary>
    public int Splits { get; private set; }

    public bool IsLinear => _kind != PatternProgramKind.Backtracking;

    /// <summary>Whether it reads the text from its end to its start.</summary>
    public bool IsBackward { get; }

    /// <summary>The look-around of a pattern that is searched for, inner ones before those that use them.</summary>
    public IReadOnlyList<PatternProgram> Looks => _whole.Looks;

    /// <summary>The number of instructions, with those of all look-around.</summary>
    public int Size => _whole.Size;

    private bool IsTooLong => IsLinear && Size > MaxLinearCode;

    public static PatternProgram Of(Pattern pattern) => Of(pattern, PatternProgramKind.Backtracking);

    /// <summary>The linear program, or null if the pattern has none of a reasonable size.</summary>
    public static PatternProgram? LinearOf(Pattern pattern) =>
        PatternFacts.IsRegular(pattern.Root) && Of(pattern, PatternProgramKind.Linear) is { IsTooLong: false } program
            ? program
            : null;

    /// <summary>The program for a search, or null if the pattern is too large. It must have no references to groups.</summary>
    public static PatternProgram? SearchOf(Pattern pattern) =>
        Of(pattern, PatternProgramKind.Search) is { IsTooLong: false } program ? program : null;

    private static PatternProgram Of(Pattern pattern, PatternProgramKind kind) =>
        new(pattern, pattern.Root, kind, new WholePattern(), isBackward: false);

    private int Add(PatternOperation operation, int a = 0, int b = 0, CharacterSet? set = null)
    {
        _code.Add(new PatternInstruction(operation, a, b, set, _isBackward));
        _whole.Size++;
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
                EmitMark((2 * capture.Group) + (_isBackward ? 1 : 0));
                Emit(capture.Body);
                EmitMark((2 * capture.Group) + (_isBackward ? 0 : 1));
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

    private void EmitMark(int register)
    {
        if (_kind != PatternProgramKind.Search)
        {
            Add(PatternOperation.Mark, register);
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
            // What has no instructions matches the empty text, however often it comes.
            var start = _code.Count;
            for (var count = 0; count < repeat.Min && !IsTooLong && (count == 0 || _code.Count > start); count++)
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
        var start = _code.Count;
        for (; count > 0 && !IsTooLong && (splits.Count == 0 || _code.Count > start + 1); count--)
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
        if (_kind == PatternProgramKind.Search || !PatternFacts.CanBeEmpty(repeat.Body))
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
        if (repeat.HasCaptures && _kind != PatternProgramKind.Search)
        {
            Add(PatternOperation.Forget, repeat.FirstGroup, repeat.EndGroup);
        }

        Emit(repeat.Body);
    }

    private void EmitLook(LookNode look)
    {
        if (_kind == PatternProgramKind.Search)
        {
            // What comes after a position is found by reading backwards from the end of the text, what comes before it forwards.
            var program = new PatternProgram(_pattern, look.Body, _kind, _whole, isBackward: !look.IsBehind);
            _whole.Looks.Add(program);
            Add(PatternOperation.KnownLook, _whole.Looks.Count - 1, look.IsNegative ? 1 : 0);
            return;
        }

        var at = Add(PatternOperation.Look, b: look.IsNegative ? 1 : 0);
        var wasBackward = _isBackward;
        _isBackward = look.IsBehind;
        Emit(look.Body);
        Add(PatternOperation.Accept);
        _isBackward = wasBackward;
        Patch(at);
    }

    /// <summary>What the programs of one pattern share.</summary>
    private sealed class WholePattern
    {
        public int Size { get; set; }

        public List<PatternProgram> Looks { get; } = [];
    }
}
