using Cxf.Jsonata.Diagnostics;

namespace Cxf.Jsonata.Evaluation;

/// <summary>What counts as a number.</summary>
internal static class Numbers
{
    /// <summary>True for a number; NaN is none, and infinity is an error wherever it is used.</summary>
    public static bool IsNumeric(in JsonataValue value)
    {
        if (!value.IsNumber || double.IsNaN(value.Number))
        {
            return false;
        }

        return !double.IsInfinity(value.Number) ? true : throw Errors.Evaluation("D1001", value);
    }
}
