using ChatBot.Knowledge.Understanding.Intents;
using Xunit;

namespace ChatBot.Tests.Knowledge.Understanding.Intents;

public sealed class StemChainsTests
{
    // Stems are numbered: 0 dog, 1 bites, 2 man.
    private static readonly StemChains Chains = StemChains.Learn([Message(0, 1, 2), Message(2, 1, 0), Message(2, 1, 0)], [0, 1, 1], intents: 2, features: 3);

    [Fact]
    public void The_same_stems_in_another_order_are_of_another_intent()
    {
        Assert.True(Believe(0, 1, 2)[0] > 0.6);
        Assert.True(Believe(2, 1, 0)[1] > 0.6);
    }

    [Fact]
    public void A_message_of_unknown_stems_says_no_more_than_how_many_examples_each_intent_has()
    {
        var beliefs = Believe(-1, -1);

        Assert.True(beliefs[1] > beliefs[0]);
        Assert.InRange(beliefs[0], 0.25, 0.5);
    }

    [Fact]
    public void Beliefs_in_a_very_long_message_are_still_numbers_that_sum_to_one()
    {
        var beliefs = Believe([.. Enumerable.Range(0, 500).Select(i => i % 3)]);

        Assert.Equal(1, beliefs.Sum(), 1e-4);
    }

    private static float[] Believe(params int[] stems)
    {
        var beliefs = new float[2];
        Chains.Believe(Message(stems), beliefs);
        return beliefs;
    }

    private static CountedMessage Message(params int[] stems) => new([], [], stems.Length, 0, stems, []);
}
