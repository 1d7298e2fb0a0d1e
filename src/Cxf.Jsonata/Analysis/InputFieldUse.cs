using Cxf.Jsonata.Functions;
using Cxf.Jsonata.Limits;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Analysis;

/// <summary>
/// Finds the parts of the input that an expression can read, by following fields from the input. A value that is compared, bound,
/// passed or returned counts as read with everything in it, so the answer may contain too much, never too little.
/// </summary>
internal sealed class InputFieldUse
{
    private const string Everything = "$";

    /// <summary>Longer paths, in characters, count as the fields that they begin with.</summary>
    private const int LongestPath = 200;

    private readonly SortedSet<string> _fields = new(StringComparer.Ordinal);
    private readonly FunctionLibrary _library;

    private InputFieldUse(FunctionLibrary library) => _library = library;

    public static IReadOnlyList<string> In(SyntaxNode syntax, FunctionLibrary library)
    {
        var finder = new InputFieldUse(library);
        finder.Use(syntax, "");
        var fields = finder._fields;
        return fields.Contains(Everything) ? [Everything] : WithoutInner(fields);
    }

    // Sorted, a field comes right before all that is in it.
    private static List<string> WithoutInner(SortedSet<string> fields)
    {
        var outer = new List<string>();
        foreach (var field in fields)
        {
            if (outer.Count == 0 || !field.StartsWith(outer[^1] + ".", StringComparison.Ordinal))
            {
                outer.Add(field);
            }
        }

        return outer;
    }

    /// <summary>The path in the input of a node's value, or null if the value does not come from the input.</summary>
    private string? Follow(SyntaxNode node, string? context)
    {
        StackGuard.Check();
        var field = node switch
        {
            NameNode name => Field(context, name.Name),
            VariableNode { Name: "" } => context,
            VariableNode { Name: "$" } => "",
            VariableNode { Name: EvalFunction.Name } => Read(""),
            PathNode path => FollowPath(path, context),
            BlockNode block => FollowBlock(block, context),
            WildcardNode or DescendantNode => Read(context),
            ParentNode => Read(""),
            CallNode call => FollowCall(call, context),
            TransformNode transform => FollowTransform(transform),
            _ => UseParts(node, context),
        };
        return node is PathNode ? field : FollowClauses(node.Clauses, field);
    }

    private string? FollowPath(PathNode path, string? context)
    {
        var field = context;
        foreach (var step in path.Steps)
        {
            if (step is SortNode sort)
            {
                foreach (var term in sort.Terms)
                {
                    Use(term.Expression, field);
                }

                field = FollowClauses(step.Clauses, field);
                continue;
            }

            var next = Follow(step, field);
            if (step.Clauses is { Focus: not null })
            {
                // The value is bound to a variable, and the context stays.
                Read(next);
                continue;
            }

            field = next;
        }

        return FollowGroup(path.Clauses?.Group, field);
    }

    private string? FollowBlock(BlockNode block, string? context)
    {
        string? field = null;
        foreach (var expression in block.Expressions)
        {
            Read(field);
            field = Follow(expression, context);
        }

        return field;
    }

    /// <summary>A built-in function may use the context for a missing argument.</summary>
    private string? FollowCall(CallNode call, string? context)
    {
        if (
            call.Procedure is VariableNode variable
            && _library.Find(variable.Name) is { } function
            && function.MayTakeContext(call.Arguments.Length)
        )
        {
            Read(context);
        }

        return UseParts(call, context);
    }

    private string? FollowTransform(TransformNode transform)
    {
        Use(transform.Pattern, null);
        Use(transform.Update, null);
        if (transform.Delete is not null)
        {
            Use(transform.Delete, null);
        }

        return null;
    }

    private string? FollowClauses(StepClauses? clauses, string? field)
    {
        foreach (var stage in clauses?.Predicates ?? clauses?.Stages ?? [])
        {
            if (stage.Predicate is not null)
            {
                Use(stage.Predicate, field);
            }
        }

        return FollowGroup(clauses?.Group, field);
    }

    private string? FollowGroup(GroupClause? group, string? field)
    {
        foreach (var pair in group?.Pairs ?? [])
        {
            Use(pair.Key, field);
            Use(pair.Value, field);
        }

        return group is null ? field : null;
    }

    private string? UseParts(SyntaxNode node, string? context)
    {
        foreach (var part in SyntaxParts.Of(node))
        {
            Use(part, context);
        }

        return null;
    }

    private void Use(SyntaxNode node, string? context) => Read(Follow(node, context));

    private string? Read(string? field)
    {
        if (field is not null)
        {
            _fields.Add(field.Length == 0 ? Everything : field);
        }

        return null;
    }

    private static string? Field(string? context, string name)
    {
        if (context is { Length: > LongestPath })
        {
            return context;
        }

        var quoted = name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_') ? name : $"`{name}`";
        return context is null ? null
            : context.Length == 0 ? quoted
            : $"{context}.{quoted}";
    }
}
