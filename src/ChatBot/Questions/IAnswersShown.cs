using ChatBot.Chat;
using ChatBot.Knowledge.Answering;

namespace ChatBot.Questions;

/// <summary>Is told what people are shown in answer to their questions, just before it is sent.</summary>
internal interface IAnswersShown
{
    /// <summary>Somebody is answered. An answer is sent whatever becomes of this, so it must not throw for want of its store.</summary>
    /// <param name="message">What was asked, and where.</param>
    /// <param name="answer">The answer, with the question as it was read.</param>
    /// <param name="cancellation">Gives up.</param>
    ValueTask ShownAsync(IncomingMessage message, Answer answer, CancellationToken cancellation);

    /// <summary>What answered a message is gone from its chat. Must not throw for want of its store either.</summary>
    ValueTask WithdrawnAsync(ChatAddress chat, string message, CancellationToken cancellation);
}
