using System.Collections.Frozen;

namespace Cxf.Jsonata.Functions;

/// <summary>The functions of a dialect by name.</summary>
internal sealed class FunctionLibrary
{
    private static readonly FunctionLibrary Standard = new([.. Common(), new EvalFunction(), Mathematics.RandomWithoutSeed]);
    private static readonly FunctionLibrary StepFunctions = new([.. Common(), .. StepFunctionsExtensions.All]);
    private readonly FrozenDictionary<string, BuiltInFunction> _functions;

    private FunctionLibrary(IEnumerable<BuiltInFunction> functions) =>
        _functions = functions.ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    public IEnumerable<string> Names => _functions.Keys;

    public static FunctionLibrary For(JsonataDialect dialect) =>
        dialect == JsonataDialect.StepFunctions ? StepFunctions : Standard;

    public BuiltInFunction? Find(string name) => _functions.GetValueOrDefault(name);

    private static IEnumerable<BuiltInFunction> Common() =>
        [
            .. Aggregation.All,
            .. Arrays.All,
            .. Booleans.All,
            .. Encoding.All,
            .. ErrorFunctions.All,
            .. HigherOrder.All,
            .. Mathematics.All,
            .. NumberFormatting.All,
            .. Objects.All,
            .. Patterns.All,
            .. Strings.All,
            .. DatesAndTimes.All,
        ];
}
