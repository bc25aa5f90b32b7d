using Microsoft.Extensions.DependencyInjection;
using SourcingBot.Chat;

namespace SourcingBot.Feedback;

/// <summary>Registers explanations and what people say of answers.</summary>
internal static class FeedbackServices
{
    /// <summary>Adds them. "Why?" is a word of open cases too, so its handler stands behind theirs and before that of messages.</summary>
    /// <param name="services">The program's services.</param>
    public static IServiceCollection AddFeedback(this IServiceCollection services) => services
        .AddScoped<CheckButtons>()
        .AddScoped<CheckedMessages>()
        .AddScoped<ITurnHandler, FeedbackButtonHandler>()
        .AddScoped<ITurnHandler, WhyTurnHandler>()
        .AddScoped<ITurnHandler, ForgetFeedbackTurnHandler>();
}
