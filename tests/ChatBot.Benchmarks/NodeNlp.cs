using System.Diagnostics;

namespace ChatBot.Benchmarks;

/// <summary>Runs npm's node-nlp on the same files, where it is installed (<c>npm ci</c> in the folder <c>node-nlp</c>).</summary>
internal static class NodeNlp
{
    public static int Run(string trainFile, string testFile)
    {
        var folder = Repository.Benchmarks("node-nlp");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            Console.WriteLine($"node-nlp: skipped, not installed. Run `npm ci` in {folder}.");
            return 0;
        }
        var start = new ProcessStartInfo("node") { WorkingDirectory = folder, ArgumentList = { "run.mjs", Path.GetFullPath(trainFile), Path.GetFullPath(testFile) } };
        using var node = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        node.WaitForExit();
        return node.ExitCode;
    }
}
