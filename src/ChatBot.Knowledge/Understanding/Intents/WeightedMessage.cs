namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>A message as a sparse vector of length one (or zero, where nothing in it is known).</summary>
internal readonly record struct WeightedMessage(int[] Features, float[] Values)
{
    /// <summary>The squared length: 1, or 0 of an empty one.</summary>
    public float SquaredLength => Features.Length > 0 ? 1 : 0;
}
