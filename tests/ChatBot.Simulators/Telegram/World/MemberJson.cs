using System.Text.Json.Nodes;

namespace ChatBot.Simulators.Telegram.World;

/// <summary>A ChatMember with every field that its kind must have.</summary>
internal static class MemberJson
{
    private static readonly string[] AdministratorFlags =
    [
        "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
        "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories",
    ];

    private static readonly string[] RestrictedFlags =
    [
        "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos", "can_send_video_notes", "can_send_voice_notes", "can_send_polls",
        "can_send_other_messages", "can_add_web_page_previews", "can_react_to_messages", "can_edit_tag", "can_change_info", "can_invite_users", "can_pin_messages", "can_manage_topics",
    ];

    public static JsonObject Of(Account account, string status)
    {
        var json = new JsonObject { ["status"] = status, ["user"] = account.ToJson() };
        if (status == "creator")
            json["is_anonymous"] = false;
        else if (status == "kicked")
            json["until_date"] = 0;
        else if (status == "restricted")
        {
            (json["is_member"], json["until_date"]) = (true, 0);
            foreach (var flag in RestrictedFlags)
                json[flag] = false;
        }
        else if (status == "administrator")
            foreach (var flag in AdministratorFlags)
                json[flag] = flag is "can_manage_chat" or "can_delete_messages";
        return json;
    }
}
