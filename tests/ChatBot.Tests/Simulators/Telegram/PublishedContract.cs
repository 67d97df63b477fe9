using ChatBot.Simulators.Telegram;
using Xunit;

namespace ChatBot.Tests.Simulators.Telegram;

/// <summary>The published API description, read once.</summary>
internal static class PublishedContract
{
    private static readonly Lazy<BotApiContract?> Loaded = new(() => File.Exists(Repository.ContractPath)
        ? BotApiContract.Load(Repository.ContractPath) : null);

    /// <summary>Null where it is missing; in CI that is a failure.</summary>
    public static BotApiContract? OrNull
    {
        get
        {
            Assert.False(Repository.IsCi && Loaded.Value is null, $"{Repository.ContractPath} is missing.");
            return Loaded.Value;
        }
    }

    public static BotApiContract OrSkip
    {
        get
        {
            Assert.SkipWhen(OrNull is null, $"The published API description is not at {Repository.ContractPath}.");
            return OrNull;
        }
    }
}
