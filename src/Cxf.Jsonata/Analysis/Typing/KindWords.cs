namespace Cxf.Jsonata.Analysis.Typing;

/// <summary>Kinds as a person reads them.</summary>
internal static class KindWords
{
    private static readonly (JsonataKinds Kind, string Words)[] Words =
    [
        (JsonataKinds.Null, "null"),
        (JsonataKinds.Boolean, "true or false"),
        (JsonataKinds.Number, "a number"),
        (JsonataKinds.String, "text"),
        (JsonataKinds.Array, "an array"),
        (JsonataKinds.Object, "an object"),
        (JsonataKinds.Function, "a function"),
        (JsonataKinds.Undefined, "nothing"),
    ];

    public static string Of(JsonataKinds kinds) =>
        string.Join(" or ", Words.Where(word => (kinds & word.Kind) != 0).Select(word => word.Words));
}
