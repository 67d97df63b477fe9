namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>The kinds of features; each kind is scaled by itself, so that the many letter groups don't drown the few words.</summary>
internal enum FeatureBlock : byte
{
    Word,
    WordPair,
    Stem,
    Letters,
    Class,
    ClassPair,
    Company,
}
