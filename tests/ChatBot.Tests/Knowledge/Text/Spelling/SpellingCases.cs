namespace ChatBot.Tests.Knowledge.Text.Spelling;

/// <summary>Words as people mistype them, with what they meant, and words that are right as they stand.</summary>
internal static class SpellingCases
{
    /// <summary>"typed meant", one pair a comma.</summary>
    public static IReadOnlyList<(string Typed, string Meant)> Misspelt { get; } =
    [
        .. """
        mutch much, tiem time, yaer year, summitt summit, percentege percentage, invitaion invitation, milatary military, reportet reported, quikly quickly, teh the,
        hte the, adn and, waht what, whta what, wehn when, whne when, wher where, whree where, wich which, becuase because, beleive believe, recieve receive, recieved received,
        seperate separate, definately definitely, goverment government, govenment government, presidant president, presedent president, minster minister, ministr minister,
        secratary secretary, secretery secretary, commitee committee, comittment commitment, commitments commitments, agreemnet agreement, agrement agreement, meetting meeting, meeeting meeting,
        confrence conference, conferance conference, declration declaration, declaraton declaration, spendig spending, spening spending, budjet budget, bugdet budget, millitary military,
        defens defense, defnce defence, securty security, secuirty security, alliace alliance, aliance alliance, memebr member, membrs members, contries countries, countrys countries, coutnry country,
        cuontry country, leeders leaders, laeders leaders, anounced announced, announed announced, confrimed confirmed, confirmd confirmed, atend attend, attendd attend, atending attending, attendence attendance,
        atendance attendance, particpate participate, partecipate participate, represenative representative, delagation delegation, deligation delegation, embasador ambassador, embassador ambassador,
        diplomcy diplomacy, negociate negotiate, negotations negotiations, negotiatons negotiations, ceasfire ceasefire, ceesefire ceasefire, missle missile, missles missiles, wepons weapons, weaponds weapons,
        amunition ammunition, soliders soldiers, troups troops, invation invasion, ocupied occupied, occured occurred, occurance occurrence, happend happened, hapened happened, happning happening,
        tommorow tomorrow, tomorow tomorrow, tommorrow tomorrow, yesteday yesterday, wendesday wednesday, wensday wednesday, thrusday thursday, tuseday tuesday, satuday saturday, febuary february,
        janurary january, agust august, septmber september, novemeber november, decemeber december, scedule schedule, shedule schedule, calender calendar, adress address, acommodation accommodation,
        buisness business, buisnes business, langauge language, languge language, knowlege knowledge, intrested interested, intersting interesting, diffrent different, differnt different, diffrence difference,
        simillar similar, probaly probably, proably probably, actualy actually, realy really, finaly finally, especialy especially, officialy officially, offical official, currenlty current, recenlty recently,
        imporant important, importent important, neccessary necessary, necesary necessary, posible possible, imposible impossible, proposel proposal, propsal proposal, responsable responsible, independant independent,
        existance existence, refernce reference, sourse source, sorces sources, artical article, articel article, newpaper newspaper, jornalist journalist, journlist journalist, intervew interview,
        quotte quote, speach speech, speeh speech, statment statement, satement statement, queston question, quesiton question, questoin question, anwser answer, awnser answer, ansewr answer,
        explane explain, expain explain, descibe describe, tranlate translate, temperture temperature, wether whether, weathr weather, exchage exchange, freind friend, freinds friends, peolpe people, poeple people,
        childern children, womens women, thier their, ther there, untill until, alwyas always, agian again, agains against, betwen between, beetween between, throught through, thorugh through,
        abuot about, aobut about, befor before, befroe before, aroud around, wiht with, wtih with, fo of, si is, nto not, cna can, yuo you, hwo how, wohm whom,
        nubmer number, numer number, amout amount, ammount amount, totl total, milion million, millon million, bilion billion, billon billion, thousend thousand, hunderd hundred, percnt percent,
        russsia russia, rusia russia, ukriane ukraine, ukrane ukraine, ukrain ukraine, amercia america, amrica america, germny germany, germeny germany, frace france, itlay italy, polnad poland, turky turkey,
        netherland netherlands, neterlands netherlands, eurpoe europe, euorpe europe, europian european, amrican american, britian britain, sweeden sweden, norwey norway, hungry hungry,
        pallace palace, resturant restaurant, restaraunt restaurant, airoprt airport, hotle hotel, musuem museum, protestors protestors, demostration demonstration, pollice police, polcie police,
        strat start, strated started, beginn begin, begining beginning, finsh finish, contineu continue, canceled canceled, cancled cancelled, posponed postponed, postpond postponed, chagned changed, chnage change
        """.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(pair => pair.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(pair => pair[0] != pair[1])
            .Select(pair => (pair[0], pair[1])),
    ];

    /// <summary>Names of a topic as people mistype them.</summary>
    public static IReadOnlyList<(string Typed, string Meant)> Names { get; } =
    [
        ("zelensky", "zelenskyy"), ("zelenski", "zelenskyy"), ("zelinsky", "zelenskyy"), ("rute", "rutte"), ("ruttte", "rutte"), ("erdogn", "erdogan"), ("macorn", "macron"), ("marcon", "macron"),
        ("starmr", "starmer"), ("meloni's", "meloni's"), ("melony", "meloni"), ("stoltenburg", "stoltenberg"), ("haque", "hague"), ("hauge", "hague"), ("orbn", "orban"), ("hegset", "hegseth"),
    ];

    /// <summary>Right as they stand, though near to other words or to names of a topic.</summary>
    public static IReadOnlyList<string> Right { get; } =
    [
        .. """
        much time year summit percentage invitation military reported quickly route rude rules rut vague plague league hogan slogan organ orb urban turban trump trumps trumpet tramp rumble macaroon micron
        melon melons colony starter stammer smarter older order ordered boarder border plain plane plan plans planned planning planing meet meat mete host hosts hosted ghost guest guests quest quests cost costs coast
        who whom whose when then than there their they're where were we're weather whether witch which what that this these those here hear heard herd heads leads lead led red read right write rite
        date dates data dated late later latter letter letters latest last least lest list lists attend attends attended attending intend extends pretend tend tent rent sent cent scent spend spends spent
        member members remember number numbers lumber billion million trillion bullion alliance ally allies alloy rally really reality defence defense offence fence dance dense sense since science
        agreed agree agrees degree decree deny denied denies denials deal deals dealt dead deed feed fed food foot fool told sold gold bold hold holds held help helps president resident residents precedent
        minister ministers ministry monastery sinister secretary secret secrets security nuclear unclear clear clears russia russian prussia ukraine ukrainian poland polish polished turkey turkish dutch duty
        country county counties counts account amount amounts mount paris pairs parts party peace piece place places palace pace price prize prizes rise raise raised praise press pressure presence presents present
        quote quotes quiet quite quit unquoted rescheduled rebroadcast summits communiqué frontline frontlines ceasefire counterattack subcommittee policymakers downplayed disagreements reaffirmed
        covfefe nope yep hello thanks lol haha selfie emoji googled tweeted livestream podcast vlog
        """.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(),
    ];

    /// <summary>Words that only a topic knows.</summary>
    public static IReadOnlyList<string> TopicWords { get; } =
        ["nato", "hague", "rutte", "zelenskyy", "trump", "erdogan", "macron", "starmer", "meloni", "merz", "orban", "hegseth", "rubio", "stoltenberg", "sybiha", "yermak", "noordeinde", "schoof", "kallas", "sikorski"];
}
