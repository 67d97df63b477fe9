using System.Text;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Claims;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Topics;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Claims;

/// <summary>Two made-up pages about a made-up regatta, with claims about them. Nobody and nothing in them exists.</summary>
internal static class InventedPages
{
    private const string Gazette = """
        ---
        id: marrow-gazette
        publisher: Marrow Gazette
        title: Lake Marrow regatta returns to Tolvik in August
        published: 2031-06-12
        language: en
        ---

        The Lake Marrow regatta will take place in Tolvik from 8 to 10 August 2031, the town council announced on 11 June 2031.

        Organisers expect 64 boats from 14 countries. The prize for the winning crew is 25,000 euros.

        Mayor Ilse Brandvold said the harbour had been repaired after the storm of 2029. She rejected a proposal to move the races to Ostrey.

        The Tolvik Sailing Club supports the new course. Its chairman, Pavel Ruden, called the old course dangerous.

        Environment group Clear Water opposes the use of motor boats on the lake. The council has not approved the group's petition.

        The ferry between Tolvik and Ostrey will not run during the races. Entry to the harbour is free for children.

        The regatta was postponed by a year because of the storm. The first regatta was held in 1954.
        """;

    private const string Post = """
        ---
        id: ostrey-post
        publisher: Ostrey Post
        title: Tolvik prepares for the races
        published: 2031-07-20
        language: en
        ---

        The Lake Marrow regatta runs from 8 to 11 August 2031 in Tolvik, according to the organisers' leaflet.

        Nora Quist, the head of the Marrow Lake Authority, warned that the water level had fallen by 40 centimetres since April.

        Rescue Service director Jon Halvar said that more than 120 volunteers would be on duty. He denied a report that the service had cancelled its helicopter.

        Radio Fjell reported that the service had cancelled its helicopter.

        Skipper Mara Ellstrom will defend her title. She won the last regatta in 2028 by nine seconds.

        The council lowered the mooring fee from 30 euros to 18 euros. The Hotel Meridian in Tolvik is full.

        Ilse Brandvold met Nora Quist in Ostrey on 15 July 2031 to discuss the water level.
        """;

    /// <summary>Claims, each with the verdict that a careful reader would give.</summary>
    public static TheoryData<string, Verdict> Claims { get; } = new()
    {
        { "The Lake Marrow regatta takes place in Tolvik.", Verdict.Supported },
        { "Ilse Brandvold is the mayor.", Verdict.Supported },
        { "64 boats are expected at the regatta.", Verdict.Supported },
        { "The winning crew gets 25,000 euros.", Verdict.Supported },
        { "Clear Water is against motor boats on the lake.", Verdict.Supported },
        { "The Tolvik Sailing Club backs the new course.", Verdict.Supported },
        { "Pavel Ruden said the old course was dangerous.", Verdict.Supported },
        { "The first regatta was held in 1954.", Verdict.Supported },
        { "Brandvold met Quist in Ostrey.", Verdict.Supported },
        { "The water level dropped by 40 centimetres.", Verdict.Supported },
        { "Mara Ellstrom won the last regatta in 2028.", Verdict.Supported },
        { "The mooring fee was reduced to 18 euros.", Verdict.Supported },
        { "Children enter the harbour free.", Verdict.Supported },
        { "The ferry does not run during the races.", Verdict.Supported },
        { "Jon Halvar denied that the helicopter had been cancelled.", Verdict.Supported },
        { "The harbour was repaired after the storm.", Verdict.Supported },
        { "The Lake Marrow regatta takes place in Ostrey.", Verdict.Contradicted },
        { "90 boats are expected at the regatta.", Verdict.Contradicted },
        { "The prize for the winning crew is 40,000 euros.", Verdict.Contradicted },
        { "Clear Water supports the use of motor boats on the lake.", Verdict.Contradicted },
        { "The Tolvik Sailing Club opposes the new course.", Verdict.Contradicted },
        { "The council has approved the petition of Clear Water.", Verdict.Contradicted },
        { "The ferry between Tolvik and Ostrey will run during the races.", Verdict.Contradicted },
        { "The regatta was brought forward by a year.", Verdict.Contradicted },
        { "The first regatta was held in 1961.", Verdict.Contradicted },
        { "Brandvold met Quist on 20 July 2031.", Verdict.Contradicted },
        { "The water level has risen by 40 centimetres since April.", Verdict.Contradicted },
        { "Fewer than 100 volunteers will be on duty.", Verdict.Contradicted },
        { "The council raised the mooring fee to 18 euros.", Verdict.Contradicted },
        { "Brandvold accepted the proposal to move the races to Ostrey.", Verdict.Contradicted },
        { "The Hotel Meridian is empty.", Verdict.Contradicted },
        { "Nora Quist is the head of the Rescue Service.", Verdict.Contradicted },
        { "The regatta ends on 10 August.", Verdict.Disputed },
        { "The regatta runs from 8 to 11 August 2031.", Verdict.Disputed },
        { "The rescue service cancelled its helicopter.", Verdict.Disputed },
        { "Pavel Ruden won the regatta in 2028.", Verdict.NotFound },
        { "The king opened the regatta.", Verdict.NotFound },
        { "Mara Ellstrom comes from Sweden.", Verdict.NotFound },
        { "The council banned swimming in the lake.", Verdict.NotFound },
        { "Clear Water has 300 members.", Verdict.NotFound },
        { "The next regatta will be held in Ostrey.", Verdict.NotFound },
        { "Nora Quist resigned in May.", Verdict.NotFound },
        { "The Ostrey Sailing Club opposes the new course.", Verdict.NotFound },
        { "The harbour was sold for two million euros.", Verdict.NotFound },
        { "Jon Halvar met Mara Ellstrom in Tolvik.", Verdict.NotFound },
        { "Pavel Ruden opposes the use of motor boats on the lake.", Verdict.NotFound },
        { "Entry to the harbour costs 12 euros for adults.", Verdict.NotFound },
        { "Quist supports the new course.", Verdict.NotFound },
    };

    /// <summary>The pages, known without any topic.</summary>
    public static KnowledgeBase Knowledge { get; } = KnownTexts.Of(("marrow-gazette.md", Gazette), ("ostrey-post.md", Post));
}
