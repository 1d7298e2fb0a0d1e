using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Cxf.OpenApi;

/// <summary>A YAML document as JSON, by the core schema of YAML 1.2. Aliases are written out, within a limit.</summary>
internal sealed partial class YamlText
{
    /// <summary>How many values a document may have with its aliases written out: a few lines can stand for millions.</summary>
    private const int MaxNodes = 3_000_000;

    private const int MaxDepth = 128;

    // Always text, also where it looks like a number: 3.0 is no number here.
    private static readonly HashSet<string> Texts = new(StringComparer.Ordinal) { "openapi", "swagger", "version" };

    private readonly List<ParsingEvent> _events = [];
    private readonly Dictionary<AnchorAlias, int> _targets = new(ReferenceEqualityComparer.Instance);
    private readonly Utf8JsonWriter _json;
    private int _nodes;

    private YamlText(Utf8JsonWriter json) => _json = json;

    /// <summary>Converts a document.</summary>
    /// <exception cref="ImportException">It is not valid YAML, or too large with its aliases.</exception>
    public static ReadOnlyMemory<byte> ToJson(string yaml)
    {
        var written = new ArrayBufferWriter<byte>(Math.Max(256, yaml.Length));
        using (var json = new Utf8JsonWriter(written, new JsonWriterOptions { SkipValidation = true }))
        {
            try
            {
                var text = new YamlText(json);
                text.Read(yaml);
                text.Write(text.Start(), 0, asText: false);
            }
            catch (YamlException exception)
            {
                throw Invalid(exception.Start, exception.Message);
            }
        }

        return written.WrittenMemory;
    }

    private void Read(string yaml)
    {
        // An anchor may be given again: an alias means the last one before it.
        var anchors = new Dictionary<string, int>(StringComparer.Ordinal);
        var parser = new Parser(new StringReader(yaml));
        while (parser.MoveNext())
        {
            var read = parser.Current!;
            if (read is NodeEvent { Anchor.IsEmpty: false } node)
            {
                anchors[node.Anchor.Value] = _events.Count;
            }
            else if (read is AnchorAlias alias && anchors.TryGetValue(alias.Value.Value, out var target))
            {
                _targets[alias] = target;
            }

            _events.Add(read);
            if (read is DocumentEnd)
            {
                return;
            }
        }
    }

    private int Start() => Math.Max(0, _events.FindIndex(one => one is NodeEvent));

    // Writes the node that begins at an event; returns the event after it.
    private int Write(int at, int depth, bool asText)
    {
        Count(depth);
        switch (_events[at])
        {
            case Scalar scalar:
                WriteScalar(scalar, asText);
                return at + 1;
            case AnchorAlias alias:
                Write(Target(alias), depth + 1, asText);
                return at + 1;
            case SequenceStart:
                return WriteSequence(at + 1, depth);
            case MappingStart:
                _json.WriteStartObject();
                at = WriteMembers(at + 1, depth, []);
                _json.WriteEndObject();
                return at;
            default:
                throw new ImportException("The document is empty.", "Name the file or URL of an OpenAPI document.");
        }
    }

    private void Count(int depth)
    {
        if (++_nodes > MaxNodes || depth > MaxDepth)
        {
            throw new ImportException(
                depth > MaxDepth
                    ? $"The document is nested deeper than {MaxDepth} levels, or an alias contains itself."
                    : $"With its aliases written out, the document has more than {MaxNodes} values.",
                "Ask the third party for its JSON form."
            );
        }
    }

    private int WriteSequence(int at, int depth)
    {
        _json.WriteStartArray();
        while (_events[at] is not SequenceEnd)
        {
            at = Write(at, depth + 1, asText: false);
        }

        _json.WriteEndArray();
        return at + 1;
    }

    private int WriteMembers(int at, int depth, HashSet<string> taken)
    {
        var merged = new List<int>();
        while (_events[at] is not MappingEnd)
        {
            if (_events[at] is not Scalar key)
            {
                throw Invalid(_events[at].Start, "a name must be text.");
            }

            if (IsMerge(key))
            {
                merged.Add(at + 1);
                at = After(at + 1);
            }
            else if (taken.Add(key.Value))
            {
                _json.WritePropertyName(key.Value);
                at = Write(at + 1, depth + 1, Texts.Contains(key.Value));
            }
            else
            {
                throw Invalid(key.Start, $"the name \"{key.Value}\" is there twice.");
            }
        }

        foreach (var other in merged)
        {
            Merge(other, depth, taken);
        }

        return at + 1;
    }

    // Members of another mapping; those that exist already stay.
    private void Merge(int at, int depth, HashSet<string> taken)
    {
        Count(depth);
        at = _events[at] is AnchorAlias alias ? Target(alias) : at;
        if (_events[at] is SequenceStart)
        {
            for (var item = at + 1; _events[item] is not SequenceEnd; item = After(item))
            {
                Merge(item, depth + 1, taken);
            }
        }
        else if (_events[at] is MappingStart)
        {
            var merged = new List<int>();
            for (var member = at + 1; _events[member] is Scalar key; member = After(member + 1))
            {
                if (IsMerge(key))
                {
                    merged.Add(member + 1);
                }
                else if (taken.Add(key.Value))
                {
                    _json.WritePropertyName(key.Value);
                    Write(member + 1, depth + 1, Texts.Contains(key.Value));
                }
            }

            foreach (var other in merged)
            {
                Merge(other, depth + 1, taken);
            }
        }
    }

    private static bool IsMerge(Scalar key) => key is { Value: "<<", Style: ScalarStyle.Plain };

    private int After(int at)
    {
        var depth = 0;
        do
        {
            depth += _events[at++] switch
            {
                SequenceStart or MappingStart => 1,
                SequenceEnd or MappingEnd => -1,
                _ => 0,
            };
        } while (depth > 0);
        return at;
    }

    private int Target(AnchorAlias alias) =>
        _targets.TryGetValue(alias, out var target)
            ? target
            : throw Invalid(alias.Start, $"there is no anchor \"{alias.Value}\".");

    private void WriteScalar(Scalar scalar, bool asText)
    {
        if (
            asText
            || scalar.Style != ScalarStyle.Plain
            || (!scalar.Tag.IsEmpty && scalar.Tag.Value.EndsWith("str", StringComparison.Ordinal))
        )
        {
            _json.WriteStringValue(scalar.Value);
            return;
        }

        switch (scalar.Value)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                _json.WriteNullValue();
                break;
            case "true" or "True" or "TRUE":
                _json.WriteBooleanValue(true);
                break;
            case "false" or "False" or "FALSE":
                _json.WriteBooleanValue(false);
                break;
            case var number when NumberPattern().IsMatch(number):
                _json.WriteRawValue(number, skipInputValidation: true);
                break;
            default:
                _json.WriteStringValue(scalar.Value);
                break;
        }
    }

    private static ImportException Invalid(Mark place, string message)
    {
        var text = message.Split('\n')[0].Trim();
        return new ImportException(
            $"The document is not valid YAML: line {place.Line}, column {place.Column}: {text}{(text.EndsWith('.') ? "" : ".")}",
            "Correct the document, or ask the third party for its JSON form."
        );
    }

    [GeneratedRegex(@"^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();
}
