namespace Cxf.Jsonata.Dates;

/// <summary>
/// A time in UTC as in JavaScript's <c>Date</c>: the proleptic Gregorian calendar over 100 million days before and after 1970, a
/// larger range than that of <see cref="DateTime"/>.
/// </summary>
internal readonly struct CivilDate
{
    public const double MillisADay = 86_400_000;
    private const double FarthestMillis = 8.64e15;

    // The calendar repeats after 400 years; years that start in March have the leap day at the end.
    private const int DaysInEra = 146_097;
    private const int YearsInEra = 400;
    private const int DaysFromMarch0To1970 = 719_468;

    private CivilDate(double millis)
    {
        Millis = millis;
        Day = Math.Floor(millis / MillisADay);
        MillisOfDay = (int)(millis - (Day * MillisADay));
        (Year, Month, DayOfMonth) = FromDay((long)Day);
    }

    /// <summary>Milliseconds since 1970.</summary>
    public double Millis { get; }

    /// <summary>Days since 1970.</summary>
    public double Day { get; }

    public int Year { get; }

    /// <summary>1 to 12.</summary>
    public int Month { get; }

    public int DayOfMonth { get; }

    public int MillisOfDay { get; }

    public int Hour => MillisOfDay / 3_600_000;

    public int Minute => MillisOfDay / 60_000 % 60;

    public int Second => MillisOfDay / 1000 % 60;

    public int Millisecond => MillisOfDay % 1000;

    /// <summary>1 for Monday to 7 for Sunday.</summary>
    public int DayOfWeek => (int)(((((long)Day + 3) % 7) + 7) % 7) + 1;

    /// <summary>The time, or null where JavaScript has an invalid date.</summary>
    public static CivilDate? FromMillis(double millis) =>
        Math.Abs(millis) <= FarthestMillis ? new CivilDate(Math.Truncate(millis)) : null;

    /// <summary><c>Date.UTC</c> with months from 1: parts out of range carry over.</summary>
    public static double Utc(
        double year,
        double month,
        double day = 1,
        double hour = 0,
        double minute = 0,
        double second = 0,
        double millis = 0
    )
    {
        var months = Math.Floor(month) - 1;
        var years = Math.Floor(year) + Math.Floor(months / 12);
        var date = (DayOf((long)years, (int)(months - (Math.Floor(months / 12) * 12)) + 1) + day - 1) * MillisADay;
        return date + (hour * 3_600_000) + (minute * 60_000) + (second * 1000) + millis;
    }

    private static long DayOf(long year, int month)
    {
        var shifted = month <= 2 ? year - 1 : year;
        var era = FloorDivide(shifted, YearsInEra);
        var yearOfEra = shifted - (era * YearsInEra);
        var dayOfYear = ((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return (era * DaysInEra) + dayOfEra - DaysFromMarch0To1970;
    }

    private static (int Year, int Month, int Day) FromDay(long day)
    {
        var shifted = day + DaysFromMarch0To1970;
        var era = FloorDivide(shifted, DaysInEra);
        var dayOfEra = shifted - (era * DaysInEra);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var month = ((5 * dayOfYear) + 2) / 153;
        var dayOfMonth = dayOfYear - (((153 * month) + 2) / 5) + 1;
        var civilMonth = month < 10 ? month + 3 : month - 9;
        return ((int)(yearOfEra + (era * YearsInEra) + (civilMonth <= 2 ? 1 : 0)), (int)civilMonth, (int)dayOfMonth);
    }

    private static long FloorDivide(long number, long divisor) => (number / divisor) - (number % divisor < 0 ? 1 : 0);
}
