// An echo bot with a keyboard on grammY: says back what it hears, changes its message when the button is tapped.
import { Bot, InlineKeyboard } from "grammy";

const bot = new Bot(process.env.BOT_TOKEN, { client: { apiRoot: process.env.API_ROOT } });
const keyboard = new InlineKeyboard().text("Again", "again").url("Source", "https://example.org/");

bot.command("start", (ctx) => ctx.reply("<b>Ready</b> &amp; waiting", { parse_mode: "HTML" }));
bot.on("message:text", (ctx) =>
  ctx.reply(`You said: ${ctx.message.text}`, {
    reply_markup: keyboard,
    reply_parameters: { message_id: ctx.message.message_id },
    link_preview_options: { is_disabled: true },
  }));
bot.on("edited_message:text", (ctx) => ctx.reply(`Now you say: ${ctx.editedMessage.text}`));
bot.callbackQuery("again", async (ctx) => {
  await ctx.answerCallbackQuery({ text: "Tapped" });
  await ctx.editMessageText("Tapped by grammY", { reply_markup: new InlineKeyboard() });
});
bot.on("inline_query", (ctx) =>
  ctx.answerInlineQuery([{ type: "article", id: "1", title: "Echo", input_message_content: { message_text: ctx.inlineQuery.query } }], { cache_time: 0 }));
bot.on("my_chat_member", (ctx) => console.log(`status ${ctx.myChatMember.new_chat_member.status}`));
bot.catch((error) => {
  console.error(error.message);
  process.exit(2);
});

process.on("SIGTERM", () => bot.stop().then(() => process.exit(0)));
await bot.api.setMyCommands([{ command: "start", description: "begin" }]);
bot.start({ timeout: 5 });
