namespace ChatBot.Knowledge.Understanding;

/// <summary>What kind of thing a question asks for.</summary>
public enum AnswerType
{
    /// <summary>The question doesn't say; any sentence may answer it.</summary>
    Any,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>A day, month, year or span of time.</summary>
    Date,

    /// <summary>A city, country, building or region.</summary>
    Place,

    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation, outlet or agency.</summary>
    Organisation,

    /// <summary>What office or part someone has ("who is …", "what office …").</summary>
    Role,

    /// <summary>A number, amount or share.</summary>
    Quantity,

    /// <summary>A cause, purpose or manner.</summary>
    Reason,

    /// <summary>What someone said.</summary>
    Statement,

    /// <summary>A thing of the kind that the question names ("which missiles").</summary>
    Thing,
}
