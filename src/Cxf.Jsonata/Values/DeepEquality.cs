using System.Runtime.CompilerServices;
using Cxf.Jsonata.Limits;

namespace Cxf.Jsonata.Values;

/// <summary>Equality of the operator <c>=</c>: by content, with the properties of objects in any order.</summary>
internal static class DeepEquality
{
    public static bool AreEqual(in JsonataValue left, in JsonataValue right)
    {
        var kind = left.Kind;
        if (kind != right.Kind)
        {
            return false;
        }

        return kind switch
        {
            JsonataKind.Number => left.Number == right.Number,
            JsonataKind.String => StringsAreEqual(left, right),
            JsonataKind.Array => ArraysAreEqual(left, right),
            JsonataKind.Object => ObjectsAreEqual(left, right),
            _ => ReferenceEquals(left.Reference, right.Reference),
        };
    }

    public static bool StringsAreEqual(in JsonataValue left, in JsonataValue right)
    {
        if (left.Reference is not string leftText)
        {
            return right.Reference is string rightText
                ? ElementEquals(left, rightText)
                : string.Equals(left.AsString(), right.AsString());
        }

        return right.Reference is string other ? string.Equals(leftText, other) : ElementEquals(right, leftText);
    }

    public static int Hash(in JsonataValue value) =>
        value.Kind switch
        {
            JsonataKind.Number => value.Number.GetHashCode(),
            JsonataKind.String => value.AsString().GetHashCode(),
            // The order of properties is irrelevant, so the hash does not depend on it.
            JsonataKind.Array or JsonataKind.Object => HashCode.Combine(value.Kind, value.Count),
            _ => value.Reference is null ? 0 : RuntimeHelpers.GetHashCode(value.Reference),
        };

    private static bool ElementEquals(in JsonataValue element, string text)
    {
        var raw = ElementText.Raw(element.Element);
        if (raw.IndexOf((byte)'\\') >= 0)
        {
            return string.Equals(ElementText.Decode(raw), text);
        }

        // UTF-8 has one to three bytes for each UTF-16 unit.
        return raw.Length >= text.Length && raw.Length <= text.Length * 3 && element.Element.ValueEquals(text);
    }

    private static bool ArraysAreEqual(in JsonataValue left, in JsonataValue right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        StackGuard.Check();
        var leftItems = new ArrayCursor(left);
        var rightItems = new ArrayCursor(right);
        while (leftItems.MoveNext() && rightItems.MoveNext())
        {
            if (!AreEqual(leftItems.Current, rightItems.Current))
            {
                return false;
            }
        }

        return true;
    }

    private static bool ObjectsAreEqual(in JsonataValue left, in JsonataValue right)
    {
        StackGuard.Check();
        var leftProperties = left.Reference as ObjectValue ?? PropertyList.Read(left.Element);
        var rightProperties = right.Reference as ObjectValue ?? PropertyList.Read(right.Element);
        if (leftProperties.Count != rightProperties.Count)
        {
            return false;
        }

        for (var at = 0; at < leftProperties.Count; at++)
        {
            if (!rightProperties.TryGet(leftProperties.NameAt(at), out var other) || !AreEqual(leftProperties.ValueAt(at), other))
            {
                return false;
            }
        }

        return true;
    }
}
