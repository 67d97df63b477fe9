using System.Diagnostics;
using System.Globalization;
using ChatBot.Questions;

namespace ChatBot.Operations;

/// <summary>The last line of a batch command: how many, how long, how soon, how much memory.</summary>
internal sealed class BatchSummary
{
    private readonly TimeProvider _time;
    private readonly double _startUpSeconds;
    private readonly long _ready;

    private BatchSummary(TimeProvider time, double startUpSeconds)
    {
        _time = time;
        _startUpSeconds = startUpSeconds;
        _ready = time.GetTimestamp();
    }

    /// <summary>Call where all is ready and the first line can be worked on; what went before, from the start of the process on, is start-up.</summary>
    public static BatchSummary Ready(TimeProvider time)
    {
        using var process = Process.GetCurrentProcess();
        return new BatchSummary(time, (time.GetUtcNow().UtcDateTime - process.StartTime.ToUniversalTime()).TotalSeconds);
    }

    /// <summary>"250 questions in 0.94 s · start-up 0.61 s · peak memory 98 MB".</summary>
    public string Line(int count, string what)
    {
        using var process = Process.GetCurrentProcess();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{PhraseCatalogue.Counted(count, what)} in {_time.GetElapsedTime(_ready).TotalSeconds:0.00} s · start-up {_startUpSeconds:0.00} s · peak memory {process.PeakWorkingSet64 / (1 << 20)} MB");
    }
}
