using Cxf.Jsonata.Evaluation;

namespace Cxf.Jsonata.Functions;

/// <summary>Functions that stop the evaluation.</summary>
internal static class ErrorFunctions
{
    public static IEnumerable<BuiltInFunction> All => [new("error", "<s?:x>", 1, Error), new("assert", "<bs?:x>", 2, Assert)];

    private static JsonataValue Error(JsonataValue[] arguments, Run run) =>
        throw new JsonataException("D3137", Message(arguments[0], "$error() function evaluated"));

    private static JsonataValue Assert(JsonataValue[] arguments, Run run) =>
        Sequences.IsTrue(arguments[0])
            ? default
            : throw new JsonataException("D3141", Message(arguments[1], "$assert() statement failed"));

    private static string Message(in JsonataValue message, string otherwise) =>
        message.TryGetString(out var text) && text.Length > 0 ? text : otherwise;
}
