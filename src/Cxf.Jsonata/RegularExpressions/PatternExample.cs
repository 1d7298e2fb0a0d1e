namespace Cxf.Jsonata.RegularExpressions;

/// <summary>Makes texts of the shape of a pattern. Look-around is not considered, so each text has to be matched again.</summary>
internal sealed class PatternExample(Random random, int attempt)
{
    private const int MaxRepeats = 64;

    // Characters that a person expects in an example, in this order.
    private const string Usual = "1aA-_ .@";

    /// <summary>One text; later attempts take other branches, characters and numbers of repetitions.</summary>
    public string Of(PatternNode node) =>
        node switch
        {
            SetNode set => CodePoints.Text(One(set.Set)),
            SequenceNode sequence => string.Concat(sequence.Parts.Select(Of)),
            ChoiceNode choice => Of(choice.Options[attempt == 0 ? 0 : random.Next(choice.Options.Count)]),
            CaptureNode capture => Of(capture.Body),
            RepeatNode repeat => string.Concat(Enumerable.Range(0, Times(repeat)).Select(_ => Of(repeat.Body))),
            _ => "",
        };

    private int Times(RepeatNode repeat)
    {
        var max = Math.Min(repeat.Max, Math.Max(repeat.Min, MaxRepeats));
        return attempt == 0
            ? Math.Min(max, Math.Max(repeat.Min, 1))
            : random.Next(repeat.Min, Math.Min(max, repeat.Min + attempt) + 1);
    }

    private int One(CharacterSet set)
    {
        var usual = Usual.Where(character => set.Contains(character)).ToList();
        if (usual.Count > 0 && attempt == 0)
        {
            return usual[0];
        }

        // The first ranges contain the letters and digits of most sets; surrogates are no characters.
        var ranges = set
            .Ranges.Select(range => (First: Math.Max(range.First, ' '), range.Last))
            .Where(range => range.First <= range.Last && range.First is < 0xD800 or > 0xDFFF)
            .Take(8)
            .ToList();
        if (ranges.Count == 0)
        {
            return set.Ranges.Select(range => range.First).FirstOrDefault(' ');
        }

        var (first, last) = ranges[random.Next(ranges.Count)];
        return random.Next(first, Math.Min(last, first + 25) + 1);
    }
}
