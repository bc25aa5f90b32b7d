using SourcingBot.Resources;

namespace SourcingBot.Reminders;

/// <summary>Says the names of holidays so that a buyer knows them.</summary>
public static class HolidayNames
{
    /// <summary>The name for people: China's in the reader's language, others as their file has them.</summary>
    /// <param name="name">The name as in the file; holiday-cn joins two holidays by a comma or "、".</param>
    public static string Say(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.Join(", ", name.Split('、', '，', ',').Select(One));
    }

    private static string One(string name) => name.Trim() switch
    {
        "元旦" => Words.HolidayNewYear,
        ChineseHolidays.SpringFestival => Words.HolidaySpringFestival,
        "清明节" => Words.HolidayQingming,
        "劳动节" => Words.HolidayLabour,
        "端午节" => Words.HolidayDragonBoat,
        "中秋节" => Words.HolidayMidAutumn,
        "国庆节" => Words.HolidayNational,
        var other => other,
    };
}
