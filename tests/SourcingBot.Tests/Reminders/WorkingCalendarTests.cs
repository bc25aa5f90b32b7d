using NodaTime;
using SourcingBot.Reminders;
using SourcingBot.Text;
using static SourcingBot.Tests.Orders.TestOrder;

namespace SourcingBot.Tests.Reminders;

public class WorkingCalendarTests
{
    private static readonly WorkingCalendar China = WorkingCalendars.BuiltIn.Of("cn");

    [Theory]
    [InlineData("2026-01-02", DayKind.Holiday)]
    [InlineData("2026-01-04", DayKind.MakeUpWorking)]
    [InlineData("2026-02-14", DayKind.MakeUpWorking)]
    [InlineData("2026-02-15", DayKind.Holiday)]
    [InlineData("2026-02-23", DayKind.Holiday)]
    [InlineData("2026-02-24", DayKind.Working)]
    [InlineData("2026-02-28", DayKind.MakeUpWorking)]
    [InlineData("2026-04-06", DayKind.Holiday)]
    [InlineData("2026-05-05", DayKind.Holiday)]
    [InlineData("2026-05-09", DayKind.MakeUpWorking)]
    [InlineData("2026-06-19", DayKind.Holiday)]
    [InlineData("2026-09-20", DayKind.MakeUpWorking)]
    [InlineData("2026-09-25", DayKind.Holiday)]
    [InlineData("2026-10-07", DayKind.Holiday)]
    [InlineData("2026-10-08", DayKind.Working)]
    [InlineData("2026-10-10", DayKind.MakeUpWorking)]
    [InlineData("2026-10-11", DayKind.Weekend)]
    public void The_year_2026_is_as_announced(string date, DayKind kind)
    {
        Assert.Equal(kind, China.KindOf(Day(date)));
        Assert.False(China.IsEstimated(Day(date)));
    }

    [Theory]
    [InlineData(2026, "02-17", "04-05", "06-19", "09-25")]
    [InlineData(2027, "02-06", "04-05", "06-09", "09-15")]
    [InlineData(2028, "01-26", "04-04", "05-28", "10-03")]
    [InlineData(2029, "02-13", "04-04", "06-16", "09-22")]
    [InlineData(2030, "02-03", "04-05", "06-05", "09-12")]
    public void Later_years_are_computed_leap_months_minded(int year, string newYear, string qingming, string dragonBoat, string midAutumn) =>
        Assert.Equal(
            new[] { newYear, qingming, dragonBoat, midAutumn }.Select(d => Day($"{year}-{d}")),
            [ChineseHolidays.LunarDate(year, 1, 1), ChineseHolidays.Qingming(year), ChineseHolidays.LunarDate(year, 5, 5), ChineseHolidays.LunarDate(year, 8, 15)]);

    [Theory]
    [InlineData("2027-02-04", "2027-02-05", "2027-02-12", "2027-02-15")]
    [InlineData("2028-01-24", "2028-01-25", "2028-02-01", "2028-02-02")]
    [InlineData("2028-09-29", "2028-10-02", "2028-10-08", "2028-10-09")]
    [InlineData("2029-02-09", "2029-02-12", "2029-02-19", "2029-02-20")]
    public void Estimated_blocks_are_as_long_as_the_last_announced_ones(string before, string first, string last, string after)
    {
        Assert.Equal(Day(before), China.OnOrBefore(Day(first)));
        Assert.Equal(Day(before), China.OnOrBefore(Day(last)));
        Assert.Equal(Day(after), China.AddWorkingDays(Day(first), 1));
        Assert.True(China.SpecialOn(Day(last))!.IsEstimated);
        Assert.True(China.IsEstimated(Day(before)));
    }

    [Theory]
    [InlineData("2026-02-18", -5, "2026-02-10")]
    [InlineData("2026-02-13", 2, "2026-02-24")]
    [InlineData("2026-02-13", 0, "2026-02-13")]
    public void Working_days_are_counted_both_ways(string start, int days, string end) => Assert.Equal(Day(end), China.AddWorkingDays(Day(start), days));

    [Fact]
    public void A_file_takes_the_place_of_a_year()
    {
        var announced = WorkingCalendars.With([("2027.json", """{ "year": 2027, "papers": [], "days": [ { "name": "春节", "date": "2027-02-13", "isOffDay": false }, { "name": "元旦", "date": "2026-12-31", "isOffDay": true } ] }""")]).Of("CN");

        Assert.Equal((DayKind.MakeUpWorking, DayKind.Working, DayKind.Holiday), (announced.KindOf(Day("2027-02-13")), announced.KindOf(Day("2027-02-08")), announced.KindOf(Day("2026-12-31"))));
        Assert.False(announced.IsEstimated(Day("2027-02-08")));
        Assert.Equal(DayKind.Holiday, announced.KindOf(Day("2026-10-01")));
    }

    [Fact]
    public void A_year_that_is_not_announced_yet_stays_estimated() =>
        Assert.True(WorkingCalendars.With([("2027.json", """{ "year": 2027, "papers": [], "days": [] }""")]).Of("CN").IsEstimated(Day("2027-02-08")));

    [Fact]
    public void Other_countries_come_by_file_with_their_own_weekend()
    {
        var calendars = WorkingCalendars.With([("ae.json", """{ "country": "ae", "year": 2026, "weekend": ["friday", "saturday"], "days": [ { "name": "National Day", "date": "2026-12-02", "isOffDay": true } ] }""")]);

        Assert.Equal([DayKind.Holiday, DayKind.Weekend, DayKind.Working], new[] { "2026-12-02", "2026-12-04", "2026-12-06" }.Select(d => calendars.Of("AE").KindOf(Day(d))));
        Assert.Equal(DayKind.Weekend, calendars.Of("US").KindOf(Day("2026-12-06")));
        Assert.Equal(DayKind.Working, calendars.Of(null).KindOf(Day("2026-10-01")));
    }

    [Theory]
    [InlineData("""{ "year": 2027 }""", "the key \"days\"")]
    [InlineData("""{ "year": 2027, "days": [ { "name": "x", "date": "2027-02-30", "isOffDay": true } ] }""", "days[0].date: expected a date")]
    [InlineData("""{ "year": 2027, "days": [ { "name": "x", "date": "2029-02-03", "isOffDay": true } ] }""", "days[0].date: expected a date in 2027")]
    [InlineData("""{ "country": "China", "year": 2027, "days": [] }""", "country: expected a country's two letters")]
    [InlineData("""{ "year": 2027, "days": [ { "name": "x", "date": "2027-02-03", "isOffDay": "no" } ] }""", "days[0].isOffDay: expected true or false")]
    public void A_bad_file_is_refused_with_file_and_place(string json, string words) =>
        Assert.Contains("my.json: " + words, Assert.Throws<DataFileException>(() => WorkingCalendars.With([("my.json", json)])).Message.Replace("the file: expected ", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Theory]
    [InlineData("20:00-08:00", "19:59", false)]
    [InlineData("20:00-08:00", "20:00", true)]
    [InlineData("20:00-08:00", "07:59", true)]
    [InlineData("20:00-08:00", "08:00", false)]
    [InlineData("12:00-13:30", "12:30", true)]
    [InlineData("12:00-13:30", "14:00", false)]
    [InlineData("8:00-8:00", "08:00", false)]
    public void Quiet_hours_go_over_midnight(string quiet, string time, bool isQuiet) =>
        Assert.Equal(isQuiet, QuietHours.Parse(quiet).Contains(NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Value));

    [Theory]
    [InlineData("")]
    [InlineData("20-8")]
    [InlineData("25:00-08:00")]
    [InlineData("20:00")]
    public void Quiet_hours_that_are_none_say_how_to_write_them(string text) =>
        Assert.Contains("20:00-08:00", Assert.Throws<FormatException>(() => QuietHours.Parse(text)).Message, StringComparison.Ordinal);
}
