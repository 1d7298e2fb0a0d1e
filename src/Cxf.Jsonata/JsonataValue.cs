using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Cxf.Jsonata.Functions;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata;

/// <summary>
/// The input or output of an expression: JSON, undefined, or a function.
/// Documents are not copied: a value made from a <see cref="JsonElement"/> reads the element itself, so its
/// <see cref="JsonDocument"/> must not be disposed while values that came from it are in use.
/// <c>default(JsonataValue)</c> is <see cref="Undefined"/>.
/// </summary>
/// <example><code>
/// using var document = JsonDocument.Parse("""{"items":[{"price":4},{"price":5}]}""");
/// var total = JsonataExpression.Compile("$sum(items.price)").Evaluate(JsonataValue.From(document.RootElement));
/// Console.WriteLine(total.GetDouble()); // 9
/// </code></example>
public readonly struct JsonataValue : IEquatable<JsonataValue>
{
    internal readonly object? Reference;
    internal readonly double Number;
    internal readonly JsonElement Element;

    internal JsonataValue(HeapValue value) => Reference = value;

    private JsonataValue(double number)
    {
        Reference = ValueTag.Number;
        Number = number;
    }

    private JsonataValue(string text) => Reference = text;

    private JsonataValue(ValueTag tag, JsonElement element)
    {
        Reference = tag;
        Element = element;
    }

    /// <summary>Nothing: the value of a missing field. Not the same as <see cref="Null"/>.</summary>
    public static JsonataValue Undefined => default;

    /// <summary>The JSON value <c>null</c>.</summary>
    public static JsonataValue Null => new(ValueTag.Null);

    internal static JsonataValue True => new(ValueTag.True);

    internal static JsonataValue False => new(ValueTag.False);

    internal static JsonataValue Unbound => new(ValueTag.Unbound);

    internal static JsonataValue TailCall => new(ValueTag.TailCall);

    /// <summary>The kind of the value.</summary>
    public JsonataKind Kind =>
        Reference switch
        {
            null => JsonataKind.Undefined,
            string => JsonataKind.String,
            // Everything else that a value can point to is a HeapValue, by construction of this type.
            _ => Unsafe.As<HeapValue>(Reference).Kind,
        };

    /// <summary>True if there is no value; a <c>null</c> is a value.</summary>
    public bool IsUndefined => Reference is null;

    internal bool IsNumber => ReferenceEquals(Reference, ValueTag.Number);

    internal bool IsUnbound => ReferenceEquals(Reference, ValueTag.Unbound);

    internal bool IsTailCall => ReferenceEquals(Reference, ValueTag.TailCall);

    internal bool IsString => Reference is string || ReferenceEquals(Reference, ValueTag.ElementString);

    internal bool IsArray => Kind == JsonataKind.Array;

    internal bool IsObject => Kind == JsonataKind.Object;

    internal bool IsFunction => Kind == JsonataKind.Function;

    internal bool IsBoolean => ReferenceEquals(Reference, ValueTag.True) || ReferenceEquals(Reference, ValueTag.False);

    /// <summary>
    /// A document or a part of one. Numbers are read immediately, as doubles; other values stay in the document.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static JsonataValue From(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => new JsonataValue(ValueTag.ElementObject, element),
            JsonValueKind.Array => new JsonataValue(ValueTag.ElementArray, element),
            JsonValueKind.String => new JsonataValue(ValueTag.ElementString, element),
            JsonValueKind.Number => new JsonataValue(ElementNumber.Read(element)),
            JsonValueKind.True => True,
            JsonValueKind.False => False,
            JsonValueKind.Null => Null,
            _ => default,
        };

    /// <summary>A string; null becomes <see cref="Null"/>.</summary>
    public static JsonataValue From(string? text) => text is null ? Null : new JsonataValue(text);

    /// <summary>A number.</summary>
    public static JsonataValue From(double number) => new(number);

    /// <summary>A boolean.</summary>
    public static JsonataValue From(bool value) => new(value ? ValueTag.True : ValueTag.False);

    /// <summary>An array of values. Undefined ones are left out.</summary>
    public static JsonataValue FromArray(IEnumerable<JsonataValue> items) =>
        new(new ItemArray([.. items.Where(item => !item.IsUndefined)]));

    /// <summary>An object; a repeated name keeps its first position and its last value. Undefined values are left out.</summary>
    public static JsonataValue FromObject(IEnumerable<KeyValuePair<string, JsonataValue>> properties)
    {
        var value = new ObjectValue();
        foreach (var (name, property) in properties)
        {
            if (!property.IsUndefined)
            {
                value.Set(name, property);
            }
        }

        return new JsonataValue(value);
    }

    /// <summary>A JSON document that may change later; its values are copied. Null becomes <see cref="Null"/>.</summary>
    public static JsonataValue From(JsonNode? node) => node is null ? Null : From(JsonWriting.ToElement(node));

    /// <summary>An object, as its serializer writes it.</summary>
    /// <param name="value">The object.</param>
    /// <param name="type">How it is written: a property of a <see cref="JsonSerializerContext"/>.</param>
    public static JsonataValue From<T>(T value, JsonTypeInfo<T> type) => From(JsonSerializer.SerializeToElement(value, type));

    /// <summary>A function that expressions can call, for a variable of <see cref="JsonataBindings"/>.</summary>
    /// <param name="signature">
    /// JSONata's signature, for example <c>&lt;n-n?:n&gt;</c>. It checks the arguments (<c>T0410</c>), and <c>-</c> takes a
    /// missing one from the context.
    /// </param>
    /// <param name="function">
    /// Its body. It gets an argument for each parameter, undefined for a missing one, and may throw
    /// <see cref="JsonataException"/>. Other exceptions pass through the evaluation unchanged.
    /// </param>
    /// <exception cref="JsonataException">The signature is not valid.</exception>
    public static JsonataValue FromFunction(string signature, Func<IReadOnlyList<JsonataValue>, JsonataValue> function) =>
        new(new HostFunction(Signatures.Signature.Parse(signature), function));

    /// <summary>A JSON text.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static JsonataValue Parse([StringSyntax(StringSyntaxAttribute.Json)] string json) => From(JsonElement.Parse(json));

    /// <summary>Deep equality like the operator <c>=</c>, but two undefined values are equal.</summary>
    public static bool operator ==(JsonataValue left, JsonataValue right) => left.Equals(right);

    /// <summary>The opposite of <c>==</c>.</summary>
    public static bool operator !=(JsonataValue left, JsonataValue right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(JsonataValue other) => DeepEquality.AreEqual(this, other);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is JsonataValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => DeepEquality.Hash(this);

    /// <summary>The number of items of an array or properties of an object; 0 for other values.</summary>
    public int Count =>
        Reference switch
        {
            ArrayValue array => array.Count,
            ObjectValue value => value.Count,
            ValueTag tag when tag == ValueTag.ElementArray => Element.GetArrayLength(),
            ValueTag tag when tag == ValueTag.ElementObject => Element.GetPropertyCount(),
            _ => 0,
        };

    /// <summary>Gets the value if it is a string.</summary>
    public bool TryGetString([NotNullWhen(true)] out string? text)
    {
        text = Reference as string ?? (ReferenceEquals(Reference, ValueTag.ElementString) ? ElementText.Decode(Element) : null);
        return text is not null;
    }

    /// <summary>Gets the value if it is a number.</summary>
    public bool TryGetDouble(out double number)
    {
        number = Number;
        return IsNumber;
    }

    /// <summary>Gets the value if it is a boolean.</summary>
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

    /// <summary>Gets a property of an object; false if the value is not an object or has no such property.</summary>
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

    /// <summary>The items of an array, in order; empty for other values.</summary>
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
    /// The properties of an object in JavaScript's order (array indexes first, then by insertion); empty for other values.
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

    /// <summary>The value as a document of its own, or the element that it was made from if nothing has to change.</summary>
    /// <remarks>For undefined it is the default element, whose kind is <see cref="JsonValueKind.Undefined"/>.</remarks>
    public JsonElement ToJsonElement() => JsonWriting.ToElement(this);

    /// <summary>The value as JSON text. Undefined is <c>null</c>, and a function an empty string.</summary>
    public string ToJson() => IsUndefined ? "null" : ToString();

    /// <summary>The value as JSON text, as <c>JSON.stringify</c> prints it; an empty string for undefined.</summary>
    public override string ToString() => IsUndefined ? "" : JsonText.Of(this, JsonText.Plain);

    /// <summary>The string, without a check of the kind: callers know that it is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal string AsString() => Reference as string ?? ElementText.Decode(Element);

    private InvalidOperationException NotA(string wanted) => new($"The value is {Kind}, not a {wanted}.");
}
