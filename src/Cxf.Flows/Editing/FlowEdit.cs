namespace Cxf.Flows.Editing;

/// <summary>What came of an edit of a flow's text.</summary>
/// <param name="Text">The text after it; the text before it if it was refused.</param>
/// <param name="Pointer">The location of the step that it is about, after the edit; null if it is about no step.</param>
/// <param name="Refusal">Why nothing was changed; null if it was done.</param>
public sealed record FlowEdit(string Text, string? Pointer, string? Refusal = null);
