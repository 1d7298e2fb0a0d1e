using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata;

/// <summary>
/// A value that goes into or comes out of an expression: JSON, or undefined, or a function.
/// Documents are not copied: a value made from a <see cref="JsonElement"/> reads it where it lies, so the element's
/// <see cref="JsonDocument"/> must live (not be disposed) as long as values that came from it.
/// <c>default(JsonataValue)</c> is <see cref="Undefined"/>.
/// </summary>
/// <example><code>
/// using var document = JsonDocument.Parse("""{"items":[{"price":4},{"price":5}]}""");
/// var total = JsonataExpression.Compile("$sum(items.price)").Evaluate(JsonataValue.From(document.RootElement));
/// Console.WriteLine(total.GetDouble()); // 9
/// </code></example>
public readonly partial struct JsonataValue : IEquatable<JsonataValue>
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

    /// <summary>Nothing: what a missing field gives. Not the same as <see cref="Null"/>.</summary>
    public static JsonataValue Undefined => default;

    /// <summary>The JSON value <c>null</c>.</summary>
    public static JsonataValue Null => new(ValueTag.Null);

    internal static JsonataValue True => new(ValueTag.True);

    internal static JsonataValue False => new(ValueTag.False);

    internal static JsonataValue Unbound => new(ValueTag.Unbound);

    internal static JsonataValue TailCall => new(ValueTag.TailCall);

    /// <summary>What the value is.</summary>
    public JsonataKind Kind => Reference switch
    {
        null => JsonataKind.Undefined,
        string => JsonataKind.String,
        // Everything else that a value can point to is a HeapValue, by construction of this type.
        _ => Unsafe.As<HeapValue>(Reference).Kind,
    };

    /// <summary>True where there is no value; a <c>null</c> is a value.</summary>
    public bool IsUndefined => Reference is null;

    /// <summary>True for the JSON value <c>null</c>.</summary>
    public bool IsNull => ReferenceEquals(Reference, ValueTag.Null);

    internal bool IsNumber => ReferenceEquals(Reference, ValueTag.Number);

    internal bool IsUnbound => ReferenceEquals(Reference, ValueTag.Unbound);

    internal bool IsTailCall => ReferenceEquals(Reference, ValueTag.TailCall);

    internal bool IsString => Reference is string || ReferenceEquals(Reference, ValueTag.ElementString);

    internal bool IsArray => Kind == JsonataKind.Array;

    internal bool IsObject => Kind == JsonataKind.Object;

    internal bool IsFunction => Kind == JsonataKind.Function;

    internal bool IsBoolean => ReferenceEquals(Reference, ValueTag.True) || ReferenceEquals(Reference, ValueTag.False);

    /// <summary>A document or a part of one. Numbers are read at once, as doubles; the rest stays where it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static JsonataValue From(JsonElement element) => element.ValueKind switch
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

    /// <summary>A string; null gives <see cref="Null"/>.</summary>
    public static JsonataValue From(string? text) => text is null ? Null : new JsonataValue(text);

    /// <summary>A number.</summary>
    public static JsonataValue From(double number) => new(number);

    /// <summary>A boolean.</summary>
    public static JsonataValue From(bool value) => new(value ? ValueTag.True : ValueTag.False);

    /// <summary>An array of values. Undefined ones are left out.</summary>
    public static JsonataValue FromArray(IEnumerable<JsonataValue> items) =>
        new(new ItemArray([.. items.Where(item => !item.IsUndefined)]));

    /// <summary>An object; a name that comes twice keeps its first place and its last value. Undefined values are left out.</summary>
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

    /// <summary>A JSON text.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static JsonataValue Parse([StringSyntax(StringSyntaxAttribute.Json)] string json) => From(JsonElement.Parse(json));

    /// <summary>Deep equality as the operator <c>=</c> has it; two undefined values are equal here.</summary>
    public static bool operator ==(JsonataValue left, JsonataValue right) => left.Equals(right);

    /// <summary>The opposite of <c>==</c>.</summary>
    public static bool operator !=(JsonataValue left, JsonataValue right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(JsonataValue other) => DeepEquality.AreEqual(this, other);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is JsonataValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => DeepEquality.Hash(this);
}
