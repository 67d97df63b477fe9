using System.Globalization;

namespace ChatBot.Simulators.Consoles;

/// <summary>
/// Reads lines as what a person does, and prints what people see as it arrives. After each line it waits until the bot has answered or means to be
/// silent, so that lines from a file meet the answers that they refer to.
/// </summary>
internal sealed class SimulatorConsole(IConsoleScene scene, TextReader input, TextWriter output, ConsolePatience patience, TimeProvider time)
{
    private readonly Lock _gate = new();
    private bool _wasHere;

    /// <summary>Ends at the end of the input, at <c>:quit</c> or when cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Print([.. scene.Greeting, ""]);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var printing = Task.Run(() => PrintAsArrivesAsync(stop.Token), CancellationToken.None);
        try
        {
            await ComeAsync(patience.Bot, stop.Token);
            PrintSeen();
            while (await ReadAsync(stop.Token) is { } line)
            {
                if (ConsoleLine.Read(line) is not { } said) continue;
                if (said is ConsoleLine.Act { Command: "quit" or "exit" }) break;
                await TakeAsync(said, stop.Token);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Print(["Stopped."]);
        }
        finally
        {
            await stop.CancelAsync();
            await printing;
        }
    }

    private async Task TakeAsync(ConsoleLine said, CancellationToken cancellation)
    {
        try
        {
            switch (said)
            {
                case ConsoleLine.Message message: await scene.SayAsync(message.Text, cancellation); break;
                case ConsoleLine.Act { Command: "help" }: Print(Help()); return;
                case ConsoleLine.Act { Command: "wait" } act: await RestAsync(act.Argument, cancellation); return;
                case ConsoleLine.Act act when scene.Commands.Any(known => known.Command.Split(' ')[0] == ":" + act.Command): await scene.DoAsync(act, cancellation); break;
                case ConsoleLine.Act act:
                    Print([$"There is no :{act.Command} here; :help lists what there is. A message that begins with a colon begins with two."]);
                    return;
            }
            PrintSeen();
            await SettleAsync(cancellation);
        }
        catch (InvalidOperationException wrong)
        {
            Print([wrong.Message]);
        }
    }

    private async Task RestAsync(string seconds, CancellationToken cancellation)
    {
        if (!double.TryParse(seconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var length) || length > 3600)
            throw new InvalidOperationException("Say how long, in seconds: :wait 10");
        await Task.Delay(TimeSpan.FromSeconds(length), time, cancellation);
    }

    private async Task SettleAsync(CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        while (scene.MayAnswer && time.GetElapsedTime(began) < patience.Answer)
        {
            var change = scene.NextChange;
            var isWaiting = scene.IsWaiting;
            if (await HappensAsync(change, scene.HasAnswered ? ConsolePatience.Quiet : ConsolePatience.Silence, cancellation)) continue;
            if (!isWaiting) break;
        }
        PrintSeen();
        if (scene is { MayAnswer: true, IsWaiting: true }) Print([scene.IsBotHere ? "(The bot has not answered yet.)" : "(The bot is not here; it will be told when it comes. Is the service running?)"]);
    }

    private async Task ComeAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        while (!scene.IsBotHere && time.GetElapsedTime(began) < atMost) await HappensAsync(scene.NextChange, TimeSpan.FromSeconds(1), cancellation);
    }

    private async Task<bool> HappensAsync(Task change, TimeSpan within, CancellationToken cancellation)
    {
        try
        {
            await change.WaitAsync(within, time, cancellation);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task PrintAsArrivesAsync(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                var change = scene.NextChange;
                PrintSeen();
                await change.WaitAsync(cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            PrintSeen();
        }
    }

    /// <summary>On a thread of its own: a terminal's reader knows no other way than to wait.</summary>
    private Task<string?> ReadAsync(CancellationToken cancellation) => Task.Run(input.ReadLine, CancellationToken.None).WaitAsync(cancellation);

    private List<string> Help()
    {
        (string Command, string Does)[] rows = [("TEXT", "writes a message where you are; /help asks the bot for its own commands"), .. scene.Commands, (":wait SECONDS", "waits, as a person would who is asked to; for scripts"), (":quit", "ends this")];
        var width = rows.Max(row => row.Command.Length);
        return [.. rows.Select(row => $"  {row.Command.PadRight(width)}  {row.Does}")];
    }

    private void PrintSeen()
    {
        lock (_gate)
        {
            if (!_wasHere && scene.IsBotHere)
            {
                Print(["The bot is here."]);
                _wasHere = true;
            }
            Print(scene.TakeSeen());
        }
    }

    private void Print(IReadOnlyList<string> lines)
    {
        lock (_gate)
        {
            foreach (var line in lines) output.WriteLine(line);
            output.Flush();
        }
    }
}
