namespace Cxf.Documents;

/// <summary>
/// Lines and columns of a text by their offset. They are counted once for every block of the text, so that a position costs a
/// look at one block, also where the whole text is one line.
/// </summary>
internal sealed class TextPositions
{
    private const int BlockBytes = 4_096;
    private readonly List<JsonPosition> _atBlocks = [];

    private TextPositions() { }

    public static TextPositions Read(ReadOnlySpan<byte> utf8)
    {
        var positions = new TextPositions();
        var at = new JsonPosition(1, 1);
        positions._atBlocks.Add(at);
        for (var start = 0; start + BlockBytes <= utf8.Length; start += BlockBytes)
        {
            positions._atBlocks.Add(at = After(at, utf8.Slice(start, BlockBytes)));
        }

        return positions;
    }

    /// <summary>The position of the character that starts at an offset.</summary>
    public JsonPosition At(int offset, ReadOnlySpan<byte> utf8)
    {
        var block = offset / BlockBytes;
        return After(_atBlocks[block], utf8[(block * BlockBytes)..offset]);
    }

    private static JsonPosition After(JsonPosition start, ReadOnlySpan<byte> text)
    {
        var lineStart = text.LastIndexOf((byte)'\n') + 1;
        var characters = CountCharacters(text[lineStart..]);
        return lineStart == 0
            ? start with
            {
                Column = start.Column + characters,
            }
            : new JsonPosition(start.Line + text.Count((byte)'\n'), characters + 1);
    }

    // UTF-16 units by the first bytes of characters, so that a character may lie across two blocks: one for each, and two
    // for what UTF-8 writes in four bytes.
    private static int CountCharacters(ReadOnlySpan<byte> text)
    {
        var count = 0;
        foreach (var one in text)
        {
            count +=
                (one & 0xC0) == 0x80 ? 0
                : one >= 0xF0 ? 2
                : 1;
        }

        return count;
    }
}
