namespace Cxf.Jsonata.Dates;

/// <summary>Months and days in English.</summary>
internal static class CalendarNames
{
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ];

    /// <summary>The names of a component's values from 1 up, or null where it has none.</summary>
    public static string[]? Of(char component) => component switch
    {
        'M' or 'x' => Months,
        'F' => Days,
        _ => null,
    };
}
