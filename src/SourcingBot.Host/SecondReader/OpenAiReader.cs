using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Chat;
using SourcingBot.SecondReader;

namespace SourcingBot.Host.SecondReader;

/// <summary>Speaks to an OpenAI-compatible service. It lives in the host, so that the core needs no vendor's package.</summary>
/// <param name="options">The settings.</param>
/// <param name="clients">Gives the connection.</param>
/// <param name="logger">Where faults go; never words of the message, of the answer, or the key.</param>
internal sealed partial class OpenAiReader(SecondReaderOptions options, IHttpClientFactory clients, ILogger<OpenAiReader> logger) : ISecondReader
{
    /// <summary>The name of its connection.</summary>
    public const string Client = "second-reader";

    /// <summary>Servers of one's own often need no key, but the client wants one.</summary>
    private const string NoKey = "none";

    private const int LongestAnswer = 900;

    /// <inheritdoc/>
    public async Task<SecondReading> ReadAsync(string masked, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(options.Timeout);
        try
        {
            using var http = clients.CreateClient(Client);
            var chat = new ChatClient(options.Model, new ApiKeyCredential(options.ApiKey ?? NoKey), new OpenAIClientOptions
            {
                Endpoint = options.Endpoint,
                Transport = new HttpClientPipelineTransport(http),
                RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
                NetworkTimeout = options.Timeout,
            });
            var completion = await chat.CompleteChatAsync(
                [new SystemChatMessage(SecondReaderFrame.Instructions), new UserChatMessage(SecondReaderFrame.Message(masked))],
                new ChatCompletionOptions { Temperature = 0, MaxOutputTokenCount = LongestAnswer, ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() },
                limited.Token);
            var reading = SecondAnswer.Read(string.Concat(completion.Value.Content.Select(c => c.Text)), masked);
            if (reading.Status == SecondReadingStatus.Unusable) WrongForm();
            return reading;
        }
        catch (Exception) when (limited.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            TooSlow(options.Timeout.TotalSeconds);
            return SecondReading.Without(SecondReadingStatus.TooSlow);
        }
        catch (ClientResultException fault)
        {
            Refused(fault.Status);
            return SecondReading.Without(SecondReadingStatus.Unusable);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The client throws of many kinds where an answer is not as it expects; none of them may cost the person the answer.
            Failed(fault.GetType().Name);
            return SecondReading.Without(SecondReadingStatus.Unusable);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The second reader answered in another form than asked for; its answer was dropped.")]
    private partial void WrongForm();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The second reader did not answer within {Seconds} seconds.")]
    private partial void TooSlow(double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The second reader refused with status {Status}. Look at SecondReader:Endpoint, SecondReader:Model and SecondReader:ApiKey.")]
    private partial void Refused(int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The second reader could not be asked ({Fault}).")]
    private partial void Failed(string fault);
}
