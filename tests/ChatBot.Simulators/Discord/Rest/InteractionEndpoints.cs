using System.Text.Json.Nodes;
using ChatBot.Simulators.Discord.World;

namespace ChatBot.Simulators.Discord.Rest;

/// <summary>Answers to interactions: the first one within the deadline, the others within fifteen minutes.</summary>
internal sealed class InteractionEndpoints(DiscordWorld world, ChannelEndpoints channels, TimeSpan deadline)
{
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(15);

    public SimResponse Callback(string id, string token, JsonObject form, string query)
    {
        var interaction = world.Interactions.FirstOrDefault(i => Text.Id(i.Id) == id && i.Token == token);
        if (interaction is null || (interaction.CallbackType is null && world.Now - interaction.CreatedAt > deadline))
            return SimResponse.Error(404, 10062, "Unknown interaction");
        if (interaction.CallbackType is not null)
            return SimResponse.Error(400, 40060, "Interaction has already been acknowledged.");
        var type = (int?)form["type"];
        var data = form["data"] as JsonObject;
        if (Fits(interaction, type) is { } wrong)
            return wrong;
        var refusal = type switch
        {
            4 => MessageForm.Check(data ?? [], mustHaveContent: true, fromInteraction: true),
            5 when data is not null && data.Any(p => p.Key != "flags" && p.Value is not null) => WrongType("Only flags may be set in a deferral"),
            7 => MessageForm.Check(data ?? [], mustHaveContent: false, fromInteraction: true),
            8 => MessageForm.CheckChoices(data?["choices"] as JsonArray),
            9 => MessageForm.CheckModal(data ?? []),
            _ => null,
        };
        if (refusal is not null)
            return refusal;
        switch (type)
        {
            case 4 or 5:
                interaction.Original = Answer(interaction, data ?? [], loading: type == 5);
                break;
            case 6:
                interaction.Original = interaction.Source;
                break;
            case 7:
                interaction.Original = interaction.Source;
                channels.Edit(interaction.Source!, data ?? [], fromInteraction: true);
                break;
            case 8:
                interaction.Choices = [.. (data!["choices"] as JsonArray)!.OfType<JsonObject>().Select(c => (JsonObject)c.DeepClone())];
                break;
            case 9:
                interaction.Modal = (JsonObject)data!.DeepClone();
                break;
        }
        interaction.Acknowledge(type!.Value, world.Now);
        world.Changed();
        return query.Contains("with_response=true", StringComparison.OrdinalIgnoreCase) ? new SimResponse(200, WithResponse(interaction, type.Value)) : new SimResponse(204);
    }

    public SimResponse Followup(string token, JsonObject form) => With(token, interaction =>
    {
        if (MessageForm.Check(form, mustHaveContent: true, fromInteraction: true) is { } refusal)
            return refusal;
        // The first follow-up after a deferral takes the deferred message's place.
        if (interaction.Original is { IsLoading: true } waiting)
            return channels.Edit(waiting, form, fromInteraction: true);
        var message = Answer(interaction, form, loading: false);
        message.ReplyTo = interaction.Original;
        message.Type = 19;
        interaction.Followups.Add(message);
        return new SimResponse(200, message.ToJson(channels.Readable));
    });

    public SimResponse Get(string token, string id) => On(token, id, (_, m) => new SimResponse(200, m.ToJson(channels.Readable)));

    public SimResponse Edit(string token, string id, JsonObject form) => On(token, id, (_, m) => channels.Edit(m, form, fromInteraction: true));

    public SimResponse Delete(string token, string id) => On(token, id, (_, m) =>
    {
        channels.Delete(m);
        return new SimResponse(204);
    });

    private SimMessage Answer(SimInteraction interaction, JsonObject form, bool loading)
    {
        var message = new SimMessage(world.NextId(), interaction.Channel, world.Bot, world.Now) { Interaction = interaction, Type = interaction.Type == 2 ? 20 : 0 };
        if (((int?)form["flags"] ?? 0) is var flags && (flags & SimMessage.Ephemeral) != 0)
            message.Flags |= SimMessage.Ephemeral;
        // Said nothing about pings, an answer pings the users it names.
        form["allowed_mentions"] ??= new JsonObject { ["parse"] = new JsonArray("users") };
        channels.Apply(message, form);
        if (loading)
            message.Flags |= SimMessage.Loading;
        world.Add(message);
        world.EmitMessage("MESSAGE_CREATE", message);
        return message;
    }

    private static SimResponse? Fits(SimInteraction interaction, int? type) => (interaction.Type, type) switch
    {
        (4, 8) or (2 or 3 or 5, 4 or 5) or (3, 6 or 7) or (2 or 3, 9) => null,
        (5, 6 or 7) when interaction.Source is not null => null,
        _ => WrongType("Value must fit the interaction."),
    };

    private static SimResponse WrongType(string message)
    {
        var errors = new FormErrors();
        errors.Add("type", "BASE_TYPE_CHOICES", message);
        return errors.ToResponse();
    }

    private JsonObject WithResponse(SimInteraction interaction, int type)
    {
        var about = new JsonObject { ["id"] = Text.Id(interaction.Id), ["type"] = interaction.Type };
        var response = new JsonObject { ["interaction"] = about };
        if (interaction.Original is not { } message || type is not (4 or 5 or 7))
            return response;
        about["response_message_id"] = Text.Id(message.Id);
        about["response_message_loading"] = message.IsLoading;
        about["response_message_ephemeral"] = message.IsEphemeral;
        response["resource"] = new JsonObject { ["type"] = type, ["message"] = message.ToJson(channels.Readable) };
        return response;
    }

    private SimResponse With(string token, Func<SimInteraction, SimResponse> act)
    {
        var interaction = world.Interactions.FirstOrDefault(i => i.Token == token);
        if (interaction is null)
            return SimResponse.Error(404, 10015, "Unknown Webhook");
        if (world.Now - interaction.CreatedAt > TokenLifetime)
            return SimResponse.Error(401, 50027, "Invalid Webhook Token");
        return interaction.CallbackType is null ? SimResponse.Error(404, 10015, "Unknown Webhook") : act(interaction);
    }

    private SimResponse On(string token, string id, Func<SimInteraction, SimMessage, SimResponse> act) => With(token, interaction =>
    {
        var message = id == "@original" ? interaction.Original : interaction.Followups.Append(interaction.Original).FirstOrDefault(m => m is not null && Text.Id(m.Id) == id);
        return message is null or { Deleted: true } ? SimResponse.Error(404, 10008, "Unknown Message") : act(interaction, message);
    });
}
