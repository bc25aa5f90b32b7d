using SourcingBot.Testing;

namespace SourcingBot.Teams.Tests;

/// <summary>Teams with bad files, late answers and strange buttons.</summary>
public sealed class TeamsCaseBadInputTests : CaseBadInputContract
{
    protected override string Forbidden => "its link has run out";

    protected override async Task<ICaseTalk> StartAsync() => await TeamsTalk.StartAsync();
}
