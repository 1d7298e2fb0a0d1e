using System.Reflection;
using System.Text;
using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.History;

namespace Cxf.StatesLanguage.Tests.History;

/// <summary>Details are written when an execution ends and read when somebody asks for its history.</summary>
public sealed class DetailsPackTests
{
    private static readonly ExecutionStartedDetails Started = new(Payload.Parse("""{"n":1}"""), "role", null, "version");

    // What a text can be: of an expression, it can have half a surrogate pair.
    private static readonly string?[] Texts = ["a", "", null, "ÄÖ😀", "half \ud83d", new string('x', 5_000), "a\0b"];

    private static readonly string[] Documents = ["{}", "\"ü\"", $"\"{new string('y', 10_000)}\"", "[1,2]"];

    public static TheoryData<Type> Kinds =>
        [.. typeof(HistoryEventDetails).Assembly.GetTypes().Where(static type => type.BaseType == typeof(HistoryEventDetails))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Details_are_read_as_they_were_written(Type kind)
    {
        var written = Enumerable.Range(0, 40).Select(variant => Sample(kind, variant)).ToList();
        var pack = new PackWriter();
        written.ForEach(details => DetailsPack.Write(pack, details));
        var reader = new PackReader(pack.Bytes.ToArray(), pack.Objects.ToArray());

        foreach (var details in written)
        {
            Assert.Equal(Json(details), Json(DetailsPack.Read(reader, Started)!));
        }
    }

    [Fact]
    public void An_event_without_details_stays_without()
    {
        var pack = new PackWriter();
        DetailsPack.Write(pack, null);

        Assert.Null(DetailsPack.Read(new PackReader(pack.Bytes.ToArray(), default), Started));
    }

    private static HistoryEventDetails Sample(Type kind, int variant)
    {
        if (kind == typeof(ExecutionStartedDetails))
        {
            return Started;
        }

        var parameters = kind.GetConstructors().Single(static each => each.GetParameters().Length > 0).GetParameters();
        var arguments = parameters.Select((parameter, index) => Sample(parameter, variant + (3 * index))).ToArray();
        return (HistoryEventDetails)Activator.CreateInstance(kind, arguments)!;
    }

    private static object? Sample(ParameterInfo parameter, int variant)
    {
        var document = Documents[variant % Documents.Length];
        var isOptional = new NullabilityInfoContext().Create(parameter).ReadState == NullabilityState.Nullable;
        return parameter.ParameterType switch
        {
            var type when type == typeof(string) => Texts[variant % Texts.Length] ?? (isOptional ? null : "other"),
            var type when type == typeof(int) => variant % 2 == 0 ? variant : int.MaxValue,
            var type when type == typeof(long?) => (variant % 3) switch
            {
                0 => null,
                1 => long.MinValue,
                _ => (long)variant,
            },
            var type when type == typeof(Payload) => Payload.Parse(document),
            _ => Enumerable
                .Range(0, variant % 3)
                .Select(index => new KeyValuePair<string, Payload>($"ä{index}", Payload.Parse(document)))
                .ToArray(),
        };
    }

    /// <summary>JSON cannot say half a surrogate pair, so the texts are compared too.</summary>
    private static string Json(HistoryEventDetails details)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            details.WriteMembers(json, includeData: true);
            json.WriteEndObject();
        }

        var texts = details.GetType().GetProperties().Where(static each => each.PropertyType == typeof(string));
        return Encoding.UTF8.GetString(stream.ToArray())
            + string.Join('|', texts.Select(text => text.GetValue(details) is string value ? $"'{value}'" : "null"));
    }
}
