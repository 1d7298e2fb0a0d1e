using Cxf.Local.Output;

namespace Cxf.Local.Replays;

/// <summary>
/// Which members of a run's data are replaced in a test. A test is kept with the flow, so more names count than in printed
/// output: those that the contract declares sensitive, and every name that says that it holds a person's data or a secret.
/// </summary>
/// <param name="sensitive">The names that contracts declare sensitive.</param>
/// <param name="kept">The names that the user wants to keep as they are.</param>
internal sealed class PersonalNames(IEnumerable<string> sensitive, IEnumerable<string> kept)
{
    private static readonly string[] Words =
    [
        "accountnumber",
        "address",
        "apikey",
        "authorization",
        "birth",
        "cardnumber",
        "cookie",
        "credential",
        "email",
        "iban",
        "mobile",
        "passcode",
        "passport",
        "password",
        "phone",
        "postalcode",
        "secret",
        "session",
        "signature",
        "socialsecurity",
        "street",
        "token",
        "zipcode",
    ];

    // Of a person, or of anything else: it cannot be seen, so it counts as a person's.
    private const string NameEnd = "name";

    private readonly PersonalData _masks = new(sensitive);
    private readonly HashSet<string> _kept = new(kept, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the user keeps the member as it is.</summary>
    public bool Keeps(string name) => _kept.Contains(name);

    /// <summary>Whether everything in the member is replaced.</summary>
    public bool Hides(string name)
    {
        var letters = string.Concat(name.Where(char.IsAsciiLetter)).ToLowerInvariant();
        return _masks.Hides(name)
            || letters is "pin" or "ssn" or "cvc" or "cvv"
            || letters.EndsWith(NameEnd, StringComparison.Ordinal)
            || Words.Any(word => letters.Contains(word, StringComparison.Ordinal));
    }
}
