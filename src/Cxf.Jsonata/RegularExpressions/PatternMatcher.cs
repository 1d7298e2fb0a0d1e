using System.Collections;
using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Limits;

namespace Cxf.Jsonata.RegularExpressions;

/// <summary>
/// Runs a <see cref="PatternProgram"/> on a text by backtracking, in the order that ECMAScript prescribes. It keeps what it may
/// return to on a stack of its own, asks the evaluation's limits as it works, and so never overflows and never takes for ever.
/// </summary>
internal sealed class PatternMatcher
{
    private const int StepsBetweenChecks = 4096;
    private const int MaxEntries = 1 << 21;
    private const int Unset = -1;
    private readonly PatternProgram _program;
    private readonly string _text;
    private readonly Run _run;
    private readonly TimeSpan _time;
    private readonly long _startedAt;
    private readonly int[] _registers;
    private readonly long _maxSteps;
    private readonly BitArray? _seen;
    private Entry[] _stack = new Entry[32];
    private int _depth;
    private long _steps;

    /// <summary>Something to return to, or a register to restore: its number is then below 0, inverted.</summary>
    /// <param name="Target">The instruction, or the inverted register.</param>
    /// <param name="Value">The position, or the register's value.</param>
    /// <param name="Floor">For a run of characters: how far its end can go back.</param>
    private readonly record struct Entry(int Target, int Value, int Floor);

    private PatternMatcher(PatternProgram program, string text, Run run, TimeSpan time, long maxSteps)
    {
        _maxSteps = maxSteps;
        _seen = program.IsLinear ? new BitArray(program.Splits * (text.Length + 1)) : null;
        _program = program;
        _text = text;
        _run = run;
        _time = time;
        _registers = new int[program.Registers];
        _startedAt = run.Options.TimeProvider.GetTimestamp();
    }

    /// <summary>Finds the first match at or after an index.</summary>
    /// <param name="program">The pattern.</param>
    /// <param name="text">The text.</param>
    /// <param name="from">The index.</param>
    /// <param name="run">The evaluation, for its limits.</param>
    /// <param name="time">How long it may take.</param>
    /// <param name="maxSteps">After how many steps it gives up.</param>
    /// <param name="match">The match, or null.</param>
    /// <returns>False if it gave up.</returns>
    /// <exception cref="JsonataException">The evaluation's limits, or the time, are exceeded.</exception>
    public static bool TryFind(
        PatternProgram program,
        string text,
        int from,
        Run run,
        TimeSpan time,
        long maxSteps,
        out PatternMatch? match
    )
    {
        var matcher = new PatternMatcher(program, text, run, time, maxSteps);
        match = null;
        for (var start = matcher.NextStart(from); start >= 0 && !matcher.HasGivenUp; start = matcher.NextStart(start + 1))
        {
            Array.Fill(matcher._registers, Unset);
            matcher._depth = 0;
            if (matcher.Run(0, start) is { } end)
            {
                matcher._registers[0] = start;
                matcher._registers[1] = end;
                match = new PatternMatch(text, matcher._registers[..(2 * (program.Groups + 1))]);
                return true;
            }
        }

        return !matcher.HasGivenUp;
    }

    private bool HasGivenUp => _steps > _maxSteps;

    /// <summary>The next index at which a match can start, or -1.</summary>
    private int NextStart(int from)
    {
        if (_program.FirstCharacters is { } first)
        {
            while (from < _text.Length && !first.Contains(_text[from]))
            {
                from++;
                Step();
            }

            return from < _text.Length ? from : -1;
        }

        return from <= _text.Length ? from : -1;
    }

    /// <summary>The end of a match of the code at an instruction; null, and all registers as before, if there is none.</summary>
    private int? Run(int instruction, int position)
    {
        StackGuard.Check();
        var floor = _depth;
        while (true)
        {
            Step();
            if (HasGivenUp)
            {
                return null;
            }

            var code = _program.Code[instruction];
            if (code.Operation == PatternOperation.Accept)
            {
                return position;
            }

            if (!TryExecute(code, ref instruction, ref position) && !TryReturn(floor, ref instruction, ref position))
            {
                return null;
            }
        }
    }

    private bool TryExecute(in PatternInstruction code, ref int instruction, ref int position)
    {
        instruction++;
        switch (code.Operation)
        {
            case PatternOperation.Set:
                return TryTake(code, ref position);
            case PatternOperation.Run:
                return TryTakeRun(code, instruction, ref position);
            case PatternOperation.Split or PatternOperation.LazySplit:
                return TrySplit(code, ref instruction, position);
            case PatternOperation.Jump:
                instruction = code.A;
                return true;
            case PatternOperation.Mark:
                Assign(code.A, position);
                return true;
            case PatternOperation.Zero:
                Assign(code.A, 0);
                return true;
            case PatternOperation.Increment:
                Assign(code.A, _registers[code.A] + 1);
                return true;
            case PatternOperation.Forget:
                for (var register = 2 * code.A; register < 2 * code.B; register++)
                {
                    Assign(register, Unset);
                }

                return true;
            case PatternOperation.Loop:
                Enter(_program.Loops[code.A], ref instruction, position);
                return true;
            case PatternOperation.Progress:
                return position != _registers[code.A] || (code.B >= 0 && Needs(_program.Loops[code.B]));
            case PatternOperation.Anchor:
                return Holds((AnchorKind)code.A, position);
            case PatternOperation.Look:
                return TryLook(code, ref instruction, position);
            default:
                return TryRepeat(code, ref position);
        }
    }

    /// <summary>Whether the iteration that ends is one of those that a loop must have.</summary>
    private bool Needs(in CountedLoop loop) => _registers[loop.Counter] <= loop.Min;

    private bool TrySplit(in PatternInstruction code, ref int instruction, int position)
    {
        if (_seen is not null)
        {
            var state = (code.B * (_text.Length + 1)) + position;
            if (_seen[state])
            {
                return false;
            }

            _seen[state] = true;
        }

        if (code.Operation == PatternOperation.Split)
        {
            Push(new Entry(code.A, position, position));
        }
        else
        {
            Push(new Entry(instruction, position, position));
            instruction = code.A;
        }

        return true;
    }

    private bool TryTake(in PatternInstruction code, ref int position)
    {
        var at = code.IsBackward ? position - 1 : position;
        if ((uint)at >= (uint)_text.Length || !code.Set!.Contains(_text[at]))
        {
            return false;
        }

        position += code.IsBackward ? -1 : 1;
        return true;
    }

    private bool TryTakeRun(in PatternInstruction code, int next, ref int position)
    {
        var start = position;
        var count = 0;
        while (count < code.B && !HasGivenUp && TryTake(code, ref position))
        {
            count++;
            Step();
        }

        if (count < code.A || HasGivenUp)
        {
            return false;
        }

        if (count > code.A)
        {
            Push(new Entry(next, position, code.IsBackward ? start - code.A : start + code.A));
        }

        return true;
    }

    /// <summary>The head of a loop: another iteration, or the code after it, whichever the loop prefers.</summary>
    private void Enter(in CountedLoop loop, ref int instruction, int position)
    {
        var count = _registers[loop.Counter];
        if (count < loop.Min)
        {
            return;
        }

        if (count >= loop.Max)
        {
            instruction = loop.Exit;
        }
        else if (loop.IsLazy)
        {
            Push(new Entry(instruction, position, position));
            instruction = loop.Exit;
        }
        else
        {
            Push(new Entry(loop.Exit, position, position));
        }
    }

    private bool TryLook(in PatternInstruction code, ref int instruction, int position)
    {
        var depth = _depth;
        var isFound = Run(instruction, position) is not null;
        if (isFound)
        {
            // There is no way back into it. What it assigned stays on the stack, to be restored with what came before.
            Close(depth, restores: code.B == 1);
        }

        instruction = code.A;
        return isFound == (code.B == 0);
    }

    private bool TryRepeat(in PatternInstruction code, ref int position)
    {
        var (start, end) = (_registers[2 * code.A], _registers[(2 * code.A) + 1]);
        if (start < 0 || end < 0)
        {
            return true;
        }

        var length = end - start;
        var from = code.IsBackward ? position - length : position;
        if (from < 0 || from + length > _text.Length)
        {
            return false;
        }

        for (var offset = 0; offset < length; offset++)
        {
            var (one, other) = (_text[start + offset], _text[from + offset]);
            if (one != other && !(_program.IgnoresCase && CaseFolding.Of(one) == CaseFolding.Of(other)))
            {
                return false;
            }
        }

        _run.Work(length);
        position = code.IsBackward ? from : from + length;
        return true;
    }

    private bool Holds(AnchorKind kind, int position) =>
        kind switch
        {
            AnchorKind.TextStart => position == 0,
            AnchorKind.TextEnd => position == _text.Length,
            AnchorKind.LineStart => position == 0 || CharacterSet.LineEnds.Contains(_text[position - 1]),
            AnchorKind.LineEnd => position == _text.Length || CharacterSet.LineEnds.Contains(_text[position]),
            _ => (IsWord(position - 1) != IsWord(position)) == (kind == AnchorKind.Boundary),
        };

    private bool IsWord(int at) => (uint)at < (uint)_text.Length && CharacterSet.Words.Contains(_text[at]);

    private void Assign(int register, int value)
    {
        if (_registers[register] != value)
        {
            Push(new Entry(~register, _registers[register], 0));
            _registers[register] = value;
        }
    }

    private void Push(in Entry entry)
    {
        if (_depth == _stack.Length)
        {
            if (_depth >= MaxEntries)
            {
                throw LimitErrors.RegexTooSlow();
            }

            Array.Resize(ref _stack, 2 * _depth);
        }

        _stack[_depth++] = entry;
    }

    /// <summary>Goes back to the last choice above a depth of the stack, restoring registers on the way.</summary>
    private bool TryReturn(int floor, ref int instruction, ref int position)
    {
        while (_depth > floor)
        {
            var entry = _stack[--_depth];
            if (entry.Target < 0)
            {
                _registers[~entry.Target] = entry.Value;
                continue;
            }

            instruction = entry.Target;
            position = entry.Value;
            if (entry.Floor != entry.Value)
            {
                position += entry.Floor < entry.Value ? -1 : 1;
                if (position != entry.Floor)
                {
                    Push(entry with { Value = position });
                }
            }

            return true;
        }

        return false;
    }

    /// <summary>Removes the choices above a depth of the stack; registers are restored, or their old values kept for later.</summary>
    private void Close(int depth, bool restores)
    {
        if (restores)
        {
            for (; _depth > depth; _depth--)
            {
                if (_stack[_depth - 1] is { Target: < 0 } entry)
                {
                    _registers[~entry.Target] = entry.Value;
                }
            }

            return;
        }

        var kept = depth;
        for (var at = depth; at < _depth; at++)
        {
            if (_stack[at].Target < 0)
            {
                _stack[kept++] = _stack[at];
            }
        }

        _depth = kept;
    }

    private void Step()
    {
        if (++_steps % StepsBetweenChecks != 0)
        {
            return;
        }

        _run.CheckBudget();
        if (_run.Options.TimeProvider.GetElapsedTime(_startedAt) > _time)
        {
            throw LimitErrors.RegexTooSlow();
        }
    }
}
