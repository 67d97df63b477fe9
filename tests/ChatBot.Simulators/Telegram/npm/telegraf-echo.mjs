// The same echo bot on Telegraf.
import { Telegraf, Markup } from "telegraf";

const bot = new Telegraf(process.env.BOT_TOKEN, { telegram: { apiRoot: process.env.API_ROOT } });
const keyboard = Markup.inlineKeyboard([[Markup.button.callback("Again", "again"), Markup.button.url("Source", "https://example.org/")]]);

bot.start((ctx) => ctx.reply("<b>Ready</b> &amp; waiting", { parse_mode: "HTML" }));
bot.on("text", (ctx) =>
  ctx.reply(`You said: ${ctx.message.text}`, {
    ...keyboard,
    reply_parameters: { message_id: ctx.message.message_id },
    link_preview_options: { is_disabled: true },
  }));
bot.on("edited_message", (ctx) => ctx.reply(`Now you say: ${ctx.editedMessage.text}`));
bot.action("again", async (ctx) => {
  await ctx.answerCbQuery("Tapped");
  await ctx.editMessageText("Tapped by Telegraf");
});
bot.on("inline_query", (ctx) =>
  ctx.answerInlineQuery([{ type: "article", id: "1", title: "Echo", input_message_content: { message_text: ctx.inlineQuery.query } }], { cache_time: 0 }));
bot.on("my_chat_member", (ctx) => console.log(`status ${ctx.myChatMember.new_chat_member.status}`));
bot.catch((error) => {
  console.error(error.message);
  process.exit(2);
});

process.on("SIGTERM", () => {
  bot.stop();
  process.exit(0);
});
await bot.telegram.setMyCommands([{ command: "start", description: "begin" }]);
bot.launch();
