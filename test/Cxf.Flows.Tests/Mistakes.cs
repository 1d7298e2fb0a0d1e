namespace Cxf.Flows.Tests;

/// <summary>Mistakes that reading a document finds, one in each place that can have one.</summary>
internal static class Mistakes
{
    public static IEnumerable<Mistake> All => OfLead.Concat(OfEveryKind);

    public static IReadOnlyList<Mistake> OfEveryKind { get; } =
    [
        new(Documents.EveryKind, "/caller", "\"maybe\"", "CXF1007", "/caller"),
        new(Documents.EveryKind, "/callerLimitSeconds", "9", "CXF1006", "/callerLimitSeconds"),
        new(Documents.EveryKind, "/callerLimitSeconds", "0", "CXF1006", "/callerLimitSeconds"),
        new(Documents.EveryKind, "/steps/transform_1/position", "[1,2]", "CXF1005", "/steps/transform_1/position"),
        new(Documents.EveryKind, "/steps/transform_1/position/x", "\"left\"", "CXF1005", "/steps/transform_1/position/x"),
        new(Documents.EveryKind, "/steps/transform_1/assign", null, "CXF1003", "/steps/transform_1"),
        new(Documents.EveryKind, "/steps/transform_1/assign", "{}", "CXF1003", "/steps/transform_1/assign"),
        new(Documents.EveryKind, "/steps/transform_1/assign/2nd", "1", "CXF1015", "/steps/transform_1/assign/2nd"),
        new(Documents.EveryKind, "/steps/transform_1/assign/payload", "1", "CXF1015", "/steps/transform_1/assign/payload"),
        new(Documents.EveryKind, "/steps/transform_1/assign/wait_1", "1", "CXF1016", "/steps/transform_1/assign/wait_1"),
        new(Documents.EveryKind, "/steps/transform_1/next", null, "CXF1003", "/steps/transform_1"),
        new(Documents.EveryKind, "/steps/wait_1/seconds", null, "CXF1017", "/steps/wait_1"),
        new(Documents.EveryKind, "/steps/wait_1/until", "\"2030-01-01T00:00:00Z\"", "CXF1017", "/steps/wait_1"),
        new(Documents.EveryKind, "/steps/wait_1/seconds", "0", "CXF1006", "/steps/wait_1/seconds"),
        new(Documents.EveryKind, "/steps/wait_1/seconds", "\"5\"", "CXF1018", "/steps/wait_1/seconds"),
        new(Documents.EveryKind, "/steps/wait_1/seconds", "\"{% 5 %}\"", "CXF1003", "/steps/wait_1"),
        new(Documents.EveryKind, "/steps/wait_1/seconds", "true", "CXF1005", "/steps/wait_1/seconds"),
        new(Documents.EveryKind, "/steps/wait_1/atMostSeconds", "9", "CXF1004", "/steps/wait_1/atMostSeconds"),
        new(Documents.EveryKind, "/steps/wait_2/until", "\"tomorrow\"", "CXF1020", "/steps/wait_2/until"),
        new(Documents.EveryKind, "/steps/wait_2/until", "\"2030-01-01T00:00:00\"", "CXF1020", "/steps/wait_2/until"),
        new(Documents.EveryKind, "/steps/wait_2/atMostSeconds", null, "CXF1003", "/steps/wait_2"),
        new(Documents.EveryKind, "/steps/wait_2/atMostSeconds", "31536001", "CXF1006", "/steps/wait_2/atMostSeconds"),
        new(Documents.EveryKind, "/steps/parallel_1/branches", "{}", "CXF1003", "/steps/parallel_1/branches"),
        new(
            Documents.EveryKind,
            "/steps/parallel_1/branches/2nd",
            """{"start":"a","steps":{"a":{"kind":"wait","seconds":1}}}""",
            "CXF1015",
            "/steps/parallel_1/branches/2nd"
        ),
        new(Documents.EveryKind, "/steps/parallel_1/branches/crm/start", null, "CXF1003", "/steps/parallel_1/branches/crm"),
        new(
            Documents.EveryKind,
            "/steps/parallel_1/branches/crm/next",
            "\"a\"",
            "CXF1004",
            "/steps/parallel_1/branches/crm/next"
        ),
        new(
            Documents.EveryKind,
            "/steps/parallel_1/branches/crm/steps/wait_1",
            """{"kind":"wait","seconds":1}""",
            "CXF1014",
            "/steps/parallel_1/branches/crm/steps/wait_1"
        ),
        new(
            Documents.EveryKind,
            "/steps/parallel_1/branches/crm/steps/crm_1",
            """{"kind":"respond","message":"x"}""",
            "CXF1012",
            "/steps/parallel_1/branches/crm/steps/crm_1"
        ),
        new(
            Documents.EveryKind,
            "/steps/parallel_1/branches/crm/steps/crm_1",
            """{"kind":"fail","message":"x"}""",
            "CXF1013",
            "/steps/parallel_1/branches/crm"
        ),
        new(
            Documents.EveryKind,
            "/steps/parallel_1/branches/crm/steps/crm_1",
            """{"kind":"transform","assign":{"greeting":1}}""",
            "CXF1016",
            "/steps/parallel_1/branches/crm/steps/crm_1/assign/greeting"
        ),
        new(
            Documents.EveryKind,
            "/steps/parallel_1/branches/crm/steps/crm_1/method",
            "\"POST\"",
            "CXF1019",
            "/steps/parallel_1/branches/crm/steps/crm_1/paging"
        ),
        new(
            Documents.EveryKind,
            "/steps/parallel_1/branches/crm/steps/crm_1/paging/by",
            "\"magic\"",
            "CXF1007",
            "/steps/parallel_1/branches/crm/steps/crm_1/paging/by"
        ),
        new(
            Documents.EveryKind,
            "/steps/parallel_1/branches/crm/steps/crm_1/paging/pages",
            "1",
            "CXF1004",
            "/steps/parallel_1/branches/crm/steps/crm_1/paging/pages"
        ),
        new(
            Documents.EveryKind,
            "/steps/parallel_1/branches/crm/steps/crm_1/paging/first",
            "1",
            "CXF1004",
            "/steps/parallel_1/branches/crm/steps/crm_1/paging/first"
        ),
        new(
            Documents.EveryKind,
            "/steps/parallel_1/branches/crm/steps/crm_1/paging",
            """{"by":"link","next":"/next","parameter":"after"}""",
            "CXF1004",
            "/steps/parallel_1/branches/crm/steps/crm_1/paging/parameter"
        ),
        new(
            Documents.EveryKind,
            "/steps/parallel_1/branches/crm/steps/crm_1/paging",
            """{"by":"page","next":"/next","parameter":"page"}""",
            "CXF1004",
            "/steps/parallel_1/branches/crm/steps/crm_1/paging/next"
        ),
        new(
            Documents.EveryKind,
            "/steps/parallel_1/branches/crm/steps/crm_1/paging/next",
            "\"meta/cursor\"",
            "CXF1023",
            "/steps/parallel_1/branches/crm/steps/crm_1/paging/next"
        ),
        new(
            Documents.EveryKind,
            "/steps/parallel_1/branches/crm/steps/crm_1/paging/items",
            "\"$.data\"",
            "CXF1023",
            "/steps/parallel_1/branches/crm/steps/crm_1/paging/items"
        ),
        new(Documents.EveryKind, "/steps/parallel_1/onError/ApiSad", "\"fail_1\"", "CXF1007", "/steps/parallel_1/onError/ApiSad"),
        new(Documents.EveryKind, "/steps/for_each_1/items", "[1,2]", "CXF1005", "/steps/for_each_1/items"),
        new(Documents.EveryKind, "/steps/for_each_1/items", "\"orders\"", "CXF1018", "/steps/for_each_1/items"),
        new(Documents.EveryKind, "/steps/for_each_1/atMost", null, "CXF1003", "/steps/for_each_1"),
        new(Documents.EveryKind, "/steps/for_each_1/atMost", "1001", "CXF1006", "/steps/for_each_1/atMost"),
        new(Documents.EveryKind, "/steps/for_each_1/concurrency", "41", "CXF1006", "/steps/for_each_1/concurrency"),
        new(Documents.EveryKind, "/steps/for_each_1/item", "\"place\"", "CXF1016", "/steps/for_each_1"),
        new(Documents.EveryKind, "/steps/for_each_1/item", "\"greeting\"", "CXF1016", "/steps/for_each_1/item"),
        new(Documents.EveryKind, "/steps/for_each_1/index", "\"sum\"", "CXF1015", "/steps/for_each_1/index"),
        new(
            Documents.EveryKind,
            "/steps/for_each_1/steps/order_1/assign/order",
            "1",
            "CXF1016",
            "/steps/for_each_1/steps/order_1/assign/order"
        ),
        new(Documents.EveryKind, "/steps/run_flow_1/flowId", "\"a b\"", "CXF1008", "/steps/run_flow_1/flowId"),
        new(Documents.EveryKind, "/steps/run_flow_1/payload", "[1]", "CXF1005", "/steps/run_flow_1/payload"),
        new(Documents.EveryKind, "/steps/run_flow_2/version", "0", "CXF1006", "/steps/run_flow_2/version"),
        new(Documents.EveryKind, "/steps/run_flow_2/version", "\"newest\"", "CXF1007", "/steps/run_flow_2/version"),
    ];

    public static IReadOnlyList<Mistake> OfLead { get; } =
    [
        new(Documents.Lead, "/flowId", null, "CXF1003", ""),
        new(Documents.Lead, "/flowId", "\"no spaces\"", "CXF1008", "/flowId"),
        new(Documents.Lead, "/start", null, "CXF1003", ""),
        new(Documents.Lead, "/start", "\"nowhere\"", "CXF2001", "/start"),
        new(Documents.Lead, "/colour", "1", "CXF1004", "/colour"),
        new(Documents.Lead, "/caller", "\"sometimes\"", "CXF1007", "/caller"),
        new(Documents.Lead, "/contactFields", "[\"shoeSize\"]", "CXF1007", "/contactFields/0"),
        new(Documents.Lead, "/input/type", "\"array\"", "CXF1101", "/input"),
        new(Documents.Lead, "/input/minProperties", "1", "CXF1004", "/input/minProperties"),
        new(Documents.Lead, "/input/properties/userInput/enum", "[]", "CXF1103", "/input/properties/userInput/enum"),
        new(Documents.Lead, "/input/properties/userInput/pattern", "\"(a\"", "CXF1105", "/input/properties/userInput/pattern"),
        new(
            Documents.Lead,
            "/input/properties/userInput/pattern",
            "\"(a)\\\\1\"",
            "CXF1105",
            "/input/properties/userInput/pattern"
        ),
        new(Documents.Lead, "/input/required", "[\"name\"]", "CXF1102", "/input/required/0"),
        new(Documents.Lead, "/steps", "{}", "CXF1003", "/steps"),
        new(Documents.Lead, "/steps/fail_1/kind", "\"shout\"", "CXF1007", "/steps/fail_1/kind"),
        new(Documents.Lead, "/steps/fail_1/message", "\"\"", "CXF1006", "/steps/fail_1/message"),
        new(Documents.Lead, "/steps/rest_api_1/connection", "\"https://crm.example\"", "CXF1008", "/steps/rest_api_1/connection"),
        new(Documents.Lead, "/steps/rest_api_1/method", "\"FETCH\"", "CXF1007", "/steps/rest_api_1/method"),
        new(Documents.Lead, "/steps/rest_api_1/path", "\"leads\"", "CXF1011", "/steps/rest_api_1/path"),
        new(Documents.Lead, "/steps/rest_api_1/path", "\"/../admin\"", "CXF1011", "/steps/rest_api_1/path"),
        new(Documents.Lead, "/steps/rest_api_1/timeoutSeconds", "61", "CXF1006", "/steps/rest_api_1/timeoutSeconds"),
        new(Documents.Lead, "/steps/rest_api_1/onError/ApiSad", "\"fail_1\"", "CXF1007", "/steps/rest_api_1/onError/ApiSad"),
        new(Documents.Lead, "/steps/rest_api_1/next", "\"respond_9\"", "CXF2001", "/steps/rest_api_1/next"),
        new(Documents.Lead, "/steps/decision_1/choices", "[]", "CXF1003", "/steps/decision_1/choices"),
        new(Documents.Lead, "/steps/decision_1/choices/0/when", "\"yes\"", "CXF2105", "/steps/decision_1/choices/0/when"),
        new(Documents.Lead, "/steps/respond_1/outputs/status", "\"x\"", "CXF2301", "/steps/respond_1/outputs/status"),
        new(Documents.Lead, "/steps/respond_1/outputs/lead-id", "\"x\"", "CXF2301", "/steps/respond_1/outputs/lead-id"),
        new(Documents.Lead, "/steps/respond_1/outputs/list", "[1]", "CXF2302", "/steps/respond_1/outputs/list"),
        new(Documents.Lead, "/steps/respond_1/message", "\"{% $ %}\"", "CXF2103", "/steps/respond_1/message"),
        new(Documents.Lead, "/steps/respond_1/message", "\"{% name %}\"", "CXF2103", "/steps/respond_1/message"),
        new(Documents.Lead, "/steps/respond_1/message", "\"{% $rest_api_2.body %}\"", "CXF2102", "/steps/respond_1/message"),
        new(Documents.Lead, "/steps/respond_1/message", "\"{% 1 + %}\"", "CXF2101", "/steps/respond_1/message"),
        new(
            Documents.Lead,
            "/steps/respond_1/message",
            "\"Number {% $payload.userInput %}\"",
            "CXF2104",
            "/steps/respond_1/message"
        ),
        new(Documents.Lead, "/steps/rest_api_1/body/key", "\"{% $payload.( %}\"", "CXF2101", "/steps/rest_api_1/body/key"),
        new(Documents.Lead, "/steps/rest_api_1/select", "\"a.(\"", "CXF2101", "/steps/rest_api_1/select"),
        new(Documents.Lead, "/steps/respond_2", """{"kind":"respond","message":"Never"}""", "CXF2002", "/steps/respond_2"),
        new(Documents.Lead, "/steps/1st", """{"kind":"fail","message":"x"}""", "CXF1009", "/steps/1st"),
        new(Documents.Lead, "/steps/payload", """{"kind":"fail","message":"x"}""", "CXF1010", "/steps/payload"),
        new(Documents.Lead, "/steps/sum", """{"kind":"fail","message":"x"}""", "CXF1010", "/steps/sum"),
    ];
}
