namespace Cxf.Jsonata.Evaluation;

/// <summary>An order of two items; implemented by structs, so that the sort is compiled for each.</summary>
internal interface IPrecedence<T>
{
    /// <summary>Whether the left item belongs behind the right one.</summary>
    bool IsAfter(in T left, in T right);
}
