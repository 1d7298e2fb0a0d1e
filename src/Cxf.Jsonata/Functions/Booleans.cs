using Cxf.Jsonata.Evaluation;

namespace Cxf.Jsonata.Functions;

/// <summary>Truth and existence.</summary>
internal static class Booleans
{
    public static IEnumerable<BuiltInFunction> All =>
        [
            new(
                "boolean",
                "<x-:b>",
                1,
                (arguments, _) => arguments[0].IsUndefined ? default : JsonataValue.From(IsTrue(arguments[0]))
            ),
            new(
                "not",
                "<x-:b>",
                1,
                (arguments, _) => arguments[0].IsUndefined ? default : JsonataValue.From(!IsTrue(arguments[0]))
            ),
            new("exists", "<x:b>", 1, (arguments, _) => JsonataValue.From(!arguments[0].IsUndefined)),
        ];

    /// <summary>The reference wraps a function argument, and the wrapper is false.</summary>
    private static bool IsTrue(in JsonataValue value) => !value.IsFunction && Sequences.IsTrue(value);
}
