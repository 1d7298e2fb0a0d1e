using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Documents.Editing;

namespace Cxf.Documents.Tests.Editing;

/// <summary>An edit changes the characters that it must, and the value that it is about.</summary>
public sealed class EditableJsonTests
{
    private const string Lines = """
        {
          "a": 1,
          "b": { "c": [1, 2] },
          "d": "last"
        }
        """;

    [Theory]
    [InlineData("/a", "2", "  \"a\": 2,")]
    [InlineData("/b/c/0", "\"x\"", "  \"b\": { \"c\": [\"x\", 2] },")]
    [InlineData("/b/c/2", "3", "  \"b\": { \"c\": [1, 2, 3] },")]
    [InlineData("/b/e", "true", "  \"b\": { \"c\": [1, 2], \"e\": true },")]
    [InlineData("/d", "\"ü \\\" {% 'x' %}\"", "  \"d\": \"ü \\\" {% 'x' %}\"")]
    public void A_value_is_set_in_its_line_only(string pointer, string value, string line)
    {
        var edited = Edited(Lines).Set(pointer, Json(value));
        Assert.Contains(line, edited.Text.Split('\n'));
        Assert.Equal(Lines.Split('\n').Length - 1, edited.Text.Split('\n').Intersect(Lines.Split('\n')).Count());
    }

    [Theory]
    [InlineData("/a", "{\n  \"b\": { \"c\": [1, 2] },\n  \"d\": \"last\"\n}")]
    [InlineData("/b", "{\n  \"a\": 1,\n  \"d\": \"last\"\n}")]
    [InlineData("/d", "{\n  \"a\": 1,\n  \"b\": { \"c\": [1, 2] }\n}")]
    [InlineData("/b/c", "{\n  \"a\": 1,\n  \"b\": {},\n  \"d\": \"last\"\n}")]
    [InlineData("/b/c/0", "{\n  \"a\": 1,\n  \"b\": { \"c\": [2] },\n  \"d\": \"last\"\n}")]
    [InlineData("/b/c/1", "{\n  \"a\": 1,\n  \"b\": { \"c\": [1] },\n  \"d\": \"last\"\n}")]
    [InlineData("/nothing", Lines)]
    public void First_middle_last_and_only_are_removed_with_what_separates_them(string pointer, string after) =>
        Assert.Equal(after, Edited(Lines).Remove(pointer).Text);

    [Fact]
    public void A_new_member_stands_where_the_usual_order_has_it()
    {
        var text = Edited("{ \"kind\": \"wait\", \"next\": \"b\" }").Set("/seconds", Json("3"), ["kind", "seconds", "next"]);
        Assert.Equal("{ \"kind\": \"wait\", \"seconds\": 3, \"next\": \"b\" }", text.Text);
        Assert.Equal("{ \"a\": 1, \"b\": 2 }", Edited("{ \"b\": 2 }").Set("/a", Json("1"), ["a", "b"]).Text);
    }

    [Theory]
    [InlineData("\n", "  ")]
    [InlineData("\r\n", "  ")]
    [InlineData("\n", "\t")]
    [InlineData("\r\n", "    ")]
    public void What_is_added_is_laid_out_as_the_rest(string newLine, string unit)
    {
        var text = $"{{{newLine}{unit}\"steps\": {{{newLine}{unit}{unit}\"a\": 1{newLine}{unit}}}{newLine}}}";
        var added = Edited(text).Set("/steps/b", Json("""{"kind":"wait","seconds":1,"next":"c"}""")).Text;
        Assert.Equal(
            text.Replace(
                $"\"a\": 1",
                $"\"a\": 1,{newLine}{unit}{unit}\"b\": {{{newLine}{unit}{unit}{unit}\"kind\": \"wait\","
                    + $"{newLine}{unit}{unit}{unit}\"seconds\": 1,{newLine}{unit}{unit}{unit}\"next\": \"c\""
                    + $"{newLine}{unit}{unit}}}"
            ),
            added
        );
        Assert.Equal(text, Edited(added).Remove("/steps/b").Text);
    }

    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("[1,[],{\"a\":1}]", "[1, [], { \"a\": 1 }]")]
    [InlineData("{\"a\":[{\"b\":1,\"c\":2}]}", "{ \"a\": [{ \"b\": 1, \"c\": 2 }] }")]
    [InlineData("{\"a\":{\"b\":1}}", "{\n  \"a\": { \"b\": 1 }\n}")]
    [InlineData("{\"a\":1,\"b\":2,\"c\":3}", "{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}")]
    public void Small_values_are_written_on_one_line(string value, string written) =>
        Assert.Equal(written, Edited("1").Set("", Json(value)).Text);

    [Fact]
    public void Objects_that_would_hold_a_value_are_made() =>
        Assert.Equal("{ \"onError\": { \"any\": \"x\" } }", Edited("{}").Set("/onError/any", Json("\"x\"")).Text);

    [Fact]
    public void Parts_of_a_text_are_replaced_and_its_escapes_stay() =>
        Assert.Equal(
            """["\u00e9\n$new \"$new\""]""",
            Edited("""["\u00e9\n$old \"$old\""]""").ReplaceParts("/0", [(2, 4), (8, 4)], "$new").Text
        );

    [Theory]
    [InlineData(0, 2, "[2,\n  {\"a\" : 3}, 1]")]
    [InlineData(2, 0, "[{\"a\" : 3},\n  1, 2]")]
    [InlineData(0, 1, "[2,\n  1, {\"a\" : 3}]")]
    [InlineData(1, 3, "[1,\n  2, {\"a\" : 3}]")]
    public void An_item_moves_and_what_separates_the_items_stays(int from, int to, string after) =>
        Assert.Equal(after, Edited("[1,\n  2, {\"a\" : 3}]").Reorder("", from, to).Text);

    [Fact]
    public void A_name_is_replaced_in_its_place() =>
        Assert.Equal("""{"a\"c": 1, "b": 2}""", Edited("""{"\u0061": 1, "b": 2}""").Rename("/a", "a\"c").Text);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"a\": 1,}")]
    [InlineData("{} {}")]
    public void Text_that_is_not_JSON_cannot_be_edited(string text) => Assert.Null(EditableJson.Parse(text));

    [Fact]
    public void Random_edits_give_the_value_that_the_same_edits_of_a_value_give()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            var node = RandomValue(random, 0, isHolder: true);
            var text = Edited(RandomLayout(random, node));
            for (var step = 0; step < 6; step++)
            {
                (text, node) = RandomEdit(random, text, node);
                Assert.True(
                    JsonNode.DeepEquals(node, JsonNode.Parse(text.Text)),
                    $"Seed {seed}, edit {step}: {text.Text} should be {node.ToJsonString()}"
                );
            }
        }
    }

    private static (EditableJson, JsonNode) RandomEdit(Random random, EditableJson text, JsonNode node)
    {
        var value = RandomValue(random, 2, isHolder: false);
        var pointers = PointersOf(node, "").Where(pointer => pointer.Length > 0).ToList();
        if (pointers.Count == 0 || random.Next(3) == 0)
        {
            var holders = PointersOf(node, "").Where(pointer => Find(node, pointer) is JsonObject).ToList();
            if (holders.Count > 0)
            {
                var pointer = JsonPointer.Append(holders[random.Next(holders.Count)], $"new~/{random.Next(50)}");
                ((JsonObject)Find(node, JsonPointer.Parent(pointer))!)[JsonPointer.Last(pointer)] = value.DeepClone();
                return (text.Set(pointer, Json(value.ToJsonString())), node);
            }
        }

        if (pointers.Count == 0)
        {
            return (text, node);
        }

        var chosen = pointers[random.Next(pointers.Count)];
        var parent = Find(node, JsonPointer.Parent(chosen));
        if (random.Next(2) == 0)
        {
            Remove(parent!, JsonPointer.Last(chosen));
            return (text.Remove(chosen), node);
        }

        if (parent is JsonObject members)
        {
            members[JsonPointer.Last(chosen)] = value.DeepClone();
        }
        else
        {
            ((JsonArray)parent!)[int.Parse(JsonPointer.Last(chosen))] = value.DeepClone();
        }

        return (text.Set(chosen, Json(value.ToJsonString())), node);
    }

    private static void Remove(JsonNode parent, string name)
    {
        if (parent is JsonObject members)
        {
            members.Remove(name);
        }
        else
        {
            ((JsonArray)parent).RemoveAt(int.Parse(name));
        }
    }

    private static JsonNode? Find(JsonNode node, string pointer) =>
        pointer
            .Split('/')
            .Skip(1)
            .Aggregate(
                (JsonNode?)node,
                (found, part) => found is JsonArray items ? items[int.Parse(part)] : found?[JsonPointer.Unescape(part)]
            );

    private static IEnumerable<string> PointersOf(JsonNode? node, string at) =>
        node switch
        {
            JsonObject members => members.SelectMany(one => PointersOf(one.Value, JsonPointer.Append(at, one.Key))).Prepend(at),
            JsonArray items => items.SelectMany((one, index) => PointersOf(one, JsonPointer.Append(at, index))).Prepend(at),
            _ => [at],
        };

    private static JsonNode RandomValue(Random random, int depth, bool isHolder) =>
        (isHolder ? random.Next(2) : random.Next(depth < 3 ? 5 : 3) + (depth < 3 ? 0 : 2)) switch
        {
            0 => new JsonObject(
                Enumerable
                    .Range(0, random.Next(4))
                    .Select(index =>
                        KeyValuePair.Create($"m{index}ü", (JsonNode?)RandomValue(random, depth + 1, isHolder: false))
                    )
            ),
            1 => new JsonArray([
                .. Enumerable.Range(0, random.Next(4)).Select(_ => RandomValue(random, depth + 1, isHolder: false)),
            ]),
            2 => JsonValue.Create(random.Next(1_000)),
            3 => JsonValue.Create(random.Next(2) == 0),
            _ => JsonValue.Create(new string('x', random.Next(60)) + "\"\\é😀\n"),
        };

    // Every kind of white space that JSON allows, between any two tokens.
    private static string RandomLayout(Random random, JsonNode? node)
    {
        string[] spaces = ["", "", " ", "\n", "\r\n  ", "\t", "\n    "];
        var (before, after) = (spaces[random.Next(spaces.Length)], spaces[random.Next(spaces.Length)]);
        return node switch
        {
            JsonObject members => before
                + "{"
                + string.Join(
                    ",",
                    members.Select(one =>
                        $"{spaces[random.Next(spaces.Length)]}{JsonSerializer.Serialize(one.Key)}"
                        + $"{spaces[random.Next(spaces.Length)]}:{RandomLayout(random, one.Value)}"
                    )
                )
                + after
                + "}",
            JsonArray items => $"{before}[{string.Join(",", items.Select(one => RandomLayout(random, one)))}{after}]",
            _ => before + node!.ToJsonString() + after,
        };
    }

    private static EditableJson Edited(string text) => EditableJson.Parse(text)!;

    private static JsonElement Json(string text) => JsonElement.Parse(text);
}
