using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata;

public readonly partial struct JsonataValue
{
    /// <summary>How many items an array or properties an object has; 0 for anything else.</summary>
    public int Count => Reference switch
    {
        ArrayValue array => array.Count,
        ObjectValue value => value.Count,
        ValueTag tag when tag == ValueTag.ElementArray => Element.GetArrayLength(),
        ValueTag tag when tag == ValueTag.ElementObject => Element.GetPropertyCount(),
        _ => 0,
    };

    /// <summary>The string, where it is one.</summary>
    public bool TryGetString([NotNullWhen(true)] out string? text)
    {
        text = Reference as string ?? (ReferenceEquals(Reference, ValueTag.ElementString) ? ElementText.Decode(Element) : null);
        return text is not null;
    }

    /// <summary>The number, where it is one.</summary>
    public bool TryGetDouble(out double number)
    {
        number = Number;
        return IsNumber;
    }

    /// <summary>The boolean, where it is one.</summary>
    public bool TryGetBoolean(out bool value)
    {
        value = ReferenceEquals(Reference, ValueTag.True);
        return IsBoolean;
    }

    /// <summary>The string.</summary>
    /// <exception cref="InvalidOperationException">The value is not a string.</exception>
    public string GetString() => TryGetString(out var text) ? text : throw NotA("string");

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">The value is not a number.</exception>
    public double GetDouble() => IsNumber ? Number : throw NotA("number");

    /// <summary>The boolean.</summary>
    /// <exception cref="InvalidOperationException">The value is not a boolean.</exception>
    public bool GetBoolean() => TryGetBoolean(out var value) ? value : throw NotA("boolean");

    /// <summary>A property of an object; false where the value is no object or has no such property.</summary>
    public bool TryGetProperty(string name, out JsonataValue value)
    {
        if (Reference is ObjectValue made)
        {
            return made.TryGet(name, out value);
        }

        if (ReferenceEquals(Reference, ValueTag.ElementObject) && Element.TryGetProperty(name, out var element))
        {
            value = From(element);
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>The items of an array, in order; none for anything else.</summary>
    public IEnumerable<JsonataValue> EnumerateArray()
    {
        if (Reference is ArrayValue array)
        {
            for (var index = 0; index < array.Count; index++)
            {
                yield return array[index];
            }
        }
        else if (ReferenceEquals(Reference, ValueTag.ElementArray))
        {
            foreach (var item in Element.EnumerateArray())
            {
                yield return From(item);
            }
        }
    }

    /// <summary>
    /// The properties of an object in JavaScript's order (names that are array indexes first, then by insertion);
    /// none for anything else.
    /// </summary>
    public IEnumerable<KeyValuePair<string, JsonataValue>> EnumerateObject()
    {
        if (!IsObject)
        {
            yield break;
        }

        var properties = new PropertyList(this);
        for (var index = 0; index < properties.Count; index++)
        {
            yield return new KeyValuePair<string, JsonataValue>(properties.NameAt(index), properties.ValueAt(index));
        }
    }

    /// <summary>Writes the value as JSON. Undefined is written as <c>null</c> and a function as an empty string.</summary>
    public void WriteTo(Utf8JsonWriter writer) => JsonWriting.Write(this, writer);

    /// <summary>The value as a document of its own, or the element it was made from where nothing has to change.</summary>
    /// <remarks>Undefined gives the default element, whose kind is <see cref="JsonValueKind.Undefined"/>.</remarks>
    public JsonElement ToJsonElement() => JsonWriting.ToElement(this);

    /// <summary>The value as JSON text, as <c>JSON.stringify</c> prints it; an empty text for undefined.</summary>
    public override string ToString() => IsUndefined ? "" : JsonText.Of(this, JsonText.Plain);

    /// <summary>The string's UTF-16 form, without the check of the kind: callers know that it is a string.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal string AsString() => Reference as string ?? ElementText.Decode(Element);

    private InvalidOperationException NotA(string wanted) => new($"The value is {Kind}, not a {wanted}.");
}
