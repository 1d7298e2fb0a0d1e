using Cxf.Jsonata;

namespace Cxf.Flows.Checks.Expressions;

/// <summary>Kinds of values in the words of diagnostics.</summary>
internal static class Kinds
{
    private static readonly (JsonataKinds Kind, string Words)[] Words =
    [
        (JsonataKinds.String, "text"),
        (JsonataKinds.Number, "a number"),
        (JsonataKinds.Boolean, "true or false"),
        (JsonataKinds.Null, "null"),
        (JsonataKinds.Array, "a list"),
        (JsonataKinds.Object, "an object"),
        (JsonataKinds.Function, "a function"),
        (JsonataKinds.Undefined, "nothing"),
    ];

    public static string InWords(JsonataKinds kinds) =>
        string.Join(" or ", Words.Where(word => (kinds & word.Kind) != 0).Select(word => word.Words));
}
