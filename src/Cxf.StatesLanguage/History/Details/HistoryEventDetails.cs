using System.Text.Json;

namespace Cxf.StatesLanguage.History;

/// <summary>What belongs to an event; each kind writes the members that AWS's answer has.</summary>
public abstract record HistoryEventDetails
{
    /// <summary>The members of the details object; data members only where <paramref name="includeData"/> says so.</summary>
    internal abstract void WriteMembers(Utf8JsonWriter json, bool includeData);

    /// <summary>The name of the details member for an event type.</summary>
    internal virtual string MemberName(HistoryEventType type)
    {
        var name = type.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..] + "EventDetails";
    }
}
