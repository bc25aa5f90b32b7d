using SourcingBot.Testing;

namespace SourcingBot.Teams.Tests;

/// <summary>Every kind of activity that Teams sends, through the front door, and the event that it becomes.</summary>
public sealed class TeamsPayloadTests(TeamsPayloadTests.Program program) : IClassFixture<TeamsPayloadTests.Program>
{
    public static TheoryData<string> Payloads => [.. Payload.Names()];

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task An_activity_becomes_its_event(string name)
    {
        var payload = Payload.Of(name);
        using var request = TestBotFramework.Request(payload.Send.GetRawText(), program.Framework.Token());

        await payload.CheckAsync(program.Host, request);
    }

    /// <summary>One program for all activities, and a connector that takes everything.</summary>
    public sealed class Program : IAsyncLifetime
    {
        public Program() => Connector = new FakeOutside((request, _) => Framework.Answer(request) ?? TestBotFramework.Ok(new { id = "1" }));

        public FakeOutside Connector { get; }

        internal TestBotFramework Framework { get; } = new();

        public RunningHost Host { get; private set; } = null!;

        public async Task InitializeAsync() => Host = await RunningHost.StartAsync(Connector, TestBotFramework.Settings);

        public async Task DisposeAsync()
        {
            await Host.DisposeAsync();
            Framework.Dispose();
        }
    }
}
