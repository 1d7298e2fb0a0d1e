namespace Cxf.Jsonata.Syntax;

/// <summary>What one <c>%</c> refers to: the step that binds it is found while the paths around it are built.</summary>
internal sealed class ParentSlot(string label)
{
    /// <summary>The name the ancestor is bound to; two slots bound by the same step share one.</summary>
    public string Label { get; set; } = label;

    /// <summary>How many steps up the binding step still is.</summary>
    public int Level { get; set; } = 1;
}
