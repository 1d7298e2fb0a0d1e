namespace Cxf.Jsonata.NumberPictures;

/// <summary>Whether separators stand at equal distances, as for thousands.</summary>
internal static class RegularGrouping
{
    /// <summary>The distance, or 0 where there is no single one.</summary>
    public static int WidthOf(int[] positions)
    {
        if (positions.Length == 0)
        {
            return 0;
        }

        var width = positions.Aggregate(Divisor);
        for (var index = 1; index <= positions.Length; index++)
        {
            if (!positions.Contains(index * width))
            {
                return 0;
            }
        }

        return width;
    }

    private static int Divisor(int left, int right) => right == 0 ? left : Divisor(right, left % right);
}
