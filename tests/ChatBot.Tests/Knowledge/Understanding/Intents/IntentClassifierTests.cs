using ChatBot.Knowledge.Understanding.Intents;
using Xunit;

namespace ChatBot.Tests.Knowledge.Understanding.Intents;

public sealed class IntentClassifierTests
{
    private static readonly IntentExample[] Examples =
    [
        .. Of("when", "when is the meeting", "what day does it start", "which date is it", "what time does it begin", "when does it end", "on which day do they meet", "how soon is it"),
        .. Of("where", "where is the meeting", "in which city is it held", "what is the venue", "which country hosts it", "where do they meet", "what is the address", "where will it take place"),
        .. Of("who", "who is coming", "who will attend", "which leaders take part", "is the president invited", "who was invited", "list the participants", "who takes part in it"),
        .. Of("how_much", "how much do they spend", "what is the budget", "how many billions", "what percentage is the target", "how high are the costs", "what does it cost", "how many members are there"),
        .. Of("said", "what did he say about it", "what are her words", "quote the minister", "did the president comment", "what was announced by them", "who said that sentence", "what statement did she make"),
        .. Of("thanks", "thanks a lot", "thank you", "great thanks", "cheers", "that was helpful", "nice work", "good bot"),
    ];

    private static readonly IntentClassifier Classifier = IntentClassifier.Train(Examples);

    [Theory]
    [InlineData("what date does the conference start", "when")]
    [InlineData("in what city will they meet", "where")]
    [InlineData("who will be attending", "who")]
    [InlineData("how much money do they spend", "how_much")]
    [InlineData("what did the minister say", "said")]
    [InlineData("thank u so much", "thanks")]
    [InlineData("WHERE is it???", "where")]
    public void New_messages_are_told_by_few_examples(string text, string intent) => Assert.Equal(intent, Classifier.Classify(text).Best);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("🙂🙂")]
    [InlineData("кириллица")]
    [InlineData("!!! ??? ...")]
    [InlineData("\ud800 \u200b\u202e")]
    public void What_has_nothing_known_in_it_is_none_of_the_intents(string text)
    {
        var guess = Classifier.Classify(text);

        Assert.Null(guess.Intent);
        Assert.InRange(guess.NoneScore, Classifier.NoneThreshold, 1);
    }

    [Fact]
    public void A_guess_ranks_intents_by_shares_of_belief()
    {
        var guess = Classifier.Classify("when does the meeting start");

        Assert.Equal(guess.Best, guess.Ranked[0].Intent);
        Assert.Equal(5, guess.Ranked.Count);
        Assert.True(guess.Ranked.Zip(guess.Ranked.Skip(1)).All(pair => pair.First.Share >= pair.Second.Share));
        Assert.InRange(guess.Confidence, 0, 1);
        Assert.True(guess.Confidence > Classifier.Classify("bake me a strawberry cake").Confidence);
    }

    [Theory]
    [InlineData("any lemons", "fruit")]
    [InlineData("any cherries", "fruit")]
    [InlineData("any vans", "vehicle")]
    [InlineData("any helicopters", "vehicle")]
    public void A_word_that_no_example_has_is_known_by_its_company(string text, string intent)
    {
        var classifier = IntentClassifier.Train([.. Of("fruit", "any apples", "any bananas", "any grapes"), .. Of("vehicle", "any cars", "any trucks", "any buses")]);

        Assert.Equal(intent, classifier.Classify(text).Best);
    }

    [Fact]
    public void The_same_examples_give_the_same_classifier()
    {
        using var one = new MemoryStream();
        using var two = new MemoryStream();
        IntentClassifier.Train(Examples).Save(one);
        IntentClassifier.Train(Examples).Save(two);

        Assert.Equal(one.ToArray(), two.ToArray());
    }

    [Fact]
    public void A_saved_classifier_guesses_as_before()
    {
        using var stream = new MemoryStream();
        Classifier.Save(stream);
        stream.Position = 0;
        var loaded = IntentClassifier.Load(stream);

        foreach (var example in Examples)
            Assert.Equivalent(Classifier.Classify(example.Text), loaded.Classify(example.Text), strict: true);
    }

    [Fact]
    public void What_is_not_a_whole_saved_classifier_is_refused_with_the_reason()
    {
        using var stream = new MemoryStream();
        Classifier.Save(stream);
        var bytes = stream.ToArray();

        Assert.Contains("not a saved intent classifier", Assert.Throws<InvalidDataException>(() => IntentClassifier.Load(new MemoryStream(new byte[64]))).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => IntentClassifier.Load(new MemoryStream(bytes[..(bytes.Length / 2)])));
        bytes[4] = 99;
        Assert.Contains("version 99", Assert.Throws<InvalidDataException>(() => IntentClassifier.Load(new MemoryStream(bytes))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Threads_share_a_classifier()
    {
        var expected = Examples.Select(example => Classifier.Classify(example.Text).Confidence).ToArray();
        Parallel.For(0, 8, _ =>
        {
            for (var i = 0; i < Examples.Length; i++) Assert.Equal(expected[i], Classifier.Classify(Examples[i].Text).Confidence);
        });
    }

    [Fact]
    public void A_megabyte_is_read_no_further_than_a_message()
    {
        var message = string.Concat(Enumerable.Repeat("when is the meeting ", 50_000));

        Assert.Equal(Classifier.Classify(message[..1000]).Confidence, Classifier.Classify(message).Confidence);
    }

    [Fact]
    public void Examples_of_none_are_learnt_from()
    {
        var none = new[] { "order me a pizza", "play some jazz", "turn off the lights", "bake a chocolate cake", "set an alarm for seven", "book a taxi", "water the plants", "call my mother" };
        var classifier = IntentClassifier.Train([.. Examples, .. none.Select(text => new IntentExample(text, null))]);

        Assert.Equal(Classifier.Intents, classifier.Intents);
        Assert.True(classifier.Classify("play some pizza jazz").NoneScore > classifier.Classify("when is the meeting").NoneScore);
        Assert.Null(classifier.Classify("turn off the jazz and bake a pizza").Intent);
        Assert.Equal("when", classifier.Classify("when is the meeting").Intent);
    }

    [Fact]
    public void One_or_two_intents_are_enough()
    {
        Assert.Equal("only", IntentClassifier.Train([new IntentExample("hello there", "only")]).Classify("hello").Best);
        var two = IntentClassifier.Train([.. Of("yes", "yes", "sure", "of course"), .. Of("no", "no", "never", "not at all")]);
        Assert.Equal("no", two.Classify("never ever").Best);
    }

    [Fact]
    public void Nothing_to_learn_from_is_an_error() =>
        Assert.Contains("no example of any intent", Assert.Throws<ArgumentException>(() => IntentClassifier.Train([new IntentExample("hello", null)])).Message, StringComparison.Ordinal);

    private static IEnumerable<IntentExample> Of(string intent, params string[] texts) => texts.Select(text => new IntentExample(text, intent));
}
