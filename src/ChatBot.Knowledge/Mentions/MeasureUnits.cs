using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Mentions;

/// <summary>Units of length, area, weight, volume, temperature and power: what a figure is in, and never what is counted.</summary>
public static class MeasureUnits
{
    /// <summary>Each with its spellings, the plural that stands for it first.</summary>
    private static readonly string[][] Spellings =
    [
        ["metres", "metre", "meters", "meter", "m"], ["kilometres", "kilometre", "kilometers", "kilometer", "km"], ["centimetres", "centimetre", "centimeters", "centimeter", "cm"],
        ["millimetres", "millimetre", "millimeters", "millimeter", "mm"], ["miles", "mile"], ["feet", "foot", "ft"], ["inches", "inch"], ["yards", "yard"], ["hectares", "hectare", "ha"], ["acres", "acre"],
        ["grams", "gram", "grammes", "gramme"], ["kilograms", "kilogram", "kilogrammes", "kilogramme", "kilos", "kilo", "kg"], ["tonnes", "tonne"], ["tons", "ton"], ["ounces", "ounce"],
        ["litres", "litre", "liters", "liter"], ["gallons", "gallon"], ["degrees", "degree"], ["watts", "watt"], ["kilowatts", "kilowatt", "kw"], ["megawatts", "megawatt", "mw"], ["gigawatts", "gigawatt", "gw"],
        ["volts", "volt"], ["decibels", "decibel", "db"], ["knots", "knot"],
    ];

    private static readonly FrozenDictionary<string, string[]> ByStem =
        Spellings.SelectMany(unit => unit.Select(EnglishStemmer.Stem).Distinct().Select(stem => (stem, unit))).ToFrozenDictionary(each => each.stem, each => each.unit, StringComparer.Ordinal);

    private static readonly FrozenSet<string> Lengths =
        new[] { "metres", "kilometres", "centimetres", "millimetres", "miles", "feet", "inches", "yards" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The spellings of the unit that a word's <paramref name="stem"/> is of, the plural that stands for it first; empty where it is none.</summary>
    public static IReadOnlyList<string> Of(string stem) => ByStem.GetValueOrDefault(stem) ?? [];

    /// <summary>Whether a unit, by the plural that stands for it, is one of length, so that figures in it may be distances.</summary>
    public static bool IsLength(string plural) => Lengths.Contains(plural);
}
