using System.Text.Json.Nodes;

namespace Cxf.Graphs.Tests.Layout;

/// <summary>Makes flow documents: some of any shape, even with mistakes, and some that are well structured.</summary>
internal sealed class RandomFlows(int seed)
{
    private readonly Random _random = new(seed);
    private int _labels;

    /// <summary>Steps that lead anywhere.</summary>
    public JsonObject Any(int steps, int depth = 2)
    {
        var labels = Enumerable.Range(0, steps).Select(_ => $"s{_labels++}").ToList();
        var members = new JsonObject();
        foreach (var label in labels)
        {
            members[label] = Step(labels, depth);
        }

        return new JsonObject
        {
            ["flowId"] = "any",
            ["start"] = Target(labels),
            ["steps"] = members,
        };
    }

    /// <summary>Sequences, decisions whose branches meet again or end the flow, and boxes; no jumps.</summary>
    public JsonObject Structured(int size, int depth = 2)
    {
        var members = new JsonObject();
        var end = NewLabel();
        var start = Sequence(members, size, end, depth);
        members[end] = new JsonObject { ["kind"] = "respond", ["message"] = "Done." };
        return new JsonObject
        {
            ["flowId"] = "structured",
            ["start"] = start,
            ["steps"] = members,
        };
    }

    private string NewLabel() => $"s{_labels++}";

    private string Sequence(JsonObject members, int size, string next, int depth)
    {
        var labels = Enumerable.Range(0, 1 + _random.Next(Math.Max(1, size))).Select(_ => NewLabel()).ToList();
        foreach (var (index, label) in labels.Index())
        {
            var after = index == labels.Count - 1 ? next : labels[index + 1];
            members[label] = _random.Next(5) switch
            {
                0 when size > 1 => Fork(members, size / 2, after, depth),
                1 when depth > 0 => new JsonObject
                {
                    ["kind"] = "parallel",
                    ["branches"] = Branches(size / 2, depth),
                    ["next"] = after,
                },
                _ => new JsonObject
                {
                    ["kind"] = "wait",
                    ["seconds"] = 1,
                    ["next"] = after,
                },
            };
        }

        return labels[0];
    }

    private JsonObject Fork(JsonObject members, int size, string next, int depth)
    {
        var choices = new JsonArray();
        for (var count = 1 + _random.Next(3); count > 0; count--)
        {
            choices.Add((JsonNode)new JsonObject { ["when"] = "{% $a %}", ["next"] = Branch(members, size, next, depth) });
        }

        return new JsonObject
        {
            ["kind"] = "decision",
            ["choices"] = choices,
            ["otherwise"] = Branch(members, size, next, depth),
        };
    }

    private string Branch(JsonObject members, int size, string next, int depth)
    {
        if (_random.Next(4) == 0)
        {
            return next;
        }

        if (_random.Next(4) == 0)
        {
            var end = NewLabel();
            members[end] = new JsonObject { ["kind"] = "fail", ["message"] = "No." };
            return _random.Next(2) == 0 ? end : Sequence(members, size, end, depth);
        }

        return Sequence(members, size, next, depth);
    }

    private JsonObject Branches(int size, int depth)
    {
        var branches = new JsonObject();
        for (var count = 1 + _random.Next(2); count > 0; count--)
        {
            var members = new JsonObject();
            var end = NewLabel();
            var start = Sequence(members, size, end, depth - 1);
            members[end] = new JsonObject { ["kind"] = "wait", ["seconds"] = 1 };
            branches[$"b{count}"] = new JsonObject { ["start"] = start, ["steps"] = members };
        }

        return branches;
    }

    private JsonNode? Step(List<string> labels, int depth)
    {
        var step = new JsonObject
        {
            ["kind"] = (JsonNode?)Pick(
                "restApi",
                "restApi",
                "decision",
                "decision",
                "wait",
                "transform",
                "respond",
                "fail",
                "forEach",
                "parallel",
                "oops"
            ),
        };
        var kind = step["kind"]!.GetValue<string>();
        if (kind == "decision")
        {
            var choices = new JsonArray();
            for (var count = _random.Next(4); count > 0; count--)
            {
                choices.Add(
                    (JsonNode)
                        new JsonObject
                        {
                            ["when"] = Pick("{% $a %}", "{% $a and $b and ($c or $d) and $a_long_name %}"),
                            ["next"] = Target(labels),
                        }
                );
            }

            step["choices"] = choices;
            step["otherwise"] = Target(labels);
        }
        else if (kind is not ("respond" or "fail") && _random.Next(6) > 0)
        {
            step["next"] = Target(labels);
        }

        if (kind is "restApi" or "forEach" or "parallel")
        {
            var errors = new JsonObject();
            foreach (var code in ((string[])["ApiTimeout", "ApiNotFound", "any"]).Where(_ => _random.Next(3) == 0))
            {
                errors[code] = Target(labels);
            }

            step["onError"] = errors;
            if (kind == "restApi" && _random.Next(5) == 0)
            {
                step["undo"] = Target(labels);
            }
        }

        if (depth > 0 && kind == "forEach")
        {
            var body = Any(1 + _random.Next(4), depth - 1);
            (step["start"], step["steps"]) = (body["start"]!.DeepClone(), body["steps"]!.DeepClone());
        }
        else if (depth > 0 && kind == "parallel")
        {
            step["branches"] = new JsonObject
            {
                ["a"] = Any(1 + _random.Next(3), depth - 1),
                ["b"] = Any(1 + _random.Next(3), depth - 1),
            };
        }

        return _random.Next(60) == 0 ? 7 : step;
    }

    private string Target(List<string> labels) => _random.Next(25) == 0 ? "gone" : labels[_random.Next(labels.Count)];

    private string Pick(params string[] values) => values[_random.Next(values.Length)];
}
