using System.Text.Json.Nodes;
using ChatBot.Simulators.Telegram.Http;
using ChatBot.Simulators.Telegram.World;

namespace ChatBot.Simulators.Telegram.Methods;

/// <summary>Method names to what does them. Names are compared without regard to case.</summary>
internal sealed class BotApi(PlatformWorld world, UpdateMethods updates)
{
    private readonly MessageMethods messages = new(world);
    private readonly QueryMethods queries = new(world);
    private readonly BotSelfMethods self = new(world);
    private readonly ChatMethods chats = new(world);

    public async Task<JsonNode> CallAsync(string method, Parameters parameters, bool answerEarly, CancellationToken cancellationToken)
    {
        switch (method.ToLowerInvariant())
        {
            case "getupdates":
                return await updates.GetUpdatesAsync(parameters, answerEarly, cancellationToken);
            case "setwebhook":
                return await updates.SetWebhookAsync(parameters);
            case "deletewebhook":
                return await updates.DeleteWebhookAsync(parameters);
        }
        lock (world.Gate)
        {
            return method.ToLowerInvariant() switch
            {
                "getwebhookinfo" => updates.GetWebhookInfo(),
                "getme" => self.GetMe(),
                "setmycommands" => self.SetMyCommands(parameters),
                "getmycommands" => self.GetMyCommands(parameters),
                "deletemycommands" => self.DeleteMyCommands(parameters),
                "setmydescription" => self.SetMyDescription(parameters),
                "sendmessage" => messages.Send(parameters),
                "editmessagetext" => messages.EditText(parameters),
                "editmessagereplymarkup" => messages.EditMarkup(parameters),
                "deletemessage" => messages.Delete(parameters),
                "sendchataction" => messages.SendAction(parameters),
                "answercallbackquery" => queries.AnswerCallback(parameters),
                "answerinlinequery" => queries.AnswerInline(parameters),
                "leavechat" => chats.Leave(parameters),
                "getchat" => chats.Get(parameters),
                "getchatmember" => chats.GetMember(parameters),
                "getchatadministrators" => chats.GetAdministrators(parameters),
                _ => throw new ApiError(404, "Not Found: method not found"),
            };
        }
    }
}
