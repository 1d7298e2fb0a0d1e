namespace Cxf.StatesLanguage.Data;

/// <summary>How a packed document or text is written.</summary>
internal static class PackMarks
{
    public const int Null = 0;
    public const int Object = 1;
    public const int Bytes = 2;
    public const int Characters = 3;

    /// <summary>The last one of those before; the one before that is one more, and so on.</summary>
    public const int Seen = 4;
}
