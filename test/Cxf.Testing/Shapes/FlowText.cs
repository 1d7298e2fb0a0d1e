namespace Cxf.Testing.Shapes;

/// <summary>The text of flow documents and of their steps; all of it is ASCII, so that a character is a byte.</summary>
internal static class FlowText
{
    /// <summary>The step that ends most flows.</summary>
    public const string End = "\"end\":{\"kind\":\"respond\",\"message\":\"m\"}";

    public static string Flow(string start, string steps, string members = "") =>
        $"{{\"flowId\":\"shape\",\"caller\":\"continues\",{members}{Scope(start, steps)}}}";

    /// <summary>A flow of one step that sets variables.</summary>
    public static string Assigning(string assign) => Flow("s0", $"{Transform("s0", assign, "end")},{End}");

    /// <summary>So many steps one after the other, and the answer.</summary>
    public static string Chain(int count, Func<int, string, string> step) =>
        $"{Many(count, n => step(n, n == count - 1 ? "end" : $"s{n + 1}"))},{End}";

    public static string Many(int count, Func<int, string> item, string separator = ",") =>
        string.Join(separator, Enumerable.Range(0, count).Select(item));

    public static string Wait(string label, string? next) => $"\"{label}\":{{\"kind\":\"wait\",\"seconds\":1{Next(next)}}}";

    public static string Call(string label, string path, string? next) =>
        $"\"{label}\":{{\"kind\":\"restApi\",\"connection\":\"crm\",\"method\":\"GET\",\"path\":\"{path}\"{Next(next)}}}";

    public static string Transform(string label, string assign, string next) =>
        $"\"{label}\":{{\"kind\":\"transform\",\"assign\":{{{assign}}}{Next(next)}}}";

    public static string Decision(string label, string otherwise, params IEnumerable<(string When, string Next)> choices) =>
        $"\"{label}\":{{\"kind\":\"decision\",\"choices\":[{string.Join(",", choices.Select(Choice))}],"
        + $"\"otherwise\":\"{otherwise}\"}}";

    public static string Parallel(string label, int count, Func<int, string> scope) =>
        $"\"{label}\":{{\"kind\":\"parallel\",\"branches\":{{{Many(count, n => $"\"b{n}\":{{{scope(n)}}}")}}},\"next\":\"end\"}}";

    public static string Scope(string start, string steps) => $"\"start\":\"{start}\",\"steps\":{{{steps}}}";

    private static string Choice((string When, string Next) choice) =>
        $"{{\"when\":\"{{%{choice.When}%}}\",\"next\":\"{choice.Next}\"}}";

    private static string Next(string? next) => next is null ? "" : $",\"next\":\"{next}\"";
}
