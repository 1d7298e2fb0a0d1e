using System.Text.Json;

namespace Cxf.Local.ContactFlows.Reading;

/// <summary>Where each value of a JSON text stands, by its pointer.</summary>
internal sealed class JsonPlaces
{
    private readonly Dictionary<string, long> _starts = [];
    private readonly byte[] _text;

    private JsonPlaces(byte[] text) => _text = text;

    /// <summary>Reads the whole text, so that a text that passed can be read again without surprises.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="InvalidOperationException">A string of it is not Unicode.</exception>
    public static JsonPlaces Scan(byte[] text)
    {
        var places = new JsonPlaces(text);
        var reader = new Utf8JsonReader(text);
        reader.Read();
        places.ScanValue(ref reader, "");
        reader.Read();
        return places;
    }

    /// <summary>Line and column (bytes, both from 1) of a value; of its nearest ancestor where it does not exist.</summary>
    public (int Line, int Column) Of(string pointer)
    {
        long start;
        while (!_starts.TryGetValue(pointer, out start) && pointer.Length > 0)
        {
            pointer = pointer[..pointer.LastIndexOf('/')];
        }

        var before = _text.AsSpan(0, (int)start);
        return (before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'));
    }

    private void ScanValue(ref Utf8JsonReader reader, string pointer)
    {
        _starts[pointer] = reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    reader.Read();
                    ScanValue(ref reader, pointer + FlowJson.Step(name));
                }

                break;
            case JsonTokenType.StartArray:
                for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
                {
                    ScanValue(ref reader, $"{pointer}/{i}");
                }

                break;
            case JsonTokenType.String:
                reader.GetString();
                break;
            default:
                break;
        }
    }
}
