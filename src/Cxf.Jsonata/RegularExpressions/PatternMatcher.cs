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
    private readonly PatternProgram _program;
    private readonly string _text;
    private readonly Run _run;
    private readonly TimeSpan _time;
    private readonly long _startedAt;
    private readonly PatternChoices _choices;
    private readonly long _maxSteps;
    private readonly BitArray? _seen;
    private long _steps;

    private PatternMatcher(PatternProgram program, string text, Run run, TimeSpan time, long maxSteps)
    {
        _maxSteps = maxSteps;
        _seen = program.IsLinear ? new BitArray(program.Splits * (text.Length + 1)) : null;
        _program = program;
        _text = text;
        _run = run;
        _time = time;
        _choices = new PatternChoices(program.Registers);
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
            matcher._choices.Clear();
            if (matcher.Run(0, start) is { } end)
            {
                match = new PatternMatch(text, [start, end, .. matcher._choices.Registers[2..(2 * (program.Groups + 1))]]);
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

    /// <summary>
    /// The end of a match of the code at an instruction; null, and all registers as before, if it does not match.
    /// </summary>
    private int? Run(int instruction, int position)
    {
        StackGuard.Check();
        var floor = _choices.Depth;
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

            if (!TryExecute(code, ref instruction, ref position) && !_choices.TryReturn(floor, ref instruction, ref position))
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
                _choices.Assign(code.A, position);
                return true;
            case PatternOperation.Zero:
                _choices.Assign(code.A, 0);
                return true;
            case PatternOperation.Increment:
                _choices.Assign(code.A, _choices.Registers[code.A] + 1);
                return true;
            case PatternOperation.Forget:
                for (var register = 2 * code.A; register < 2 * code.B; register++)
                {
                    _choices.Assign(register, PatternChoices.Unset);
                }

                return true;
            case PatternOperation.Loop:
                Enter(_program.Loops[code.A], ref instruction, position);
                return true;
            case PatternOperation.Progress:
                return position != _choices.Registers[code.A] || (code.B >= 0 && Needs(_program.Loops[code.B]));
            case PatternOperation.Anchor:
                return ((AnchorKind)code.A).Holds(At(position - 1), At(position));
            case PatternOperation.Look:
                return TryLook(code, ref instruction, position);
            default:
                return TryRepeat(code, ref position);
        }
    }

    /// <summary>Whether the iteration that ends is one of those that a loop must have.</summary>
    private bool Needs(in CountedLoop loop) => _choices.Registers[loop.Counter] <= loop.Min;

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
            _choices.Push(code.A, position, position);
        }
        else
        {
            _choices.Push(instruction, position, position);
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
            _choices.Push(next, position, code.IsBackward ? start - code.A : start + code.A);
        }

        return true;
    }

    /// <summary>The head of a loop: another iteration, or the code after it, whichever the loop prefers.</summary>
    private void Enter(in CountedLoop loop, ref int instruction, int position)
    {
        var count = _choices.Registers[loop.Counter];
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
            _choices.Push(instruction, position, position);
            instruction = loop.Exit;
        }
        else
        {
            _choices.Push(loop.Exit, position, position);
        }
    }

    private bool TryLook(in PatternInstruction code, ref int instruction, int position)
    {
        var depth = _choices.Depth;
        var isFound = Run(instruction, position) is not null;
        if (isFound)
        {
            // There is no way back into it. What it assigned stays on the stack, to be restored with what came before.
            _choices.Close(depth, restores: code.B == 1);
        }

        instruction = code.A;
        return isFound == (code.B == 0);
    }

    private bool TryRepeat(in PatternInstruction code, ref int position)
    {
        var (start, end) = (_choices.Registers[2 * code.A], _choices.Registers[(2 * code.A) + 1]);
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

    private int At(int position) => (uint)position < (uint)_text.Length ? _text[position] : -1;

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
