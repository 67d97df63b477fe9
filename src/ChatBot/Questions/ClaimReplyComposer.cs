using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Claims;

namespace ChatBot.Questions;

/// <summary>Turns the verdicts on a message's claims into a reply: for each claim the verdict in words, then the statements that decide it.</summary>
public static class ClaimReplyComposer
{
    /// <summary>So many statements are shown a side.</summary>
    private const int MostStatements = 2;

    /// <summary>The reply to a message that was checked.</summary>
    /// <param name="claims">Its claims; those that the verbatim gate has emptied are to be left out.</param>
    /// <param name="made">How many the message makes, those included that were not checked.</param>
    /// <param name="knowledge">What they were checked against.</param>
    public static Reply Compose(IReadOnlyList<CheckedClaim> claims, int made, KnowledgeBase knowledge)
    {
        if (claims.Count == 0) return Reply.Saying(PhraseCatalogue.ClaimMissing);
        var sources = new ReplyComposer.SourceNumbers();
        var blocks = new List<ReplyBlock>();
        foreach (var claim in claims)
        {
            var spans = new List<ReplySpan>();
            if (claims.Count > 1) spans.Add(new ReplySpan.Faint($"“{claim.Claim.Text}” "));
            if (claim is { Claim.IsHeld: true, Verdict: not Verdict.NotFound }) spans.Add(new ReplySpan.Faint($"{PhraseCatalogue.ClaimHeld} "));
            spans.Add(new ReplySpan.Words(VerdictOf(claim)));
            blocks.Add(new ReplyBlock.Line(spans));
            var isDisputed = claim.Verdict == Verdict.Disputed && claim.Against.Count > 0;
            // A bare denial is only understood behind what it denies.
            if (!claim.IsOnlyDenied) Add(claim.For, isDisputed ? PhraseCatalogue.SaysSo : null);
            Add(claim.Against, isDisputed ? PhraseCatalogue.SaysOtherwise : null);
            if (claim.IsOnlyDenied) Add(claim.For, PhraseCatalogue.DeniedBehind);
        }
        if (made > claims.Count) blocks.Add(new ReplyBlock.Line([new ReplySpan.Faint(PhraseCatalogue.ClaimsLeftOut(claims.Count, made))]));
        return new Reply(blocks, sources.Lines, [.. PassageActions.Of(sources.Lines)]);

        // Each statement bears its own source alone: no two documents say quite the same.
        void Add(IReadOnlyList<Statement> statements, string? label)
        {
            foreach (var statement in statements.Take(MostStatements)) blocks.Add(ReplyComposer.Stated(statement, knowledge, sources, label: label));
        }
    }

    private static string VerdictOf(CheckedClaim claim) => claim.Verdict switch
    {
        Verdict.Supported => PhraseCatalogue.ClaimSupported,
        Verdict.Contradicted => PhraseCatalogue.ClaimContradicted,
        Verdict.Disputed => claim.Against.Count > 0 ? PhraseCatalogue.ClaimDisputed : PhraseCatalogue.ClaimReported,
        Verdict.NotFound when claim.Claim.IsHeld => PhraseCatalogue.ClaimHeldNotFound,
        Verdict.NotFound when claim.Claim.Kind == ClaimKind.Opinion => PhraseCatalogue.ClaimOpinion,
        Verdict.NotFound when claim.Claim.Kind == ClaimKind.Question => PhraseCatalogue.ClaimQuestion,
        Verdict.NotFound => PhraseCatalogue.ClaimNotFound,
        _ => throw new ArgumentOutOfRangeException(nameof(claim), claim.Verdict, "An unknown verdict."),
    };
}
