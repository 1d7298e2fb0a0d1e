using Cxf.Jsonata.Compilation;

namespace Cxf.Jsonata.Evaluation;

/// <summary>
/// The variables of one block, function call or binding of a path, at run time. Their slots come from a <see
/// cref="Compilation.Scope"/>.
/// </summary>
internal class Frame(Frame? parent, JsonataValue[] slots)
{
    public Frame? Parent { get; set; } = parent;

    public JsonataValue[] Slots { get; } = slots;

    /// <summary>The outermost frame of an expression without bindings at the top level.</summary>
    public static Frame Empty { get; } = new(null, []);

    /// <summary>A frame without bindings.</summary>
    public static Frame Unbound(Frame? parent, int count)
    {
        var slots = count == 0 ? [] : new JsonataValue[count];
        Array.Fill(slots, JsonataValue.Unbound);
        return new Frame(parent, slots);
    }
}

/// <summary>The variables that are visible at a function call, for <c>$eval</c>.</summary>
internal sealed record CallSite(Scope Scope, Frame Frame);
