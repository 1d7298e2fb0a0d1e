using System.Text.Json;
using Cxf.Flows.Analysis;
using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>
/// Which calls of a flow have an answer whose body the flow can read. CallApi ignores the body of every other call, so
/// that an answer of an unknown type does not fail a step after the call has had its effect.
/// </summary>
/// <remarks>
/// A body is unread only where every use of the step's variable is <c>$label.</c> and another of the answer's members. Any other
/// use may lead to the body, as do JSONata's parent and focus operators (<c>%</c>, <c>@</c>) anywhere in an expression that uses
/// the variable.
/// </remarks>
internal static class AnswerUse
{
    private static readonly string[] OtherMembers = ["status", "headers", "attempts", "durationMs", "age", "stale"];

    /// <summary>The labels of the calls whose body can be read.</summary>
    public static IReadOnlySet<string> BodiesRead(FlowDefinition flow)
    {
        var read = new HashSet<string>();
        foreach (var step in flow.AllSteps)
        {
            // The answer of a step that ends a branch or a loop's body is part of the result.
            if (
                step
                is RestApiStep { Select: not null }
                    or RestApiStep { Paging: not null }
                    or RestApiStep { Next: null, IsUndo: false }
            )
            {
                read.Add(step.Label);
            }

            foreach (var value in step.Values)
            {
                Add(value.Json, flow.Analysis, read);
            }
        }

        return read;
    }

    private static void Add(JsonElement value, FlowAnalysis analysis, HashSet<string> read)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    Add(member.Value, analysis, read);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Add(item, analysis, read);
                }

                break;
            case JsonValueKind.String when ExpressionText.TryRead(value.GetString()!, out var jsonata):
                var looksBack = jsonata.AsSpan().ContainsAny('%', '@');
                foreach (var variable in analysis.Compile(jsonata).FreeVariables)
                {
                    if (looksBack || !IsOfOtherMember(jsonata.AsSpan(variable.Start + variable.Length)))
                    {
                        read.Add(variable.Name);
                    }
                }

                break;
        }
    }

    // What follows the variable: a dot and the name of a member, to its end.
    private static bool IsOfOtherMember(ReadOnlySpan<char> rest)
    {
        var path = rest.TrimStart();
        if (path.IsEmpty || path[0] != '.')
        {
            return false;
        }

        path = path[1..].TrimStart();
        foreach (var member in OtherMembers)
        {
            if (
                path.StartsWith(member, StringComparison.Ordinal)
                && (path.Length == member.Length || !IsOfName(path[member.Length]))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfName(char character) => char.IsLetterOrDigit(character) || character is '_' or '$';
}
