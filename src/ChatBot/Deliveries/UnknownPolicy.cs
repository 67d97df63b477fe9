namespace ChatBot.Deliveries;

/// <summary>What is done about a delivery of which nobody can say whether it arrived, on a platform that recognises no keys.</summary>
internal enum UnknownPolicy
{
    /// <summary>It is sent again and marked: nothing is lost, and at worst one message per such attempt is seen twice.</summary>
    Repeat,

    /// <summary>It is not sent again and marked: nothing is seen twice, and at worst one message is lost.</summary>
    LeaveIt,
}
