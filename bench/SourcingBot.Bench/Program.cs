using SourcingBot.Bench;
using SourcingBot.Bench.Reminders;

if (args is ["reminders", .. var rest]) await ReminderBench.RunAsync(rest);
else ReadingBench.Run();
