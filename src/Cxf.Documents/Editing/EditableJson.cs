using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cxf.Documents.Editing;

/// <summary>
/// A JSON text that is edited without being written anew: an edit changes the characters of the value that it is about, and what
/// separates it from its neighbours, and no other character. Each edit gives a new text.
/// </summary>
public sealed class EditableJson
{
    private readonly JsonLayout _layout;
    private readonly JsonStyle _style;
    private JsonElement? _root;

    private EditableJson(string text)
    {
        Text = text;
        _layout = JsonLayout.Read(text);
        _style = JsonStyle.Of(text);
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Its value.</summary>
    public JsonElement Root => _root ??= JsonElement.Parse(Text);

    /// <summary>Reads a text.</summary>
    /// <returns>Null if the text is not JSON.</returns>
    public static EditableJson? Parse(string text)
    {
        try
        {
            return new EditableJson(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The value at a pointer; undefined if the text does not have it.</summary>
    public JsonElement Get(string pointer) => Root.At(pointer);

    /// <summary>The text value at a pointer; null if the value there is not text.</summary>
    public string? TextAt(string pointer) => Get(pointer) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>Gives the value at a pointer another value, or adds the member. Objects that would hold it are made.</summary>
    /// <param name="pointer">The location. A new item of an array is at the index after the last one.</param>
    /// <param name="value">The value.</param>
    /// <param name="order">
    /// The names of members in their usual order, for a new one: it is put behind the last member that comes before it. Default:
    /// it becomes the last member.
    /// </param>
    /// <exception cref="ArgumentException">What is at the parent of the pointer is neither an object nor an array.</exception>
    public EditableJson Set(string pointer, JsonElement value, IReadOnlyList<string>? order = null)
    {
        if (_layout.Find(pointer) is { } there)
        {
            return JsonElement.DeepEquals(Get(pointer), value)
                ? this
                : Replaced(there.Start, there.End, _style.Write(value, JsonStyle.IndentationAt(Text, there.Begin)));
        }

        var (parent, name) = (JsonPointer.Parent(pointer), JsonPointer.Last(pointer));
        if (_layout.Find(parent) is not { } holder)
        {
            return Set(parent, JsonOutput.Element(writer => WriteHolder(writer, name, value)));
        }

        if (!holder.IsHolder || (!holder.IsObject && name != $"{holder.Children.Count}"))
        {
            throw new ArgumentException($"Nothing can be put at {pointer}.", nameof(pointer));
        }

        return Insert(parent, PlaceOf(name, holder, order), name, value);
    }

    /// <summary>Puts a member or an item at a place among its siblings.</summary>
    /// <param name="holder">The location of the object or array.</param>
    /// <param name="index">Its place, from 0 to the number of siblings.</param>
    /// <param name="name">The name of the member; of no meaning for an item.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">There is no object or array at the location.</exception>
    public EditableJson Insert(string holder, int index, string name, JsonElement value)
    {
        if (_layout.Find(holder) is not { IsHolder: true } found)
        {
            throw new ArgumentException($"There is nothing at {holder} that can hold a value.", nameof(holder));
        }

        var siblings = found.Children;
        var prefix = found.IsObject ? $"{Quoted(name)}: " : "";
        if (siblings.Count == 0)
        {
            return InsertFirst(found, prefix, value);
        }

        var neighbour = siblings[Math.Max(0, index - 1)];
        var isOnLines = Text.AsSpan(found.Start, siblings[0].Begin - found.Start).Contains('\n');
        var indentation = JsonStyle.IndentationAt(Text, neighbour.Begin);
        var separator = isOnLines ? _style.NewLine + indentation : " ";
        var member = prefix + _style.Write(value, indentation);
        return index == 0
            ? Replaced(neighbour.Begin, neighbour.Begin, $"{member},{separator}")
            : Replaced(neighbour.End, neighbour.End, $",{separator}{member}");
    }

    /// <summary>Removes the member or item at a pointer, with what separates it from its siblings.</summary>
    /// <returns>The same text if nothing is at the pointer.</returns>
    public EditableJson Remove(string pointer)
    {
        if (
            pointer.Length == 0
            || _layout.Find(pointer) is not { } there
            || _layout.Find(JsonPointer.Parent(pointer)) is not { } holder
        )
        {
            return this;
        }

        var index = holder.Children.IndexOf(there);
        return holder.Children.Count == 1 ? Replaced(holder.Start + 1, holder.End - 1, "")
            : index < holder.Children.Count - 1 ? Replaced(there.Begin, holder.Children[index + 1].Begin, "")
            : Replaced(holder.Children[index - 1].End, there.End, "");
    }

    /// <summary>Moves a member or an item to another place among its siblings. What separates them stays.</summary>
    /// <param name="holder">The location of the object or array.</param>
    /// <param name="from">Its place, from 0.</param>
    /// <param name="to">Its place afterwards.</param>
    /// <returns>The same text if there is no such place.</returns>
    public EditableJson Reorder(string holder, int from, int to)
    {
        if (
            _layout.Find(holder) is not { IsHolder: true, Children: var siblings }
            || from < 0
            || to < 0
            || from >= siblings.Count
            || to >= siblings.Count
        )
        {
            return this;
        }

        var order = siblings.ToList();
        order.RemoveAt(from);
        order.Insert(to, siblings[from]);
        var text = new StringBuilder();
        for (var index = 0; index < siblings.Count; index++)
        {
            var before = index == 0 ? 0 : siblings[index - 1].End;
            text.Append(Text, before, siblings[index].Begin - before);
            text.Append(Text, order[index].Begin, order[index].End - order[index].Begin);
        }

        return new EditableJson(text.Append(Text, siblings[^1].End, Text.Length - siblings[^1].End).ToString());
    }

    /// <summary>Gives the member at a pointer another name, and leaves it where it is.</summary>
    /// <returns>The same text if there is no such member.</returns>
    public EditableJson Rename(string pointer, string name) =>
        _layout.Find(pointer) is { Name: { } old } there && old != name
            ? Replaced(there.Begin, there.NameEnd, Quoted(name))
            : this;

    /// <summary>Replaces parts of the text value at a pointer, and leaves everything else as it is written.</summary>
    /// <param name="pointer">The location of the text value.</param>
    /// <param name="parts">Where each part starts and how long it is, in characters of the value.</param>
    /// <param name="replacement">What comes in its place.</param>
    public EditableJson ReplaceParts(string pointer, IEnumerable<(int Start, int Length)> parts, string replacement)
    {
        if (_layout.Find(pointer) is not { Kind: JsonTokenType.String } there)
        {
            return this;
        }

        var text = new StringBuilder(Text);
        foreach (var (start, length) in parts.OrderByDescending(part => part.Start))
        {
            var (from, to) = (OffsetInText(there, start), OffsetInText(there, start + length));
            text.Remove(from, to - from).Insert(from, Quoted(replacement)[1..^1]);
        }

        return new EditableJson(text.ToString());
    }

    private EditableJson InsertFirst(JsonLayout holder, string prefix, JsonElement value)
    {
        var outer = JsonStyle.IndentationAt(Text, holder.Begin);
        var onOneLine = prefix + _style.Write(value, outer);
        var (space, end) = holder.IsObject ? (" ", " ") : ("", "");
        var isWide = onOneLine.Contains('\n') || outer.Length + onOneLine.Length > JsonStyle.Width;
        return Replaced(
            holder.Start + 1,
            holder.End - 1,
            isWide && holder.IsObject
                ? _style.NewLine
                    + outer
                    + _style.Unit
                    + prefix
                    + _style.Write(value, outer + _style.Unit)
                    + _style.NewLine
                    + outer
                : space + onOneLine + end
        );
    }

    private static int PlaceOf(string name, JsonLayout holder, IReadOnlyList<string>? order)
    {
        var own = order is null || !holder.IsObject ? -1 : IndexIn(order, name);
        return own < 0
            ? holder.Children.Count
            : holder.Children.FindLastIndex(member => IndexIn(order!, member.Name!) is var place && place >= 0 && place < own)
                + 1;
    }

    private static int IndexIn(IReadOnlyList<string> names, string name) =>
        names.Index().Where(one => one.Item == name).Select(one => one.Index).FirstOrDefault(-1);

    private static void WriteHolder(Utf8JsonWriter writer, string name, JsonElement value)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(name);
        value.WriteTo(writer);
        writer.WriteEndObject();
    }

    // Where a character of a text value is: an escape counts as the one character that it stands for.
    private int OffsetInText(JsonLayout value, int index)
    {
        var at = value.Start + 1;
        for (var passed = 0; passed < index; passed++)
        {
            at +=
                Text[at] != '\\' ? 1
                : Text[at + 1] == 'u' ? 6
                : 2;
        }

        return at;
    }

    private static string Quoted(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    private EditableJson Replaced(int start, int end, string text) =>
        new(string.Concat(Text.AsSpan(0, start), text, Text.AsSpan(end)));
}
