using ChatBot.Knowledge;
using ChatBot.Knowledge.Claims;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Claims;

/// <summary>Made-up pages on a made-up valley's council, in which much is denied, opposed, undone or said of something else. Nobody and nothing in them exists.</summary>
internal static class ContraryPages
{
    private const string Council = """
        The Halden Council met in Vorring on 3 March 2032. Councillor Ana Varga voted against the grant for the theatre.
        Councillor Olav Bergsen voted for the grant.

        Mayor Tilda Roen called the damage to the meadow irreversible. She said the new contract was invalid.

        The Vorring Union demands written promises that the tram will not be extended to the valley. The Union wants no night shifts at the depot.

        The library was reopened without a ceremony. The bridge was finished before the flood of 2030.

        The museum remained closed in winter. The council is dissatisfied with the repairs of the mill.

        The river rose above the old wall in May. Doctor Ines Falk said the illness was not contagious.
        """;

    private const string Courier = """
        The harvest fair in Vorring runs from 4 to 6 September 2032.

        Organisers have not confirmed a report that the Karsten Quartet was not invited to the harvest fair in Vorring.

        The negotiations over the quarry failed to produce a settlement. The negotiations over the forest produced a lease.

        Councillor Olav Bergsen has not missed a meeting since 2025.

        The Vorring Union opposes the sale of the depot. Asked about the sale, Tilda Roen said: "No, I don't know where that comes from."

        The school did not refuse the donation. The ferry company denied that the ferry was unsafe.
        """;

    /// <summary>Claims from which the comparison was worked out.</summary>
    public static TheoryData<string, Verdict> Tuned { get; } = new()
    {
        { "Ana Varga voted for the grant.", Verdict.Contradicted },
        { "Ana Varga voted against the grant.", Verdict.Supported },
        { "Olav Bergsen voted against the grant.", Verdict.Contradicted },
        { "Tilda Roen called the damage to the meadow reversible.", Verdict.Contradicted },
        { "Tilda Roen called the damage to the meadow irreversible.", Verdict.Supported },
        { "The Vorring Union demands that the tram be extended to the valley.", Verdict.Contradicted },
        { "The Vorring Union wants night shifts at the depot.", Verdict.Contradicted },
        { "The Vorring Union wants no night shifts at the depot.", Verdict.Supported },
        { "The harvest fair is in Vorring.", Verdict.Supported },
        { "The negotiations over the quarry produced a settlement.", Verdict.Contradicted },
    };

    /// <summary>Claims written before the comparison was first tried on them.</summary>
    public static TheoryData<string, Verdict> Unseen { get; } = new()
    {
        { "The new contract is valid.", Verdict.Contradicted },
        { "The new contract is not valid.", Verdict.Supported },
        { "The library was reopened with a ceremony.", Verdict.Contradicted },
        { "The library was reopened without a ceremony.", Verdict.Supported },
        { "The bridge was finished after the flood of 2030.", Verdict.Contradicted },
        { "The bridge was finished before the flood of 2030.", Verdict.Supported },
        { "The museum remained open in winter.", Verdict.Contradicted },
        { "The council is satisfied with the repairs of the mill.", Verdict.Contradicted },
        { "The river stayed below the old wall in May.", Verdict.Contradicted },
        { "The river rose above the old wall in May.", Verdict.Supported },
        { "Ines Falk said the illness was contagious.", Verdict.Contradicted },
        { "Ines Falk said the illness was not contagious.", Verdict.Supported },
        { "The damage to the meadow is not irreversible.", Verdict.Contradicted },
        { "The negotiations over the quarry failed.", Verdict.Supported },
        { "The negotiations over the quarry succeeded.", Verdict.Contradicted },
        { "The negotiations over the forest failed to produce a lease.", Verdict.Contradicted },
        { "Olav Bergsen has missed a meeting since 2025.", Verdict.Contradicted },
        { "Olav Bergsen has never missed a meeting since 2025.", Verdict.Supported },
        { "The school refused the donation.", Verdict.Contradicted },
        { "The school did not refuse the donation.", Verdict.Supported },
        { "The ferry company denied that the ferry was unsafe.", Verdict.Supported },
        { "The ferry company said that the ferry was unsafe.", Verdict.Contradicted },
        { "The Vorring Union supports the sale of the depot.", Verdict.Contradicted },
        { "The Vorring Union sold the depot.", Verdict.NotFound },
        { "The Karsten Quartet has confirmed the harvest fair.", Verdict.NotFound },
        { "The harvest fair runs from 4 to 6 September 2032.", Verdict.Supported },
        { "The Halden Council voted against the theatre.", Verdict.NotFound },
        { "Tilda Roen voted for the grant.", Verdict.NotFound },
        { "Tilda Roen opposes the sale of the depot.", Verdict.NotFound },
        { "The museum was closed by the Vorring Union.", Verdict.NotFound },
    };

    /// <summary>A second lot on a second page, written before the comparison was tried on it.</summary>
    public static TheoryData<string, Verdict> UnseenOnAnotherPage { get; } = new()
    {
        { "Rasmus Dahl signed the treaty.", Verdict.Contradicted },
        { "Rasmus Dahl did not sign the treaty.", Verdict.Supported },
        { "The new valve is reliable.", Verdict.Contradicted },
        { "The new valve is unreliable.", Verdict.Supported },
        { "The Orchard League campaigned for the toll.", Verdict.Contradicted },
        { "The Orchard League campaigned against the toll.", Verdict.Supported },
        { "The station closed after the strike.", Verdict.Contradicted },
        { "The station closed before the strike.", Verdict.Supported },
        { "The Orchard League was invited to the gala.", Verdict.Contradicted },
        { "The gala is in Lervik.", Verdict.Supported },
        { "Rasmus Dahl called the toll fair.", Verdict.Contradicted },
        { "The toll has a discount for students.", Verdict.Contradicted },
        { "The pilots refused to fly.", Verdict.Supported },
        { "The pilots agreed to fly.", Verdict.Contradicted },
        { "The orchard was sold by Rasmus Dahl.", Verdict.NotFound },
        { "The pilots campaigned against the toll.", Verdict.NotFound },
        { "Rasmus Dahl closed the station.", Verdict.NotFound },
    };

    /// <summary>The second page.</summary>
    public static KnowledgeBase AnotherPage { get; } = KnownTexts.Of(("lervik-times.txt", """
        Minister Rasmus Dahl refused to sign the treaty. Engineers found that the new valve is unreliable.

        The Orchard League campaigned against the toll. The station closed before the strike.

        The Orchard League was not invited to the gala in Lervik. Rasmus Dahl called the toll unfair.

        The toll comes with no discount for students. The pilots refused to fly.
        """));

    /// <summary>The pages, known without any topic.</summary>
    public static KnowledgeBase Knowledge { get; } = KnownTexts.Of(("halden-council.txt", Council), ("valley-courier.txt", Courier));
}
