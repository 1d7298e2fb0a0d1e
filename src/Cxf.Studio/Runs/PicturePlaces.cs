using Cxf.Graphs.Drawing;
using Cxf.Studio.Documents;

namespace Cxf.Studio.Runs;

/// <summary>Finds the steps of a run in the picture of its flow.</summary>
internal static class PicturePlaces
{
    /// <summary>The pointer of the step with a label; null if the flow has no such step.</summary>
    public static string? PointerOf(FlowPicture picture, string label) => Find(picture.Outline, label);

    private static string? Find(IEnumerable<OutlineItem> items, string label) =>
        items
            .Select(item =>
                !item.Node.IsDot && item.Node.Label == label
                    ? item.Node.Pointer
                    : Find(item.Parts.SelectMany(part => part.Items), label)
            )
            .FirstOrDefault(pointer => pointer is not null);
}
