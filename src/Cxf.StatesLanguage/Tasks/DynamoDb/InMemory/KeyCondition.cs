using System.Text.Json.Nodes;

namespace Cxf.StatesLanguage.Tasks.DynamoDb.InMemory;

/// <summary>Key conditions of queries: a partition key, and if wanted a range of sort keys.</summary>
internal sealed class KeyCondition
{
    private static readonly string[] SortOperators = ["=", "<", "<=", ">", ">=", "BETWEEN", "begins_with"];

    private readonly List<ConditionTerm> _terms = [];

    private KeyCondition(ExpressionTokens tokens, ExpressionNames names)
    {
        do
        {
            _terms.Add(ConditionTerm.Take(tokens, names));
        } while (tokens.TryTake("AND"));

        if (tokens.TryTake("OR"))
        {
            throw DynamoDbException.Validation("Invalid operator used in KeyConditionExpression: OR");
        }

        tokens.ExpectEnd();
    }

    public static KeyCondition Parse(string member, string text, ExpressionNames names) =>
        new(new ExpressionTokens(member, text), names);

    /// <summary>Refuses conditions that are not on the table's key.</summary>
    public void Check(Table table)
    {
        if (TermsOf(table.PartitionKey) is not [var partition])
        {
            throw DynamoDbException.Validation($"Query condition missed key schema element: {table.PartitionKey}");
        }

        var others = _terms.Where(term => term != partition).ToList();
        if (
            partition.Operator != "="
            || others.Count > 1
            || others.Exists(term => !IsOn(term, table.SortKey) || !SortOperators.Contains(term.Operator))
        )
        {
            throw DynamoDbException.Validation("Query key condition not supported");
        }
    }

    /// <summary>The items that can meet the condition, in the order of their sort keys.</summary>
    public IEnumerable<JsonObject> Find(Table table)
    {
        // DynamoDB reads one partition, and of it only sort keys in the range.
        var partition = TextOf(TermsOf(table.PartitionKey)[0]);
        var start = table.SortKey is { } sortKey
            ? TermsOf(sortKey).Where(term => term.Operator is "begins_with" or "=").Select(TextOf).FirstOrDefault()
            : null;
        return (partition is null ? table.Items : table.Find(partition, start ?? "")).Where(Holds);
    }

    private bool Holds(JsonObject item) => _terms.TrueForAll(term => term.Holds(item));

    private static string? TextOf(ConditionTerm term) => term.Values is [var value] ? AttributeValue.Text(value) : null;

    private List<ConditionTerm> TermsOf(string key) => _terms.FindAll(term => IsOn(term, key));

    private static bool IsOn(ConditionTerm term, string? key) =>
        term.Paths is [{ IsNested: false } path] && path.Attribute == key;
}
