using System.Text;

namespace Cxf.Flows.Tests.Timing;

/// <summary>Random flows of every kind of step: chains, branches, loops, bodies in bodies.</summary>
internal sealed class RandomFlow(Random random)
{
    private const int MaxDepth = 2;

    private readonly Stack<string?> _heads = new([null]);
    private int _steps;

    /// <summary>Whether its steps are few and short, so that a caller can mostly wait for it.</summary>
    public bool IsQuick { get; init; }

    /// <summary>
    /// Whether loops are entered and left anywhere, lie in each other, and errors lead back; nothing but chance ends them.
    /// </summary>
    public bool HasFreeLoops { get; init; }

    /// <summary>Whether some steps of the flow itself name a step that undoes them, and expressions fail by chance.</summary>
    public bool HasUndo { get; init; }

    /// <summary>The flows that it can run, each with the version where one is compiled in.</summary>
    public IReadOnlyList<(string Flow, int? Version)> Children { get; init; } = [];

    /// <summary>A document.</summary>
    public string Document(string caller, string flowId = "random")
    {
        var first = Chain(out var steps, "respond_1", 0);
        return "{\"flowId\":\""
            + flowId
            + "\",\"caller\":\""
            + caller
            + "\",\"start\":\""
            + (HasFreeLoops ? first : "begin")
            + "\",\"steps\":{"
            + (
                HasFreeLoops
                    ? ""
                    : "\"begin\":{\"kind\":\"transform\",\"assign\":{\"many\":\"{% [1.."
                        + random.Next(1, 5)
                        + "] %}\"},\"next\":\""
                        + first
                        + "\"},"
            )
            + steps
            + "\"respond_1\":{\"kind\":\"respond\",\"message\":\""
            + (HasUndo ? "{% $random() > 0.8 ? $error('no') : 'Done.' %}" : "Done.")
            + "\"}"
            + (steps.Contains("\"fail_1\"") ? ",\"fail_1\":{\"kind\":\"fail\",\"message\":\"No.\"}" : "")
            + "}}";
    }

    /// <summary>
    /// A few steps one after the other; what they are is in <paramref name="text"/>, the label of the first is returned.
    /// </summary>
    private string Chain(out string text, string? next, int depth)
    {
        var all = new StringBuilder();
        var steps =
            HasUndo && depth == 0 && !IsQuick ? random.Next(3, 7)
            : random.Next(2) == 0 ? 1
            : random.Next(1, depth == 0 && !IsQuick ? 5 : 3);
        for (var count = steps; count > 0; count--)
        {
            // From the last to the first, so that each knows what comes after it; loops take several.
            next = Step(all, next, depth);
        }

        text = all.ToString();
        return next!;
    }

    private string Step(StringBuilder all, string? next, int depth)
    {
        var number = ++_steps;
        var onwards = next is null ? "" : $",\"next\":\"{next}\"";
        if (HasUndo && next is not null && random.Next(6) == 0)
        {
            all.Append(
                $"\"set_{number}\":{{\"kind\":\"transform\",\"assign\":{{\"s_{number}\":\"{{% $random() > 0.8 ? "
                    + $"$error('no') : [1] %}}\",\"t_{number}\":[[1],null]}}{onwards}}},"
            );
            return $"set_{number}";
        }

        if (Children.Count > 0 && random.Next(3) == 0)
        {
            var (flow, version) = Children[random.Next(Children.Count)];
            var undoRun = Undo(all, $"run_{number}", next, depth);
            all.Append(
                $"\"run_{number}\":{{\"kind\":\"runFlow\","
                    + $"\"flowId\":\"{flow}\"{(version is null ? "" : $",\"version\":{version}")}{OnError(next, depth)}"
                    + $"{undoRun}{onwards}}},"
            );
            return $"run_{number}";
        }

        if (HasFreeLoops && next is not null && random.Next(3) == 0)
        {
            return FreeLoop(all, next, number, depth);
        }

        switch (HasUndo && depth == 0 && random.Next(2) == 0 ? 6 : random.Next(depth < MaxDepth ? 7 : 4))
        {
            case 0:
                all.Append($"\"wait_{number}\":{{\"kind\":\"wait\",\"seconds\":{random.Next(1, IsQuick ? 2 : 30)}{onwards}}},");
                return $"wait_{number}";
            case 1 when next is not null:
                var otherwise = Step(all, next, depth);
                all.Append(
                    $"\"decision_{number}\":{{\"kind\":\"decision\",\"choices\":[{{\"when\":\"{{% $random() > 0.5 "
                        + $"%}}\",\"next\":\"{next}\"}}],\"otherwise\":\"{otherwise}\"}},"
                );
                return $"decision_{number}";
            case 2 when next is not null:
                return Loop(all, next, number);
            case 4:
                all.Append(
                    $"\"parallel_{number}\":{{\"kind\":\"parallel\",\"branches\":{{\"a\":{Body(depth)},"
                        + $"\"b\":{Body(depth)}}}{OnError(next, depth)}{onwards}}},"
                );
                return $"parallel_{number}";
            case 5:
                var body = Body(depth);
                all.Append(
                    $"\"all_{number}\":{{\"kind\":\"forEach\",\"items\":\"{{% {(HasFreeLoops ? "[1..3]" : "$many")} "
                        + $"%}}\",\"atMost\":5,\"item\":\"item_{number}\",\"index\":\"index_{number}\","
                        + $"\"concurrency\":{random.Next(1, 4)},{body[1..^1]}{OnError(next, depth)}{onwards}}},"
                );
                return $"all_{number}";
            default:
                var call = Call(next, depth);
                var undo = call.Contains("POST") ? Undo(all, $"call_{number}", next, depth) : "";
                all.Append($"\"call_{number}\":{call}{undo}{onwards}}},");
                return $"call_{number}";
        }
    }

    /// <summary>A call, its counter and the decision that leads back to the call.</summary>
    private string Loop(StringBuilder all, string next, int number)
    {
        all.Append(
            $"\"set_{number}\":{{\"kind\":\"transform\",\"assign\":{{\"n_{number}\":{random.Next(3)}}},"
                + $"\"next\":\"call_{number}\"}},"
                + $"\"call_{number}\":{Call($"count_{number}", 1)},\"next\":\"count_{number}\"}},"
                + $"\"count_{number}\":{{\"kind\":\"transform\",\"assign\":{{\"n_{number}\":\"{{% $n_{number} + "
                + $"{random.Next(1, 3)} %}}\"}},\"next\":\"again_{number}\"}},"
                + $"\"again_{number}\":{{\"kind\":\"decision\",\"choices\":[{{\"when\":\"{{% $n_{number} < "
                + $"{random.Next(1, 6)} %}}\",\"next\":\"call_{number}\"}}],\"otherwise\":\"{next}\"}},"
        );
        return $"set_{number}";
    }

    /// <summary>
    /// A loop that begins with a wait, which errors inside lead back to, or with the step behind it. Its last step leads back to
    /// either, or on.
    /// </summary>
    private string FreeLoop(StringBuilder all, string next, int number, int depth)
    {
        _heads.Push($"head_{number}");
        var first = Chain(out var body, $"again_{number}", Math.Min(depth + 1, MaxDepth));
        _heads.Pop();
        all.Append(
            body
                + $"\"head_{number}\":{{\"kind\":\"wait\",\"seconds\":1,\"next\":\"{first}\"}},"
                + $"\"again_{number}\":{{\"kind\":\"decision\",\"choices\":[{{\"when\":\"{{% $random() > 0.7 %}}\","
                + $"\"next\":\"head_{number}\"}},"
                + $"{{\"when\":\"{{% $random() > 0.7 %}}\",\"next\":\"{first}\"}}],\"otherwise\":\"{next}\"}},"
        );
        return random.Next(2) == 0 ? $"head_{number}" : first;
    }

    private string Body(int depth)
    {
        // Nothing leads out of a body.
        _heads.Push(null);
        var first = Chain(out var steps, null, depth + 1);
        _heads.Pop();
        return $"{{\"start\":\"{first}\",\"steps\":{{{steps.TrimEnd(',')}}}}}";
    }

    // Open at its end: the caller closes the object.
    private string Call(string? next, int depth) =>
        $"{{\"kind\":\"restApi\",\"connection\":\"crm\",\"method\":\"{(random.Next(2) == 0 ? "GET" : "POST")}\","
        + $"\"path\":\"/x\",\"timeoutSeconds\":{random.Next(1, IsQuick ? 2 : 5)},\"select\":\"id\""
        + (
            IsQuick || random.Next(2) == 0
                ? ""
                : (
                    $",\"retry\":{{\"attempts\":{random.Next(1, 4)},\"intervalSeconds\":{random.Next(1, 4)},"
                    + $"\"backoffRate\":{random.Next(1, 4)},\"on\":[\"{(random.Next(2) == 0 ? "any" : "ApiTimeout")}\","
                    + $"\"ApiUnavailable\"]}}"
                ).Replace("\"any\",\"ApiUnavailable\"", "\"any\"")
        )
        + OnError(next, depth);

    // Only the flow's own steps can be undone, and at this depth none of them is in a loop.
    private string Undo(StringBuilder all, string label, string? next, int depth)
    {
        if (!HasUndo || next is null || depth > 0 || random.Next(4) == 0)
        {
            return "";
        }

        all.Append(
            $"\"undo_{label}\":{{\"kind\":\"restApi\",\"connection\":\"crm\",\"method\":\"POST\",\"path\":"
                + $"\"{{% '/undo/' & $type(${label}) %}}\",\"timeoutSeconds\":{random.Next(1, 3)}"
                + (random.Next(2) == 0 ? ",\"retry\":{\"attempts\":1}" : "")
                + "},"
        );
        return $",\"undo\":\"undo_{label}\"";
    }

    private string OnError(string? next, int depth) =>
        next is null || random.Next(2) == 0 ? ""
        : HasFreeLoops && _heads.Peek() is { } head && random.Next(2) == 0
            ? $",\"onError\":{{\"ApiTimeout\":\"{head}\",\"any\":\"{next}\"}}"
        : $",\"onError\":{{\"any\":\"{(depth == 0 && random.Next(3) == 0 ? "fail_1" : next)}\"}}";
}
