using System.Text.Json;

namespace Cxf.Local.SampleCrm;

/// <summary>The CRM's list of leads. It is thread-safe.</summary>
internal sealed class LeadBook(TimeProvider timeProvider)
{
    private const int FirstNumber = 1001;

    private readonly Lock _gate = new();
    private readonly List<Lead> _leads = [];
    private readonly Dictionary<string, Lead> _byKey = [];

    /// <summary>All leads in the order of their creation.</summary>
    public IReadOnlyList<Lead> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _leads];
            }
        }
    }

    /// <summary>The lead with that ID; null if it does not exist.</summary>
    public Lead? Find(string id) => All.FirstOrDefault(lead => lead.Id == id);

    /// <summary>
    /// The leads whose fields have these texts, in the order of their creation; all leads if there are no fields.
    /// </summary>
    public IReadOnlyList<Lead> Having(IEnumerable<KeyValuePair<string, string>> fields) =>
        [.. All.Where(lead => fields.All(field => lead.Has(field.Key, field.Value)))];

    /// <summary>
    /// Takes down a lead. A key that was used before gives the lead that it created then, and no second one.
    /// </summary>
    public (Lead Lead, bool IsNew) Add(JsonElement fields, string recordType, string? idempotencyKey)
    {
        lock (_gate)
        {
            if (idempotencyKey is not null && _byKey.TryGetValue(idempotencyKey, out var known))
            {
                return (known, false);
            }

            var lead = new Lead($"L-{FirstNumber + _leads.Count}", recordType, timeProvider.GetUtcNow(), fields);
            _leads.Add(lead);
            if (idempotencyKey is not null)
            {
                _byKey[idempotencyKey] = lead;
            }

            return (lead, true);
        }
    }
}
