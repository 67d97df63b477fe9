using System.Runtime.InteropServices;
using System.Text;

namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>The saved form of a classifier: "CBIN", a version, and its parts, little-endian.</summary>
internal static class IntentClassifierFormat
{
    private const uint Magic = 0x4E494243;
    private const int Version = 4;

    public static void Write(IntentClassifier classifier, Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(classifier.Options.Seed);
        writer.Write(classifier.Options.NamesAreExamples);
        writer.Write(classifier.Options.WordClasses);
        writer.Write(classifier.Options.AllowedLoss);
        writer.Write(classifier.Options.Ranked);
        writer.Write(classifier.Intents.Count);
        foreach (var intent in classifier.Intents) writer.Write(intent);
        WriteArray(writer, classifier.Index.Keys.ToArray());

        var model = classifier.Model;
        WriteArray(writer, model.Weights.Values);
        writer.Write(model.Weights.Unknown);
        WriteSettings(writer, model.Weights.Settings);
        WritePacked(writer, model.Logistic);
        WritePacked(writer, model.Hinge);
        writer.Write(model.Networks.Length);
        foreach (var network in model.Networks)
        {
            WritePacked(writer, network.Inner);
            WritePacked(writer, network.Outer);
        }
        WriteChains(writer, model.Chains);
        writer.Write(model.Memory.Width);
        WriteArray(writer, model.Memory.Usual);
        WriteArray(writer, model.Memory.Stems);
        for (var intent = 0; intent < classifier.Intents.Count; intent++)
        {
            WriteArray(writer, model.Memory.Profiles[intent]);
            WriteArray(writer, model.Memory.Lengths[intent]);
            writer.Write(model.Memory.Words[intent].Length);
            foreach (var (features, values) in model.Memory.Words[intent])
            {
                WriteArray(writer, features);
                WriteArray(writer, values);
            }
        }

        var detector = classifier.Detector;
        WriteArray(writer, detector.Means);
        WriteArray(writer, detector.Spreads);
        WriteArray(writer, detector.Weights);
        writer.Write(detector.Threshold);
        writer.Write(detector.Slope);
        writer.Write(detector.Offset);
    }

    public static IntentClassifier Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            if (reader.ReadUInt32() != Magic) throw new InvalidDataException("This is not a saved intent classifier.");
            var version = reader.ReadInt32();
            if (version != Version)
                throw new InvalidDataException($"The saved intent classifier is of version {version}; this program reads version {Version}. Train it again.");
            return ReadParts(reader);
        }
        catch (Exception failure) when (failure is EndOfStreamException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException("The saved intent classifier is cut short or damaged. Train it again.", failure);
        }
    }

    private static IntentClassifier ReadParts(BinaryReader reader)
    {
        var options = new IntentTrainingOptions
        {
            Seed = reader.ReadInt32(),
            NamesAreExamples = reader.ReadBoolean(),
            WordClasses = reader.ReadBoolean(),
            AllowedLoss = reader.ReadDouble(),
            Ranked = reader.ReadInt32(),
        };
        var intents = new string[Length(reader)];
        for (var i = 0; i < intents.Length; i++) intents[i] = reader.ReadString();
        var index = new FeatureIndex(ReadArray<ulong>(reader));
        var weights = new FeatureWeights(ReadArray<float>(reader), FeatureWeights.BlocksOf(index), reader.ReadSingle(), ReadSettings(reader));
        var logistic = ReadPacked(reader);
        var hinge = ReadPacked(reader);
        var networks = new HiddenModel[Length(reader)];
        for (var i = 0; i < networks.Length; i++) networks[i] = new HiddenModel(ReadPacked(reader), ReadPacked(reader));
        var chains = ReadChains(reader, intents.Length);

        var width = reader.ReadInt32();
        var usual = ReadArray<float>(reader);
        var stems = ReadArray<ulong>(reader);
        var profiles = new float[intents.Length][];
        var lengths = new float[intents.Length][];
        var words = new WeightedMessage[intents.Length][];
        for (var intent = 0; intent < intents.Length; intent++)
        {
            profiles[intent] = ReadArray<float>(reader);
            lengths[intent] = ReadArray<float>(reader);
            words[intent] = new WeightedMessage[Length(reader)];
            for (var i = 0; i < words[intent].Length; i++) words[intent][i] = new WeightedMessage(ReadArray<int>(reader), ReadArray<float>(reader));
        }
        var detector = new NoneDetector(
            ReadArray<double>(reader), ReadArray<double>(reader), ReadArray<double>(reader), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        var model = new IntentModel(weights, logistic, hinge, networks, chains, intents.Length, new IntentMemory(words, profiles, lengths, usual, stems, index.Keys.Count + CompanyVector.Length, width));
        return new IntentClassifier(options, index, intents, model, detector);
    }

    /// <summary>What classifying needs of them; the rest was for learning.</summary>
    private static void WriteSettings(BinaryWriter writer, IntentSettings settings)
    {
        writer.Write(settings.Few);
        WriteArray(writer, settings.Blocks);
        WriteArray(writer, settings.Company);
        writer.Write(settings.HingeShare);
        writer.Write(settings.HiddenShare);
        writer.Write(settings.ChainShare);
    }

    private static IntentSettings ReadSettings(BinaryReader reader) => (reader.ReadBoolean() ? IntentSettings.OfFew : IntentSettings.OfPlenty) with
    {
        Blocks = ReadArray<float>(reader), Company = ReadArray<float>(reader), HingeShare = reader.ReadSingle(), HiddenShare = reader.ReadSingle(), ChainShare = reader.ReadSingle(),
    };

    private static void WriteChains(BinaryWriter writer, StemChains chains)
    {
        WriteArray(writer, chains.Prior);
        WriteArray(writer, chains.RowOf);
        WriteArray(writer, chains.Single);
        WriteArray(writer, chains.Context);
        WriteArray(writer, chains.Pairs);
        WriteArray(writer, chains.Starts);
        WriteArray(writer, chains.Gains);
    }

    private static StemChains ReadChains(BinaryReader reader, int intents) => new(
        intents, ReadArray<float>(reader), ReadArray<int>(reader), ReadArray<float>(reader), ReadArray<float>(reader), ReadArray<long>(reader), ReadArray<int>(reader), ReadArray<IntentGain>(reader));

    private static PackedModel ReadPacked(BinaryReader reader)
    {
        var (classes, width) = (reader.ReadInt32(), reader.ReadInt32());
        return new PackedModel(ReadArray<sbyte>(reader), ReadArray<float>(reader), classes, width);
    }

    private static void WritePacked(BinaryWriter writer, PackedModel model)
    {
        writer.Write(model.Classes);
        writer.Write(model.Width);
        WriteArray(writer, model.Weights);
        WriteArray(writer, model.Scales);
    }

    private static void WriteArray<T>(BinaryWriter writer, T[] values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes<T>(values));
    }

    private static T[] ReadArray<T>(BinaryReader reader)
        where T : unmanaged
    {
        var values = new T[Length(reader)];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    /// <summary>A length that no saved classifier exceeds, so that a damaged one cannot ask for all memory.</summary>
    private static int Length(BinaryReader reader) =>
        reader.ReadInt32() is var length and >= 0 and < 200_000_000 ? length : throw new InvalidDataException("The saved intent classifier is damaged. Train it again.");
}
