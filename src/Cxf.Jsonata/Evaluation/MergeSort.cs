namespace Cxf.Jsonata.Evaluation;

/// <summary>
/// A stable sort that asks exactly what the reference asks, in the same order: functions given by an expression may be
/// no proper order, and then only the same questions give the same result.
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
