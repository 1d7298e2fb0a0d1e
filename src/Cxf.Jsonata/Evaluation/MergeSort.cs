namespace Cxf.Jsonata.Evaluation;

/// <summary>An order of two items; implemented by structs, so that the sort is compiled for each.</summary>
internal interface IPrecedence<T>
{
    /// <summary>Whether the left item belongs after the right one.</summary>
    bool IsAfter(in T left, in T right);
}

/// <summary>
/// A stable sort that makes the same comparisons as the reference, in the same order: a comparison function of an expression may
/// be inconsistent, and then the result depends on the sequence of comparisons.
/// </summary>
internal static class MergeSort
{
    public static void Sort<T, TPrecedence>(T[] items, TPrecedence precedence)
        where TPrecedence : IPrecedence<T>
    {
        if (items.Length > 1)
        {
            Sort(items, new T[items.Length], 0, items.Length, precedence);
        }
    }

    private static void Sort<T, TPrecedence>(T[] items, T[] room, int start, int end, TPrecedence precedence)
        where TPrecedence : IPrecedence<T>
    {
        if (end - start <= 1)
        {
            return;
        }

        var middle = start + ((end - start) / 2);
        Sort(items, room, start, middle, precedence);
        Sort(items, room, middle, end, precedence);
        Merge(items, room, start, middle, end, precedence);
    }

    private static void Merge<T, TPrecedence>(T[] items, T[] room, int start, int middle, int end, TPrecedence precedence)
        where TPrecedence : IPrecedence<T>
    {
        Array.Copy(items, start, room, start, middle - start);
        var left = start;
        var right = middle;
        var next = start;
        while (left < middle && right < end)
        {
            items[next++] = precedence.IsAfter(room[left], items[right]) ? items[right++] : room[left++];
        }

        Array.Copy(room, left, items, next, middle - left);
    }
}
