using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Claims;

/// <summary>"Ana Varga has done well. She opened the fair.": a claim that begins with "he" or "she" is one of the person whom the message names alone before it.</summary>
/// <param name="entities">Finds names.</param>
internal sealed class NamedBefore(EntityFinder entities)
{
    /// <summary>The claims in order, each read with the name that it takes from those before it.</summary>
    public IEnumerable<Claim> Carry(IEnumerable<Claim> claims)
    {
        Entity? meant = null;
        foreach (var claim in claims)
        {
            var read = meant is null ? claim : claim with { ReadAs = Naming(meant.Name, claim.ReadAs) };
            yield return read;
            var named = entities.Find(Tokenizer.Tokenize(read.ReadAs), question: true).Where(mention => mention.Kind == EntityKind.Person).Select(mention => mention.Id).Distinct().ToList();
            // Of two nobody can tell which is meant.
            if (named.Count > 0) meant = named is [var only] ? entities.Get(only) : null;
        }
    }

    private static string Naming(string name, string claim) => Tokenizer.Tokenize(claim) is [{ Term: "he" or "she" } pronoun, _, ..] ? name + claim[pronoun.Span.End..] : claim;
}
