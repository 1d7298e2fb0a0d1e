using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Limits;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Parsing;

/// <summary>
/// Finds the step whose context a <c>%</c> refers to: one step up for each consecutive <c>%</c>, through blocks and nested paths.
/// That step then keeps its context under the slot's label.
/// </summary>
internal sealed class ParentBinding
{
    private const int MaxSlots = 1_000;

    private int _slots;

    /// <summary>Whether there has been a <c>%</c>; without one there is nothing to do.</summary>
    public bool Any => _slots > 0;

    /// <summary>Each <c>%</c> looks for its step along the path behind it, so that many would take for ever together.</summary>
    /// <exception cref="JsonataException">There are too many.</exception>
    public ParentSlot NewSlot() => _slots < MaxSlots ? new($"!{_slots++}") : throw LimitErrors.TooManyParents(MaxSlots);

    /// <summary>Passes the open slots of a part to the node around it.</summary>
    public void Push(SyntaxNode around, SyntaxNode part)
    {
        if (!Any || OpenSlots(part) is not { Count: > 0 } slots)
        {
            return;
        }

        (around.EnsureClauses().SeekingParents ??= []).AddRange(slots);
    }

    /// <summary>Resolves the slots of a path's last step along the steps before it.</summary>
    public static void Resolve(PathNode path)
    {
        foreach (var slot in OpenSlots(path.Last))
        {
            var index = path.Steps.Count - 2;
            while (slot.Level > 0)
            {
                if (index < 0)
                {
                    (path.EnsureClauses().SeekingParents ??= []).Add(slot);
                    break;
                }

                var step = path.Steps[index--];
                // Steps that only bind a focus leave the context where it is.
                while (index >= 0 && step.Clauses is { Focus: not null } && path.Steps[index].Clauses is { Focus: not null })
                {
                    step = path.Steps[index--];
                }

                Seek(step, slot);
            }
        }
    }

    /// <summary>Resolves the slots of a predicate: one step up is the context of the step before it.</summary>
    public void ResolvePredicate(SyntaxNode step, SyntaxNode predicate)
    {
        if (predicate.Clauses?.SeekingParents is not { } slots)
        {
            return;
        }

        foreach (var slot in slots)
        {
            if (slot.Level == 1)
            {
                Seek(step, slot);
            }
            else
            {
                slot.Level--;
            }
        }

        Push(step, predicate);
    }

    public static bool IsUnresolved(SyntaxNode expression) =>
        expression is ParentNode || expression.Clauses?.SeekingParents is not null;

    public static string TypeName(SyntaxNode node) =>
        node switch
        {
            ParentNode => "parent",
            PathNode or NameNode => "path",
            BinaryNode => "binary",
            NegateNode or ArrayNode or ObjectNode => "unary",
            CallNode => "function",
            VariableNode => "variable",
            DescendantNode => "descendant",
            _ => node.GetType().Name.Replace("Node", "").ToLowerInvariant(),
        };

    private static List<ParentSlot> OpenSlots(SyntaxNode node)
    {
        var slots = new List<ParentSlot>(node.Clauses?.SeekingParents ?? []);
        if (node is ParentNode parent)
        {
            slots.Add(parent.Slot);
        }

        return slots;
    }

    private static void Seek(SyntaxNode node, ParentSlot slot)
    {
        StackGuard.Check();
        switch (node)
        {
            case NameNode or WildcardNode:
                BindTo(node.EnsureClauses(), slot);
                break;
            case ParentNode:
                slot.Level++;
                break;
            case BlockNode block:
                if (block.Expressions.Length > 0)
                {
                    block.EnsureClauses().IsTuple = true;
                    Seek(block.Expressions[^1], slot);
                }

                break;
            case PathNode path:
                path.EnsureClauses().IsTuple = true;
                var index = path.Steps.Count - 1;
                Seek(path.Steps[index--], slot);
                while (slot.Level > 0 && index >= 0)
                {
                    Seek(path.Steps[index--], slot);
                }

                break;
            default:
                throw Errors.Syntax("S0217", node.Position, TypeName(node));
        }
    }

    private static void BindTo(StepClauses clauses, ParentSlot slot)
    {
        slot.Level--;
        if (slot.Level > 0)
        {
            return;
        }

        if (clauses.Ancestor is { } bound)
        {
            slot.Label = bound.Label;
        }

        clauses.Ancestor = slot;
        clauses.IsTuple = true;
    }
}
