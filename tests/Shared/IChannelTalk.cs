namespace SourcingBot.Testing;

/// <summary>What people say in a channel that the bot is a member of, and what the bot says there.</summary>
public interface IChannelTalk : ICaseTalk
{
    /// <summary>Says something in the channel and waits until it is worked off.</summary>
    /// <param name="text">The words.</param>
    /// <param name="thread">Names the thread; a new one for a new name.</param>
    /// <param name="mentions">Whether it is said to the bot.</param>
    /// <param name="outsiders">Whether people of another company are in the channel.</param>
    Task SayInChannelAsync(string text, string thread, bool mentions = false, bool outsiders = false);

    /// <summary>Whether a message that was sent went to one person alone.</summary>
    /// <param name="number">Which of <see cref="ICaseTalk.Posts"/>.</param>
    /// <param name="person">The person.</param>
    bool WentTo(int number, string person);
}
