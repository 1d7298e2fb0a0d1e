using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Cxf.Functions.Tests.Stores;
using Cxf.Local.Emulators.Tables;

namespace Cxf.Local.Tests.Emulators.Tables;

/// <summary>The local DynamoDB answers as dynalite does: the same request on the same items, then the same items.</summary>
public sealed class TablesEndpointTests(DynaliteTables dynalite) : IAsyncLifetime
{
    private const string Key = """
        "Key":{"pk":{"S":"p"},"sk":{"S":"b"}}
        """;

    private static readonly string[] Items =
    [
        """{"pk":{"S":"p"},"sk":{"S":"a1"},"n":{"N":"1"}}""",
        """{"pk":{"S":"p"},"sk":{"S":"a2"},"n":{"N":"2"}}""",
        """
            {"pk":{"S":"p"},"sk":{"S":"b"},"n":{"N":"5"},"s":{"S":"abc"},"tags":{"SS":["x","y"]},"flag":{"BOOL":true},
             "nil":{"NULL":true},
             "letters":{"L":[{"S":"x"},{"N":"1"}]},"m":{"M":{"a":{"S":"x"},"b":{"N":"1"},"c":{"M":{"d":{"S":"deep"}}}}}}
            """,
        """{"pk":{"S":"q"},"sk":{"S":"a"},"n":{"N":"7"}}""",
    ];

    // What the placeholders of the expressions stand for.
    private static readonly Dictionary<string, string> Values = new()
    {
        [":abc"] = """{"S":"abc"}""",
        [":a"] = """{"S":"a"}""",
        [":b"] = """{"S":"b"}""",
        [":x"] = """{"S":"x"}""",
        [":p"] = """{"S":"p"}""",
        [":one"] = """{"N":"1"}""",
        [":one00"] = """{"N":"1.00"}""",
        [":five"] = """{"N":"5"}""",
        [":half"] = """{"N":"0.5"}""",
        [":minus"] = """{"N":"-5"}""",
        [":yes"] = """{"BOOL":true}""",
        [":xy"] = """{"SS":["y","x"]}""",
        [":yz"] = """{"SS":["y","z"]}""",
        [":more"] = """{"L":[{"S":"more"}]}""",
        [":map"] = """{"M":{"a":{"S":"x"}}}""",
    };

    private TablesEndpoint _local = null!;

    public async ValueTask InitializeAsync() =>
        _local = await TablesEndpoint.StartAsync(0, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _local.DisposeAsync();

    [Theory]
    [InlineData("attribute_exists(m.c.d) AND attribute_not_exists(m.c.e)")]
    [InlineData("attribute_exists(s.nothing)")]
    [InlineData("n = :five AND n <> :one AND n > :one AND n >= :five AND n < :five")]
    [InlineData("n = :one OR s = :abc AND flag = :yes")]
    [InlineData("NOT n = :one AND NOT s = :x")]
    [InlineData("NOT (n = :five OR s = :x)")]
    [InlineData("(n = :one OR s = :abc) AND (flag = :yes)")]
    [InlineData("n BETWEEN :one AND :five and s between :a and :b")]
    [InlineData("s BETWEEN :one AND :five")]
    [InlineData("m.b = :one00")]
    [InlineData("n > :abc")]
    [InlineData("n <> :abc")]
    [InlineData("nowhere <> :abc")]
    [InlineData("nowhere = :abc")]
    [InlineData("nowhere < :abc")]
    [InlineData("n IN (:one, :abc, :five)")]
    [InlineData("nowhere IN (:one)")]
    [InlineData("m.a IN (:x) AND s IN (:x)")]
    [InlineData("tags = :xy")]
    [InlineData("tags = :yz")]
    [InlineData("contains(tags, :x) AND contains(letters, :one) AND contains(s, :b)")]
    [InlineData("contains(tags, :abc)")]
    [InlineData("contains(letters, :abc)")]
    [InlineData("contains(nowhere, :x)")]
    [InlineData("begins_with(s, :a) AND begins_with(m.a, :x)")]
    [InlineData("begins_with(n, :a)")]
    [InlineData("begins_with(s, :one)")]
    [InlineData("n = :undefined")]
    [InlineData("#undefined = :one")]
    [InlineData("exists(n)")]
    [InlineData("")]
    public Task Conditions_hold_for_the_same_items(string condition) =>
        CompareAsync("DeleteItem", $"{Key},{Expression("ConditionExpression", condition)}");

    [Theory]
    [InlineData("n = :one)")]
    [InlineData("n =")]
    [InlineData("n = :one AND")]
    [InlineData("attribute_exists(n")]
    [InlineData("n == :one")]
    [InlineData(":one")]
    public async Task Conditions_that_are_not_well_formed_are_syntax_errors(string condition)
    {
        // dynalite says differently what is wrong.
        foreach (var answer in await AskBothAsync("DeleteItem", $"{Key},{Expression("ConditionExpression", condition)}"))
        {
            Assert.StartsWith("400 ValidationException: Invalid ConditionExpression: Syntax error; ", answer);
        }
    }

    [Theory]
    [InlineData("SET n = :one, s = :abc REMOVE flag ADD tags :yz")]
    [InlineData("set n = n + :half")]
    [InlineData("SET n = :one - n")]
    [InlineData("SET n = m.b - :minus, m.b = n")]
    [InlineData("SET fresh = if_not_exists(fresh, :one), n = if_not_exists(n, :one)")]
    [InlineData("SET fresh = if_not_exists(fresh, n) + :one")]
    [InlineData("SET letters = list_append(letters, :more), fresh = list_append(:more, letters)")]
    [InlineData("SET letters = list_append(if_not_exists(nowhere, :more), letters)")]
    [InlineData("SET m.c.d = :one REMOVE m.a")]
    [InlineData("SET m.fresh = :map")]
    [InlineData("SET nowhere.a = :one")]
    [InlineData("SET s.a = :one")]
    [InlineData("SET fresh = nowhere")]
    [InlineData("SET n = nowhere + :one")]
    [InlineData("SET n = s + :one")]
    [InlineData("SET letters = list_append(n, :more)")]
    [InlineData("REMOVE nowhere, n")]
    [InlineData("ADD n :half, fresh :one")]
    [InlineData("ADD n :minus")]
    [InlineData("ADD tags :yz, fresh :xy")]
    [InlineData("ADD n :yz")]
    [InlineData("ADD tags :one")]
    [InlineData("ADD s :one")]
    [InlineData("DELETE tags :yz")]
    [InlineData("DELETE tags :xy, nowhere :xy")]
    [InlineData("DELETE n :xy")]
    [InlineData("SET n = :one SET s = :abc")]
    [InlineData("SET n = :one REMOVE n")]
    [InlineData("SET m = :map, m.a = :one")]
    [InlineData("SET sk = :abc")]
    [InlineData("SET n = size(s)")]
    [InlineData("SET n = :undefined")]
    [InlineData("")]
    public Task Updates_change_the_same(string update) =>
        CompareAsync("UpdateItem", $"{Key},{Expression("UpdateExpression", update)},\"ReturnValues\":\"ALL_NEW\"");

    [Theory]
    [InlineData("NONE")]
    [InlineData("ALL_OLD")]
    [InlineData("ALL_NEW")]
    [InlineData("UPDATED_OLD")]
    [InlineData("UPDATED_NEW")]
    [InlineData("EVERYTHING")]
    public async Task Writes_return_what_is_asked_for(string asked)
    {
        await CompareAsync(
            "UpdateItem",
            $"{Key},{Expression("UpdateExpression", "SET n = :one, m.a = :abc")},\"ReturnValues\":\"{asked}\""
        );
        if (asked is "NONE" or "ALL_OLD")
        {
            await CompareAsync("DeleteItem", $"{Key},\"ReturnValues\":\"{asked}\"");
            await CompareAsync("PutItem", $"\"Item\":{Items[0]},\"ReturnValues\":\"{asked}\"");
        }
    }

    [Fact]
    public async Task A_condition_decides_before_an_update_is_tried()
    {
        const string Update = "SET n = s + :one";
        await CompareAsync(
            "UpdateItem",
            $"{Key},{Expression(("UpdateExpression", Update), ("ConditionExpression", "n = :one"))}"
        );
        await CompareAsync(
            "UpdateItem",
            $"{Key},{Expression(("UpdateExpression", Update), ("ConditionExpression", "n = :five"))}"
        );
    }

    [Theory]
    [InlineData("pk = :p")]
    [InlineData("pk = :x")]
    [InlineData("pk = :p AND begins_with(sk, :a)")]
    [InlineData("sk >= :b AND pk = :p")]
    [InlineData("pk = :p AND sk < :b")]
    [InlineData("pk = :p AND sk BETWEEN :a AND :b")]
    [InlineData("pk = :p AND sk = :b")]
    [InlineData("sk = :b")]
    [InlineData("pk > :p")]
    [InlineData("pk = :p OR sk = :b")]
    public Task Queries_find_the_same_items_in_the_same_order(string condition) =>
        CompareAsync("Query", Expression("KeyConditionExpression", condition));

    [Theory]
    [InlineData("n > :one", "n")]
    [InlineData("attribute_exists(m)", "sk, m.c.d, m.a, nowhere")]
    [InlineData("begins_with(sk, :a)", "n")]
    [InlineData("n = :five", "m, m.a")]
    public Task Queries_filter_and_project(string filter, string projection) =>
        CompareAsync(
            "Query",
            Expression(("KeyConditionExpression", "pk = :p"), ("FilterExpression", filter), ("ProjectionExpression", projection))
        );

    [Theory]
    [InlineData("n, #s")]
    [InlineData("m.c.d, m.b")]
    [InlineData("nowhere")]
    [InlineData("n, n")]
    public Task Reads_project(string projection) =>
        CompareAsync("GetItem", $"{Key},{Expression("ProjectionExpression", projection)}");

    [Theory]
    [InlineData("GetItem", """ "Key":{"pk":{"S":"nobody"},"sk":{"S":"b"}} """)]
    [InlineData("GetItem", """ "Key":{"pk":{"S":"p"}} """)]
    [InlineData("GetItem", """ "Key":{"pk":{"S":"p"},"sk":{"N":"1"}} """)]
    [InlineData("GetItem", """ "Key":{"pk":{"S":"p"},"sk":{"S":""}} """)]
    [InlineData("GetItem", """ "Key":{"pk":{"S":"p"},"sk":{}} """)]
    [InlineData("GetItem", """ "Key":{"pk":{"S":"p"},"sk":{"S":"a","N":"1"}} """)]
    [InlineData("GetItem", "")]
    [InlineData("DeleteItem", """ "Key":{"pk":{"S":"nobody"},"sk":{"S":"b"}},"ReturnValues":"ALL_OLD" """)]
    [InlineData("PutItem", """ "Item":{"pk":{"S":"p"}} """)]
    [InlineData("PutItem", """ "Item":{"pk":{"S":"p"},"sk":{"N":"1"}} """)]
    [InlineData("PutItem", """ "Item":{"pk":{"S":"p"},"sk":{"S":""}} """)]
    [InlineData("PutItem", """ "Item":{"pk":{"S":"p"},"sk":{"S":"new"},"n":{"N":"many"}} """)]
    [InlineData("PutItem", """ "Item":{"pk":{"S":"p"},"sk":{"S":"new"},"tags":{"SS":[]}} """)]
    [InlineData("PutItem", """ "Item":{"pk":{"S":"p"},"sk":{"S":"new"},"tags":{"SS":["a","a"]}} """)]
    [InlineData("PutItem", """ "Item":{"pk":{"S":"p"},"sk":{"S":"new"},"list":{"L":[{"S":"a"},{}]}} """)]
    [InlineData("UpdateItem", """ "Key":{"pk":{"S":"p"},"sk":{"S":"new"}},"ReturnValues":"ALL_NEW" """)]
    [InlineData("Query", "")]
    [InlineData("Query", """ "KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"N":"one"}} """)]
    public Task Requests_are_checked_alike(string operation, string members) => CompareAsync(operation, members);

    private async Task CompareAsync(string operation, string members)
    {
        var answers = await AskBothAsync(operation, members);
        Assert.Equal(answers[0], answers[1]);
    }

    /// <summary>What dynalite and the local endpoint answer, and the items that both have afterwards.</summary>
    private async Task<List<string>> AskBothAsync(string operation, string members)
    {
        var (client, table) = await dynalite.CreateTableAsync();
        var answers = new List<string>();
        foreach (var server in (Uri[])[new Uri(((AmazonDynamoDBClient)client).Config.ServiceURL), _local.Address])
        {
            using var http = new HttpClient { BaseAddress = server };
            foreach (var item in Items)
            {
                Assert.Equal("200 {}", await AskAsync(http, table, "PutItem", $"\"Item\":{item}"));
            }

            answers.Add(
                await AskAsync(http, table, operation, members)
                    + Environment.NewLine
                    + await AskAsync(http, table, "Query", Expression("KeyConditionExpression", "pk = :p"))
            );
        }

        return answers;
    }

    private static async Task<string> AskAsync(HttpClient server, string table, string operation, string members)
    {
        var comma = string.IsNullOrWhiteSpace(members) ? "" : ",";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new StringContent($$"""{"TableName":"{{table}}"{{comma}}{{members}} }""")
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0") },
            },
        };
        request.Headers.Add("X-Amz-Target", $"DynamoDB_20120810.{operation}");
        request.Headers.Add("X-Amz-Date", "19700101T000000Z");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=test/19700101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=test"
        );
        using var response = await server.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
        return $"{(int)response.StatusCode} {(response.IsSuccessStatusCode ? InOrder(answer) : ErrorOf(answer))}";
    }

    // DynamoDB puts the name of the API before the error's own.
    private static string ErrorOf(JsonObject answer) =>
        $"{answer["__type"]!.GetValue<string>().Split('#')[^1]}: {answer["message"] ?? answer["Message"]}";

    /// <summary>The same JSON with members and the texts of sets in alphabetical order.</summary>
    private static string InOrder(JsonNode? node, string name = "") =>
        node switch
        {
            JsonObject item => "{"
                + string.Join(
                    ',',
                    item.OrderBy(member => member.Key, StringComparer.Ordinal)
                        .Select(member => $"\"{member.Key}\":{InOrder(member.Value, member.Key)}")
                )
                + "}",
            JsonArray set when name == "SS" =>
                $"[{string.Join(',', set.Select(text => $"{text}").Order(StringComparer.Ordinal))}]",
            JsonArray list => $"[{string.Join(',', list.Select(item => InOrder(item)))}]",
            _ => node?.ToJsonString() ?? "null",
        };

    private static string Expression(string member, string expression) => Expression((member, expression));

    /// <summary>Expressions with the names and values that they use.</summary>
    private static string Expression(params (string Member, string Text)[] expressions)
    {
        var members = new JsonObject();
        var used = new HashSet<string>();
        foreach (var (member, text) in expressions)
        {
            members[member] = text;
            used.UnionWith(text.Split(' ', ',', '(', ')'));
        }

        var values = Values.Where(value => used.Contains(value.Key)).ToList();
        if (values.Count > 0)
        {
            members["ExpressionAttributeValues"] = new JsonObject(
                values.Select(value => KeyValuePair.Create(value.Key, JsonNode.Parse(value.Value)))
            );
        }

        if (used.Contains("#s"))
        {
            members["ExpressionAttributeNames"] = new JsonObject { ["#s"] = "s" };
        }

        return members.ToJsonString()[1..^1];
    }
}
