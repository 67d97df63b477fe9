using ChatBot.Chat;
using ChatBot.Deliveries;

namespace ChatBot.Benchmarks.Deliveries;

/// <summary>Delivers to a <see cref="LoopbackSink"/>.</summary>
internal sealed class SinkChannel(HttpClient http, string sink, string platform) : IDeliveryChannel
{
    public string Platform => platform;

    public bool RecognisesKeys => platform == "keyed";

    public async Task<DeliveryOutcome> SendAsync(Delivery delivery, CancellationToken cancellation)
    {
        try
        {
            using var content = new StringContent(PlainReplyWriter.WriteText(delivery.Reply));
            using var answer = await http.PostAsync(new Uri($"{sink}?platform={platform}&chat={delivery.Chat.Chat}&key={delivery.Key}"), content, CancellationToken.None);
            return answer.IsSuccessStatusCode ? new DeliveryOutcome.Sent(delivery.Key) : new DeliveryOutcome.Later(TimeSpan.FromMilliseconds(100));
        }
        catch (HttpRequestException)
        {
            return new DeliveryOutcome.Unknown();
        }
    }
}
