using System.Globalization;
using NodaTime;
using SourcingBot.Orders;
using SourcingBot.Reminders;
using SourcingBot.Tests.Orders;
using static SourcingBot.Tests.Orders.TestOrder;

namespace SourcingBot.Tests.Reminders;

public class ReminderPlannerTests
{
    private static readonly Instant Early = At("2020-01-01T00:00Z");

    // Due, reader's zone, and when each reminder comes there: 14, 7, 3, 1 days before and the last day.
    public static TheoryData<string, string, string> Windows => new()
    {
        // Thursday 2 July in Berlin; 18 and 25 June and 29 June are working days, but 19 June is Dragon Boat.
        { "2026-07-02T16:00Z", "Europe/Berlin", "06-18 09:00, 06-25 09:00, 06-29 09:00, 07-01 09:00, 07-02 09:00" },

        // The last day in Beijing ends at 09:00 in Los Angeles: the last reminder comes the evening before.
        { "2026-07-02T16:00Z", "America/Los_Angeles", "06-18 09:00, 06-25 09:00, 06-29 09:00, 07-01 09:00, 07-01 19:00" },

        // Summer time ends in Berlin on 25 October, the day of the 7-day reminder: moved to Friday, still at 09:00 there.
        { "2026-11-01T16:00Z", "Europe/Berlin", "10-16 09:00, 10-23 09:00, 10-29 09:00, 10-30 09:00, 11-01 09:00" },

        // Summer time begins in Berlin on 29 March, between the reminders.
        { "2026-04-01T16:00Z", "Europe/Berlin", "03-18 09:00, 03-25 09:00, 03-27 09:00, 03-31 09:00, 04-01 09:00" },

        // In Los Angeles it begins on 8 March and ends on 1 November.
        { "2026-03-10T16:00Z", "America/Los_Angeles", "02-24 09:00, 03-03 09:00, 03-06 09:00, 03-09 09:00, 03-09 19:00" },
        { "2026-11-03T16:00Z", "America/Los_Angeles", "10-20 09:00, 10-27 09:00, 10-30 09:00, 11-02 09:00, 11-02 19:00" },

        // The Spring Festival, 15 to 23 February: reminders in it come before it, on a day on which both sides work.
        { "2026-02-24T16:00Z", "Europe/Berlin", "02-10 09:00, 02-13 09:00, 02-24 09:00" },

        // East of the date line.
        { "2026-07-02T16:00Z", "Pacific/Auckland", "06-18 09:00, 06-26 09:00, 06-30 09:00, 07-02 09:00, 07-02 19:00" },
        { "2026-07-02T16:00Z", "Pacific/Kiritimati", "06-18 09:00, 06-26 09:00, 06-30 09:00, 07-02 09:00, 07-02 19:00" },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public void A_dispute_window_is_reminded_of_at_decent_hours(string due, string zone, string times)
    {
        var deadline = Deadline(DeadlineKind.DisputeWindow, due);
        var reader = Reader(zone);
        var found = ReminderPlanner.Plan(deadline, null, reader, Early);

        Assert.Equal(times, string.Join(", ", found.Select(r => r.At.InZone(reader.Zone).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture))));
        Assert.All(found, r => Assert.True(r.At < deadline.Due));
        Assert.All(found, r => Assert.False(reader.Quiet.Contains(r.At.InZone(reader.Zone).TimeOfDay)));
    }

    [Fact]
    public void Every_hour_of_a_year_and_many_zones_are_reminded_of_before_they_are_due_and_earlier_rather_than_later()
    {
        foreach (var zone in new[] { "America/Los_Angeles", "Europe/Berlin", "Asia/Shanghai", "Australia/Lord_Howe", "America/St_Johns", "Asia/Kathmandu" })
        {
            var reader = Reader(zone);
            for (var due = At("2026-01-20T00:00Z"); due < At("2027-01-20T00:00Z"); due += Duration.FromHours(7))
            {
                var reminders = ReminderPlanner.Plan(Deadline(DeadlineKind.DisputeWindow, due), null, reader, Early);
                Assert.True(reminders[^1].At <= due - Duration.FromHours(3), $"{zone} {due}");
                foreach (var gentle in reminders.SkipLast(1))
                {
                    var local = gentle.At.InZone(reader.Zone);
                    Assert.False(reader.Quiet.Contains(local.TimeOfDay));
                    Assert.True(reader.Reader.IsWorkingDay(local.Date) && reader.Supplier.IsWorkingDay(local.Date), $"{zone} {due} {local}");
                    Assert.True(gentle.MovedFrom is null || gentle.At < gentle.MovedFrom);
                }
            }
        }
    }

    [Fact]
    public void The_last_one_keeps_its_day_and_says_why()
    {
        // 4 October 2026 is a Sunday in Golden Week.
        var last = ReminderPlanner.Plan(Deadline(DeadlineKind.DisputeWindow, "2026-10-04T16:00Z"), null, Reader("Europe/Berlin"), Early)[^1];

        Assert.Equal((ReminderKind.Last, At("2026-10-04T07:00Z")), (last.Kind, last.At));
        Assert.Equal(QuietBreak.Weekend | QuietBreak.SupplierHoliday, last.Breaks);
        Assert.Equal("Golden Week", HolidayNames.Say(last.Holiday!));
    }

    [Fact]
    public void A_moved_one_says_from_when_and_around_what()
    {
        var moved = ReminderPlanner.Plan(Deadline(DeadlineKind.DisputeWindow, "2026-10-08T16:00Z"), [3], Reader("Europe/Berlin"), Early)[0];

        Assert.Equal((At("2026-09-30T07:00Z"), At("2026-10-05T07:00Z"), "国庆节"), (moved.At, moved.MovedFrom, moved.Holiday));
    }

    [Fact]
    public void A_deadline_told_at_night_for_that_night_breaks_quiet_hours()
    {
        // Told at 22:00 in Berlin, over at 04:00.
        var deadline = Deadline(DeadlineKind.Evidence, "2026-06-11T02:00Z", told: "2026-06-10T20:00Z");
        var last = Assert.Single(ReminderPlanner.Plan(deadline, [0], Reader("Europe/Berlin"), At("2026-06-10T20:00Z")));

        Assert.Equal((At("2026-06-10T23:00Z"), QuietBreak.QuietHours), (last.At, last.Breaks));
    }

    [Fact]
    public void What_is_due_within_hours_is_told_at_once()
    {
        var now = At("2026-06-10T20:00Z");
        var last = Assert.Single(ReminderPlanner.Plan(Deadline(DeadlineKind.Evidence, "2026-06-10T21:00Z", told: "2026-06-10T20:00Z"), null, Reader("Europe/Berlin"), now));

        Assert.Equal((now, ReminderKind.Last, QuietBreak.QuietHours), (last.At, last.Kind, last.Breaks));
    }

    [Fact]
    public void What_is_past_is_one_reminder_now()
    {
        // Told with six days left: 14 and 7 days are over.
        var now = At("2026-06-26T10:00Z");
        var found = ReminderPlanner.Plan(Deadline(DeadlineKind.DisputeWindow, "2026-07-02T16:00Z"), null, Reader("Europe/Berlin"), now);

        Assert.Equal([(ReminderKind.CatchUp, 7), (ReminderKind.Gentle, 3), (ReminderKind.Gentle, 1), (ReminderKind.Last, 0)], found.Select(r => (r.Kind, r.DaysBefore)));
        Assert.Equal(now, found[0].At);
    }

    [Fact]
    public void A_deadline_that_has_already_come_is_told_at_once_as_late()
    {
        var now = At("2026-07-05T10:00Z");
        var late = Deadline(DeadlineKind.DisputeWindow, "2026-07-02T16:00Z") with { Status = DeadlineStatus.LateAtEntry };

        Assert.Equal((ReminderKind.Late, now), Of(Assert.Single(ReminderPlanner.Plan(late, null, Reader("Europe/Berlin"), now))));
        Assert.Empty(ReminderPlanner.Plan(late with { Kind = DeadlineKind.Cancellation }, null, Reader("Europe/Berlin"), now));
        Assert.Empty(ReminderPlanner.Plan(late with { Actor = Party.Supplier }, null, Reader("Europe/Berlin"), now));

        static (ReminderKind, Instant) Of(PlannedReminder r) => (r.Kind, r.At);
    }

    [Theory]
    [InlineData(DeadlineStatus.Done)]
    [InlineData(DeadlineStatus.Moot)]
    [InlineData(DeadlineStatus.Expired)]
    public void What_is_over_is_not_reminded_of(DeadlineStatus status) =>
        Assert.Empty(ReminderPlanner.Plan(Deadline(DeadlineKind.DisputeWindow, "2026-07-02T16:00Z") with { Status = status }, null, Reader("Europe/Berlin"), Early));

    [Fact]
    public void Planning_again_gives_the_same_keys_and_times()
    {
        var deadline = Deadline(DeadlineKind.DisputeWindow, "2026-07-02T16:00Z");
        var first = ReminderPlanner.Plan(deadline, null, Reader("Europe/Berlin"), Early, hasBackup: true);
        foreach (var now in first.Select(r => r.At))
        {
            var again = ReminderPlanner.Plan(deadline, null, Reader("Europe/Berlin"), now, hasBackup: true);
            Assert.All(again, r => Assert.Contains(first, f => f.Key == r.Key && (f.At == r.At || f.At <= now)));
            Assert.Equal(first[^1] with { UnlessAnswered = [] }, again[^1] with { UnlessAnswered = [] });
        }

        // A deadline that moves has reminders of its own.
        var moved = ReminderPlanner.Plan(deadline with { DueDate = deadline.DueDate.PlusDays(3), Due = deadline.Due + Duration.FromDays(3) }, null, Reader("Europe/Berlin"), Early);
        Assert.Empty(moved.Select(r => r.Key).Intersect(first.Select(r => r.Key)));
    }

    [Fact]
    public void The_backup_is_asked_when_nobody_reacts_to_the_last_two()
    {
        var found = ReminderPlanner.Plan(Deadline(DeadlineKind.DisputeWindow, "2026-07-02T16:00Z"), null, Reader("Europe/Berlin"), Early, hasBackup: true);
        var escalation = found[^1];

        Assert.Equal((ReminderKind.Escalation, At("2026-07-02T09:00Z")), (escalation.Kind, escalation.At));
        Assert.Equal(found.SkipLast(1).TakeLast(2).Select(r => r.Key), escalation.UnlessAnswered);
        Assert.DoesNotContain(ReminderPlanner.Plan(Deadline(DeadlineKind.SupplierAnswer, "2026-07-02T16:00Z") with { Actor = Party.Supplier }, null, Reader("Europe/Berlin"), Early, hasBackup: true), r => r.Kind == ReminderKind.Escalation);
    }

    [Fact]
    public void What_opens_is_told_when_it_is_open()
    {
        // Opens at midnight in Berlin: told at the end of the quiet hours, not the evening before.
        var deadline = Deadline(DeadlineKind.Escalation, "2026-06-04T22:00Z") with { Opens = true };
        var last = ReminderPlanner.Plan(deadline, null, Reader("Europe/Berlin"), Early)[^1];

        Assert.Equal(At("2026-06-05T06:00Z"), last.At);
        Assert.Equal(last, ReminderPlanner.Plan(deadline with { Status = DeadlineStatus.Open }, null, Reader("Europe/Berlin"), At("2026-06-05T01:00Z"))[^1]);
    }

    [Fact]
    public void A_summary_of_what_was_missed_is_by_urgency_and_one_line_a_deadline()
    {
        var order = new Order { Number = "1", Supplier = "A" };
        MissedReminder Missed(string key, string due, DeadlineStatus status, int days) => new(
            order, Deadline(DeadlineKind.DisputeWindow, due) with { Key = key, Status = status },
            new PlannedReminder { Key = $"{key}/{days}", DeadlineKey = key, At = At(due) - Duration.FromDays(days), Kind = ReminderKind.Gentle, DaysBefore = days });

        var summary = MissedSummary.Sort(
        [
            Missed("over-long", "2026-07-01T16:00Z", DeadlineStatus.Expired, 0), Missed("later", "2026-07-20T16:00Z", DeadlineStatus.Running, 14), Missed("soon", "2026-07-06T16:00Z", DeadlineStatus.Running, 3),
            Missed("soon", "2026-07-06T16:00Z", DeadlineStatus.Running, 1), Missed("over", "2026-07-04T16:00Z", DeadlineStatus.Expired, 0), Missed("done", "2026-07-05T16:00Z", DeadlineStatus.Done, 0),
        ]);

        Assert.Equal(["soon/1", "later/14", "over/0", "over-long/0"], summary.Select(m => m.Reminder.Key));
    }

    [Fact]
    public void A_digest_tells_the_week_the_month_and_what_was_lost()
    {
        const string now = "2026-06-29T08:00Z";
        var order = new TestOrder().With(OrderEventKind.Delivered, "2026-06-01");
        var other = new TestOrder().With(OrderEventKind.Delivered, "2026-06-20");
        var lost = new TestOrder().With(OrderEventKind.Delivered, "2026-05-28");
        var closed = new TestOrder().With(OrderEventKind.Delivered, "2026-06-02").With(OrderEventKind.Closed, "2026-06-10");
        DigestOrder Of(TestOrder o) => new(o.State(now), [.. o.Plan(now).Deadlines.Where(d => d.RuleId == "refund-window")], []);

        var digest = WeeklyDigest.Build([Of(order), Of(other), Of(lost), Of(closed)], At(now));

        Assert.Equal((Day("2026-07-01"), Day("2026-07-20"), Day("2026-06-27"), 3), (Only(digest.ThisWeek), Only(digest.Later), Only(digest.Over), digest.RunningOrders));
        Assert.True(WeeklyDigest.Build([Of(closed)], At(now)).IsEmpty);

        static LocalDate Only(IReadOnlyList<OrderDeadline> deadlines) => Assert.Single(deadlines).Deadline.DueDate;
    }

    private static ReaderTime Reader(string zone) => new(
        DateTimeZoneProviders.Tzdb[zone], WorkingCalendars.BuiltIn.Of(null), WorkingCalendars.BuiltIn.Of("CN"), QuietHours.Default);

    private static Deadline Deadline(DeadlineKind kind, string due, string? told = null) => Deadline(kind, At(due), told);

    private static Deadline Deadline(DeadlineKind kind, Instant due, string? told = null)
    {
        var beijing = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
        return new Deadline
        {
            Key = "market/window",
            PolicyId = "market",
            PolicyVersion = 1,
            RuleId = "window",
            Title = "Window",
            Do = "Ask.",
            Kind = kind,
            Actor = Party.Buyer,
            Due = due,
            DueDate = (due - Duration.Epsilon).InZone(beijing).Date,
            ClockZone = beijing,
            StartedBy = told is null ? null : new OrderEvent { Id = Guid.Empty, Kind = OrderEventKind.EvidenceSlotOpened, On = OccurredOn.At(At(told)), RecordedAt = At(told) },
            Status = DeadlineStatus.Running,
            DaysLeft = 0,
            Source = "a page",
            Confidence = Confidence.High,
        };
    }
}
