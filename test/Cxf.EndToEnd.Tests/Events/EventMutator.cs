using System.Text;
using System.Text.Json.Nodes;

namespace Cxf.EndToEnd.Tests.Events;

/// <summary>Changes events as no sender means to: members go, come, change type and size; bytes are lost and turned.</summary>
internal sealed class EventMutator(Random random)
{
    private const int MaxChanges = 4;

    private static readonly string[] Names =
    [
        "tenantId",
        "flowId",
        "payload",
        "requestKey",
        "callerLimitSeconds",
        "responseMode",
        "runId",
        "Details",
        "Parameters",
        "ContactData",
        "ContactId",
        "InstanceARN",
        "Name",
        "new",
        "",
        "a.b",
        "__proto__",
        "é",
    ];

    private static readonly string[] Values =
    [
        "null",
        "true",
        "0",
        "-1",
        "1e999",
        "123456789012345678901234567890",
        "0.1",
        "\"\"",
        "\" \"",
        "\"acme\"",
        "\"create_lead\"",
        "\"direct\"",
        "\"JSON\"",
        "\"STRING_MAP\"",
        "\"8\"",
        "\"NaN\"",
        "\"{}\"",
        "\"[]\"",
        "\"{\\\"a\\\":1}\"",
        "\"\\u0000\"",
        "\"\\u2028\"",
        "\"é😀\"",
        "[]",
        "{}",
        "[[[[[[]]]]]]",
        """{"a":{"b":[1,"2",null,{"c":false}]}}""",
        """{"tenantId":"globex"}""",
    ];

    /// <summary>A changed event, as bytes.</summary>
    public byte[] Change(JsonNode seed)
    {
        var changed = seed.DeepClone();
        for (var left = random.Next(MaxChanges); left >= 0; left--)
        {
            ChangeMember(changed);
        }

        return ChangeBytes(Encoding.UTF8.GetBytes(changed.ToJsonString()));
    }

    private void ChangeMember(JsonNode root)
    {
        var objects = Objects(root).ToList();
        if (objects.Count == 0)
        {
            return;
        }

        var holder = objects[random.Next(objects.Count)];
        var name =
            holder.Count > 0 && random.Next(4) > 0
                ? holder.ElementAt(random.Next(holder.Count)).Key
                : Names[random.Next(Names.Length)];
        switch (random.Next(6))
        {
            case 0:
                holder.Remove(name);
                break;
            case 1 when holder[name] is { } value:
                holder.Remove(name);
                holder[Names[random.Next(Names.Length)]] = value;
                break;
            case 2 when holder[name] is { } value:
                holder[name] = JsonValue.Create(value.ToJsonString());
                break;
            case 3:
                holder[name] = JsonValue.Create(new string((char)random.Next(' ', '~'), random.Next(40_000)));
                break;
            case 4 when holder[name] is { } value:
                holder[name] = new JsonArray(value.DeepClone());
                break;
            default:
                holder[name] = JsonNode.Parse(Values[random.Next(Values.Length)]);
                break;
        }
    }

    private byte[] ChangeBytes(byte[] json)
    {
        switch (random.Next(12))
        {
            case 0:
                return [.. Encoding.UTF8.GetPreamble(), .. json];
            case 1:
                return json[..random.Next(json.Length)];
            case 2:
                json[random.Next(json.Length)] = (byte)random.Next(256);
                return json;
            case 3:
                var at = random.Next(json.Length);
                return [.. json[..at], .. "\\ud800"u8, .. json[at..]];
            case 4:
                return Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(json));
            default:
                return json;
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) =>
        node switch
        {
            JsonObject one => one.Select(member => member.Value).SelectMany(Objects).Prepend(one),
            JsonArray list => list.SelectMany(Objects),
            _ => [],
        };
}
