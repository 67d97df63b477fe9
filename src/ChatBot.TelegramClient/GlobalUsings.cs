global using ChatBot.TelegramClient.Serialization;
