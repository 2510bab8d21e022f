using System.Globalization;

namespace HaIac.Cib.Rules;

/// <summary>
/// Looks for a day that is in all of some calendars. Years repeat themselves after 28, except where a century's leap year is left out; of any
/// 80 years, 28 in a row have none of these, so no more have to be looked at.
/// </summary>
internal static class CalendarDays
{
    private const int Cycle = 80;
    private const int FirstYear = 1901;
    private const int LastYear = 9998;

    /// <summary>Whether there is such a day, in years that Pacemaker and this library both can count; outside of them yes.</summary>
    public static bool Any(IReadOnlyList<DateSpec> calendars)
    {
        if (calendars.Count == 1 && calendars[0].Parts.Count(part => part.Name is not ("hours" or "minutes" or "seconds" or "moon")) < 2)
        {
            return true;
        }

        var years = calendars.SelectMany(calendar => new[] { calendar.Years, calendar.Weekyears }).OfType<DateRange>().ToList();
        if (years.Exists(range => range.First > LastYear || range.Last < FirstYear))
        {
            return true;
        }

        // A week's year is at most one off, so one year more on either side takes in all days.
        var first = Math.Max(FirstYear, years.Select(range => range.First ?? 0).DefaultIfEmpty(0).Max() - 1);
        var last = Math.Min(Math.Min(LastYear, first + Cycle + 2), years.Select(range => range.Last ?? LastYear).DefaultIfEmpty(LastYear).Min() + 1);
        for (var day = new DateTime(first, 1, 1); day.Year <= last; day = day.AddDays(1))
        {
            if (calendars.All(calendar => IsIn(calendar, day)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsIn(DateSpec calendar, DateTime day) =>
        In(calendar.Years, day.Year)
        && In(calendar.Months, day.Month)
        && In(calendar.Monthdays, day.Day)
        && In(calendar.Yeardays, day.DayOfYear)
        && In(calendar.Weekdays, day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek)
        && (calendar.Weeks is null || In(calendar.Weeks, ISOWeek.GetWeekOfYear(day)))
        && (calendar.Weekyears is null || In(calendar.Weekyears, ISOWeek.GetYear(day)));

    private static bool In(DateRange? range, int number) => range is null || range.Value.Contains(number);
}
