namespace Cxf.Flows.ApiDescriptions;

/// <summary>
/// The choices of which a made-up value consists, as numbers: 0 is always the plainest, such as a member that is there and an
/// example of the description. The same numbers make the same value, and a value gets plainer where a number becomes 0.
/// </summary>
/// <param name="given">The first choices.</param>
/// <param name="random">Makes the others; null for the plainest.</param>
public sealed class ExampleChoices(IReadOnlyList<int> given, Random? random)
{
    private const int Spread = 1_000_003;

    private readonly List<int> _taken = [];

    /// <summary>Only the plainest.</summary>
    public static ExampleChoices Plain => new([], null);

    /// <summary>
    /// The same choices for the same seed, number and name, in every process: a hash code would differ.
    /// </summary>
    /// <param name="seed">What a person gives.</param>
    /// <param name="number">Which of many values it is.</param>
    /// <param name="name">What the value is for. Default: no name.</param>
    public static ExampleChoices Seeded(int seed, int number, string name = "") =>
        new([], new Random(name.Aggregate(unchecked((seed * Spread) + number), (hash, one) => unchecked((hash * 31) + one))));

    /// <summary>The choices that were made so far.</summary>
    public IReadOnlyList<int> Taken => _taken;

    /// <summary>A number from 0 to below a count.</summary>
    internal int Next(int count)
    {
        var choice = _taken.Count < given.Count ? given[_taken.Count] % count : random?.Next(count) ?? 0;
        _taken.Add(choice);
        return choice;
    }
}
