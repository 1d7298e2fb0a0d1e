using Cxf.StatesLanguage.DataFlow;

namespace Cxf.StatesLanguage.Reading;

/// <summary>A Timestamp that is written in the definition.</summary>
internal static class TimestampConstant
{
    public static TimestampField? Read(Node field)
    {
        if (Timestamp.TryParse(field.Text, out var time))
        {
            return new ConstantTimestamp(time);
        }

        field.Error("String does not match RFC3339 timestamp");
        return null;
    }
}
