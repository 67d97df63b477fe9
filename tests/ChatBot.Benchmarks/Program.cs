Console.WriteLine("ChatBot benchmarks: name one of the benchmarks to run it.");
