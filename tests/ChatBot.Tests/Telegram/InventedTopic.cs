namespace ChatBot.Tests.Telegram;

/// <summary>A small topic of its own, so that these transcripts change only when the chat does: a quay, two newspapers that disagree.</summary>
internal static class InventedTopic
{
    public static void Write(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "briefs"));
        File.WriteAllText(Path.Combine(folder, "topic.yaml"), """
            title: The quay of Aldenburg
            description: When and where the new quay opens, and who says so.
            suggestions:
              - When does the quay open?
              - What did Quist say?
            """);
        File.WriteAllText(Path.Combine(folder, "entities.yaml"), """
            entities:
              - id: hedda-quist
                kind: person
                name: Hedda Quist
                aliases: [Quist, Mayor Quist]
              - id: otto-brandt
                kind: person
                name: Otto Brandt
                aliases: [Brandt]
            """);
        File.WriteAllText(Path.Combine(folder, "briefs", "harbour-post.md"), """
            ---
            id: harbour-post
            publisher: The Harbour Post
            title: A quay <b>& more</b>
            published: 2031-02-01
            url: https://harbour.example/quay?a=1&b=2
            ---

            The new quay of Aldenburg opens on 14 March 2031. The quay lies in the old timber port of Aldenburg.

            Mayor Hedda Quist said on 30 January 2031: "We have waited twelve years for this." The quay has 6 cranes and cost 41 million euros.

            Otto Brandt, the harbour master of Aldenburg, runs the port since 2024. Brandt said on 31 January 2031 that the first ship is expected on 15 March 2031.
            """);
        File.WriteAllText(Path.Combine(folder, "briefs", "evening-echo.md"), """
            ---
            id: evening-echo
            publisher: Evening Echo
            title: Cranes of Aldenburg
            published: 2031-02-03
            ---

            The quay of Aldenburg has 5 cranes, the Evening Echo counted. A sixth crane was delivered broken.

            Somebody wrote <script>alert(1)</script> & "more" on the wall of the timber port.
            """);
    }
}
