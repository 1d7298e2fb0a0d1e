namespace Cxf.ContactFlows.Simulation;

/// <summary>What a bot understood.</summary>
/// <param name="Name">The intent.</param>
/// <param name="Slots">The values of its slots: <c>$.Lex.Slots.NAME</c>.</param>
/// <param name="SessionAttributes">The attributes of the bot's session: <c>$.Lex.SessionAttributes.NAME</c>.</param>
internal sealed record UnderstoodIntent(
    string Name,
    IReadOnlyDictionary<string, string> Slots,
    IReadOnlyDictionary<string, string> SessionAttributes
)
{
    private const string Session = "session.";

    /// <summary>
    /// Reads what a caller script says: <c>BookRoom;City=Rome;session.tier=gold</c>, the intent with its slots and the session's
    /// attributes.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="sent">The session attributes that the contact flow sends to the bot, which the bot keeps.</param>
    public static UnderstoodIntent Read(string text, IReadOnlyDictionary<string, string> sent)
    {
        var slots = new Dictionary<string, string>();
        var session = sent.ToDictionary();
        var parts = text.Split(';');
        foreach (var part in parts.Skip(1))
        {
            var at = part.IndexOf('=');
            var (name, value) = at < 0 ? (part, "") : (part[..at], part[(at + 1)..]);
            if (name.StartsWith(Session, StringComparison.Ordinal))
            {
                session[name[Session.Length..]] = value;
            }
            else
            {
                slots[name] = value;
            }
        }

        return new UnderstoodIntent(parts[0], slots, session);
    }

    /// <summary>A value below <c>$.Lex</c>. The intent was given, so its confidence is 1.</summary>
    public string? Find(string[] path) =>
        path switch
        {
            ["IntentName"] => Name,
            ["IntentConfidence", "Score"] => "1",
            ["DialogState"] => "Fulfilled",
            ["Slots", var slot] => Slots.GetValueOrDefault(slot),
            ["SessionAttributes", var name] => SessionAttributes.GetValueOrDefault(name),
            _ => null,
        };
}
