using Microsoft.Extensions.Logging.Abstractions;
using SourcingBot.Host.SecondReader;
using SourcingBot.SecondReader;

namespace SourcingBot.Tests.SecondReader;

/// <summary>A model that never answers costs a person no more than the time that was set.</summary>
public sealed class OpenAiReaderTests
{
    [Fact]
    public async Task A_model_that_does_not_answer_in_time_is_told_as_too_slow()
    {
        var options = new SecondReaderOptions(new Uri("https://models.example/v1"), "m", null) { Timeout = TimeSpan.FromMilliseconds(100) };
        var reader = new OpenAiReader(options, new Clients(), NullLogger<OpenAiReader>.Instance);

        Assert.Equal(SecondReadingStatus.TooSlow, (await reader.ReadAsync("hello", CancellationToken.None)).Status);
    }

    [Fact]
    public async Task A_stop_of_the_program_ends_the_question_as_a_stop()
    {
        var reader = new OpenAiReader(new SecondReaderOptions(new Uri("https://models.example/v1"), "m", null), new Clients(), NullLogger<OpenAiReader>.Instance);
        using var stop = new CancellationTokenSource();
        var asked = reader.ReadAsync("hello", stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    private sealed class Clients : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(new Silent());
    }

    private sealed class Silent : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        }
    }
}
