using System.Text.Json;
using Cxf.Documents;
using Cxf.Graphs.Layout;
using Cxf.Graphs.Marks;

namespace Cxf.Local.Pictures;

/// <summary>A picture for programs: nodes and edges with their places and marks.</summary>
internal static class PictureJson
{
    /// <summary>Writes <c>{name, notes, nodes, edges}</c>.</summary>
    public static string Write(Picture picture)
    {
        var placed = GraphLayout.Place(picture.Graph);
        return JsonOutput.Text(
            json =>
            {
                json.WriteStartObject();
                json.WriteString("name", picture.Graph.Name);
                json.WriteStartArray("notes");
                picture.Marks.Notes.ToList().ForEach(json.WriteStringValue);
                json.WriteEndArray();
                json.WriteStartArray("nodes");
                placed.Nodes.ToList().ForEach(node => Write(json, node, picture.Marks));
                json.WriteEndArray();
                json.WriteStartArray("edges");
                placed.Edges.ToList().ForEach(edge => Write(json, edge, picture.Marks));
                json.WriteEndArray();
                json.WriteEndObject();
            },
            JsonOutput.Relaxed
        );
    }

    private static void Write(Utf8JsonWriter json, PlacedNode placed, GraphMarks marks)
    {
        json.WriteStartObject();
        json.WriteString("id", placed.Node.Id);
        json.WriteString("label", placed.Node.Label);
        json.WriteString("kind", Word(placed.Node.Kind));
        json.WriteString("pointer", placed.Node.Pointer);
        json.WriteNumber("x", placed.Area.X);
        json.WriteNumber("y", placed.Area.Y);
        json.WriteNumber("width", placed.Area.Width);
        json.WriteNumber("height", placed.Area.Height);
        WriteMarks(json, marks.Of(placed.Node.Id));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PlacedEdge placed, GraphMarks marks)
    {
        json.WriteStartObject();
        json.WriteString("from", placed.Edge.From);
        json.WriteString("to", placed.Edge.To);
        json.WriteString("kind", Word(placed.Edge.Kind));
        json.WriteStartArray("cases");
        foreach (var one in placed.Edge.Cases)
        {
            json.WriteStartObject();
            json.WriteString("pointer", one.Pointer);
            json.WriteString("text", one.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("points");
        foreach (var point in placed.Points)
        {
            json.WriteStartArray();
            json.WriteNumberValue(point.X);
            json.WriteNumberValue(point.Y);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        WriteMarks(json, marks.Of(placed.Edge.Id));
        json.WriteEndObject();
    }

    private static void WriteMarks(Utf8JsonWriter json, IReadOnlyList<Mark> marks)
    {
        json.WriteStartArray("marks");
        foreach (var mark in marks)
        {
            json.WriteStartObject();
            json.WriteString("kind", Word(mark.Kind));
            json.WriteString("words", mark.Words);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Word<T>(T kind)
        where T : struct, Enum => kind.ToString().ToLowerInvariant();
}
