using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cxf.Flows.Tests.Fuzz;

/// <summary>Changes flow documents at random: values, names, whole steps, expressions, and now and then the bare text.</summary>
internal sealed class DocumentMutator(int seed, IReadOnlyList<string> documents)
{
    private static readonly string[] Texts =
    [
        "",
        "{% $payload %}",
        "{% %}",
        "{%",
        "{% $a.b[0] & 'x' %}",
        "{% ($f := function($x){ $x > 0 ? $f($x - 1) : 0 }; $f(3)) %}",
        "{% $n + 1 %}",
        "{% $n < 5 %}",
        "{% $states.input.x %}",
        "{% $exists($n) ? $n : 0 %}",
        "{% [1..3].($ * 2) %}",
        "{% $$ %}",
        "{% %.a %}",
        "{% 'a' + 1 %}",
        "{% $map([1], function($v) { $v }) %}",
        "{% **.a[$x] ^(b) %}",
        "{% $rest_api_1.body ~> |$|{'a': 1}| %}",
        "respond_1",
        "rest_api_1",
        "wait_1",
        "forEach",
        "parallel",
        "runFlow",
        "transform",
        "decision",
        "any",
        "live",
        "2030-01-31T08:00:00Z",
        "\ud800",
        "a/b~c",
        "9999999999",
        "AKIAABCDEFGHIJKLMNOP",
        "auto",
        "waits",
        "continues",
        "crm",
    ];

    private static readonly string[] Names =
    [
        "kind",
        "next",
        "start",
        "steps",
        "onError",
        "assign",
        "branches",
        "items",
        "atMost",
        "when",
        "choices",
        "otherwise",
        "outputs",
        "retry",
        "version",
        "item",
        "index",
        "",
        "a b",
    ];

    private readonly Random _random = new(seed);

    public string Next()
    {
        var document = documents[_random.Next(documents.Count)];
        if (_random.Next(10) == 0)
        {
            return Scratch(document);
        }

        var root = Parse(document);
        for (var count = _random.Next(1, 5); root is not null && count > 0; count--)
        {
            Mutate(root);
        }

        return root?.ToJsonString() ?? Scratch(document);
    }

    private static JsonNode? Parse(string document)
    {
        try
        {
            return JsonNode.Parse(document, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Mutate(JsonNode root)
    {
        var nodes = All(root).ToList();
        switch (nodes[_random.Next(nodes.Count)])
        {
            case JsonObject holder when holder.Count > 0:
                MutateMember(holder, nodes);
                break;
            case JsonArray list when list.Count > 0 && _random.Next(2) == 0:
                list.RemoveAt(_random.Next(list.Count));
                break;
            case JsonArray list:
                list.Add(Value(nodes));
                break;
        }
    }

    private void MutateMember(JsonObject holder, List<JsonNode> nodes)
    {
        var name = holder.ElementAt(_random.Next(holder.Count)).Key;
        switch (_random.Next(6))
        {
            case 0:
                holder.Remove(name);
                break;
            case 1:
                var moved = holder[name]?.DeepClone();
                holder.Remove(name);
                holder[_random.Next(2) == 0 ? Names[_random.Next(Names.Length)] : name + "_2"] = moved;
                break;
            case 2 when holder[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String:
                holder[name] = Scratch(value.GetValue<string>());
                break;
            default:
                holder[name] = Value(nodes);
                break;
        }
    }

    private JsonNode? Value(List<JsonNode> nodes) =>
        _random.Next(8) switch
        {
            0 => null,
            1 => _random.Next(-2, 70),
            2 => _random.NextDouble() * 1e18,
            3 => _random.Next(2) == 0,
            4 => new JsonArray(Texts[_random.Next(Texts.Length)]),
            5 => nodes[_random.Next(nodes.Count)].DeepClone(),
            _ => Texts[_random.Next(Texts.Length)],
        };

    /// <summary>Cuts out, doubles or replaces a few characters.</summary>
    private string Scratch(string text)
    {
        var at = _random.Next(text.Length + 1);
        var length = Math.Min(text.Length - at, _random.Next(8));
        return _random.Next(3) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, text.Substring(at, length)),
            _ => text.Insert(at, Texts[_random.Next(Texts.Length)]),
        };
    }

    private static IEnumerable<JsonNode> All(JsonNode node)
    {
        yield return node;
        var children = node switch
        {
            JsonObject holder => holder.Select(member => member.Value),
            JsonArray list => list,
            _ => [],
        };
        foreach (var inner in children.OfType<JsonNode>().SelectMany(All))
        {
            yield return inner;
        }
    }
}
