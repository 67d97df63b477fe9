// A small bot on discord.js: what it can do against the simulator, it can do against Discord. Run by DiscordJsTests.
const {
  ActionRowBuilder, ButtonBuilder, ButtonStyle, Client, EmbedBuilder, Events, GatewayIntentBits, ModalBuilder, SlashCommandBuilder,
  StringSelectMenuBuilder, TextInputBuilder, TextInputStyle,
} = require('discord.js');

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
  rest: { api: process.env.SIMULATOR_API },
});
const say = line => process.stdout.write(`${line}\n`);

client.once(Events.ClientReady, async ready => {
  await ready.application.commands.set([
    new SlashCommandBuilder().setName('ask').setDescription('Ask a question')
      .addStringOption(o => o.setName('question').setDescription('Your question').setRequired(true).setAutocomplete(true)),
  ]);
  say('READY');
});

client.on(Events.InteractionCreate, async interaction => {
  if (interaction.isAutocomplete()) {
    await interaction.respond([{ name: `${interaction.options.getFocused()}…`, value: 'when is it?' }]);
  } else if (interaction.isChatInputCommand()) {
    const embed = new EmbedBuilder().setTitle('Answer').setDescription(`You asked: ${interaction.options.getString('question')}`);
    const buttons = new ActionRowBuilder().addComponents(
      new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Primary),
      new ButtonBuilder().setCustomId('note').setLabel('Note').setStyle(ButtonStyle.Secondary));
    const menu = new ActionRowBuilder().addComponents(
      new StringSelectMenuBuilder().setCustomId('pick').setPlaceholder('Pick').addOptions({ label: 'One', value: '1' }, { label: 'Two', value: '2' }));
    await interaction.reply({ embeds: [embed], components: [buttons, menu] });
  } else if (interaction.isButton() && interaction.customId === 'note') {
    await interaction.showModal(new ModalBuilder().setCustomId('form').setTitle('A note').addComponents(
      new ActionRowBuilder().addComponents(new TextInputBuilder().setCustomId('text').setLabel('Text').setStyle(TextInputStyle.Short))));
  } else if (interaction.isButton()) {
    await interaction.update({ content: `More, for ${interaction.user.displayName}`, components: [] });
    await interaction.followUp({ content: 'Only for you.', flags: 64 });
  } else if (interaction.isStringSelectMenu()) {
    await interaction.deferReply();
    await interaction.editReply(`Picked ${interaction.values.join()}`);
  } else if (interaction.isModalSubmit()) {
    await interaction.reply(`Noted: ${interaction.fields.getTextInputValue('text')}`);
  }
});

client.on(Events.MessageCreate, async message => {
  if (!message.author.bot && message.mentions.has(client.user))
    await message.reply(`Heard in #${message.channel.name}`);
});

client.on(Events.ShardResume, () => say('RESUMED'));
client.on(Events.Error, error => say(`ERROR ${error.message}`));
client.login(process.env.SIMULATOR_TOKEN).catch(error => {
  say(`ERROR ${error.message}`);
  process.exit(1);
});
