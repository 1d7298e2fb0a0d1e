namespace Cxf.Jsonata.Dates;

/// <summary>The components of a date as numbers, with weeks as in ISO 8601.</summary>
internal static class DateComponents
{
    private const int DaysInWeek = 7;
    private const int Thursday = 4;

    /// <summary>The number of a component; null for one that is not a number.</summary>
    public static double? Of(in CivilDate date, char component) =>
        component switch
        {
            'Y' => date.Year,
            'M' => date.Month,
            'D' => date.DayOfMonth,
            'd' => date.Day - DayOf(date.Year, 1) + 1,
            'F' => date.DayOfWeek,
            'W' => WeekInYear(date),
            'w' => WeekInMonth(date),
            'X' => WeekYear(date),
            'x' => WeekMonth(date),
            'H' => date.Hour,
            'h' => date.Hour % 12 == 0 ? 12 : date.Hour % 12,
            'P' => date.Hour >= 12 ? 1 : 0,
            'm' => date.Minute,
            's' => date.Second,
            'f' => date.Millisecond,
            _ => null,
        };

    private static double DayOf(double year, double month) => CivilDate.Utc(year, month) / CivilDate.MillisADay;

    /// <summary>The Monday of the week that holds the first Thursday of a month (of a year, for January).</summary>
    private static double FirstWeek(double year, double month)
    {
        var first = DayOf(year, month);
        var weekday = CivilDate.FromMillis(first * CivilDate.MillisADay)?.DayOfWeek ?? 1;
        return weekday > Thursday ? first + (DaysInWeek + 1 - weekday) : first - (weekday - 1);
    }

    private static double WeekInYear(in CivilDate date)
    {
        var week = Weeks(FirstWeek(date.Year, 1), date.Day);
        return week > 52 && date.Day >= FirstWeek(date.Year + 1, 1) ? 1
            : week < 1 ? Math.Floor(Weeks(FirstWeek(date.Year - 1, 1), date.Day))
            : Math.Floor(week);
    }

    private static double WeekInMonth(in CivilDate date)
    {
        var week = Weeks(FirstWeek(date.Year, date.Month), date.Day);
        return week > 4 && date.Day >= FirstWeek(date.Year, date.Month + 1) ? 1
            : week < 1 ? Math.Floor(Weeks(FirstWeek(date.Year, date.Month - 1), date.Day))
            : Math.Floor(week);
    }

    private static double WeekYear(in CivilDate date) =>
        date.Day < FirstWeek(date.Year, 1) ? date.Year - 1
        : date.Day >= FirstWeek(date.Year + 1, 1) ? date.Year + 1
        : date.Year;

    private static double WeekMonth(in CivilDate date)
    {
        var month =
            date.Day < FirstWeek(date.Year, date.Month) ? date.Month - 1
            : date.Day >= FirstWeek(date.Year, date.Month + 1) ? date.Month + 1
            : date.Month;
        return ((month + 11) % 12) + 1;
    }

    private static double Weeks(double start, double day) => ((day - start) / DaysInWeek) + 1;
}

/// <summary>Months and days in English.</summary>
internal static class CalendarNames
{
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly string[] Months =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    /// <summary>The names of a component's values, starting with 1, or null if it has none.</summary>
    public static string[]? Of(char component) =>
        component switch
        {
            'M' or 'x' => Months,
            'F' => Days,
            _ => null,
        };
}
