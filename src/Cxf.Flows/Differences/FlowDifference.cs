using System.Text.Json;

namespace Cxf.Flows.Differences;

/// <summary>One difference between two states of a flow.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="What">
/// The part: <c>flow</c>, <c>payload</c>, <c>contact</c>, <c>connection</c>, <c>child</c>, <c>output</c>, <c>step</c>,
/// <c>test</c>.
/// </param>
/// <param name="Name">The part's name: a step's label, a field of the payload, a connection, a member of the document.</param>
/// <param name="Text">The difference as a sentence.</param>
public sealed record FlowDifference(DifferenceKind Kind, string What, string Name, string Text)
{
    /// <summary>Writes <c>{kind, what, name, text}</c>.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kind", Kind.ToString().ToLowerInvariant());
        json.WriteString("what", What);
        json.WriteString("name", Name);
        json.WriteString("text", Text);
        json.WriteEndObject();
    }

    /// <inheritdoc />
    public override string ToString() =>
        $"{(Kind switch { DifferenceKind.Added => '+', DifferenceKind.Removed => '-', _ => '~' })} {Text}";
}

/// <summary>What happened to a part of a flow.</summary>
public enum DifferenceKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>It is another than before.</summary>
    Changed,
}
