namespace Cxf.Studio.Documents;

/// <summary>Steps that were copied last, for all pages of the studio: they can be pasted into another flow.</summary>
internal sealed class FlowClipboard
{
    /// <summary>The steps as text; empty if nothing was copied.</summary>
    public string Text { get; set; } = "";
}
