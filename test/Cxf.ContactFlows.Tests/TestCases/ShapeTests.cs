using Cxf.ContactFlows.TestCases;
using Cxf.Documents;
using Cxf.Testing;

namespace Cxf.ContactFlows.Tests.TestCases;

/// <summary>
/// The shapes that public contact flows have, as samples, each with test cases of its own in Amazon Connect's testing language.
/// </summary>
public sealed class ShapeTests
{
    /// <summary>The contact flow of the first page; it has placeholders, and tests of its own.</summary>
    private const string FirstPage = "press-5";

    private static string Folder => ProjectRoot.Path("src", "Cxf.Local", "Samples", "contact-flows");

    public static TheoryData<string> Shapes => [.. Files(Folder).Where(name => name != FirstPage).Order(StringComparer.Ordinal)];

    public static TheoryData<string, string> Tests =>
        [
            .. from shape in Shapes
            from test in Directory.EnumerateFiles(Path.Combine(Folder, shape + ".tests"))
            select (shape.Data, Path.GetFileName(test)),
        ];

    [Fact]
    public void There_are_ten_shapes_and_three_integrations() => Assert.Equal(10 + 3, Shapes.Count);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Amazon_Connect_would_take_it(string shape) =>
        Assert.DoesNotContain(
            Read(shape).Diagnostics.Concat(Modules().Values.SelectMany(module => module.Diagnostics)),
            diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
        );

    [Theory]
    [MemberData(nameof(Tests))]
    public async Task A_call_goes_as_its_test_case_expects(string shape, string test)
    {
        var cancel = TestContext.Current.CancellationToken;
        var content = await File.ReadAllBytesAsync(Path.Combine(Folder, shape + ".tests", test), cancel);
        var reading = TestCaseReader.Read(test, content);
        Assert.True(reading.TestCase is not null, string.Join('\n', reading.Diagnostics));
        var modules = Modules().ToDictionary(module => module.Key, module => module.Value.Flow!);

        var result = await ContactFlowTest.RunAsync(Read(shape).Flow!, reading.TestCase, modules, cancel);

        Assert.Empty(result.Failures);
    }

    private static ContactFlowReading Read(string name) =>
        ContactFlowReader.Read(File.ReadAllBytes(Path.Combine(Folder, name + ".json")));

    private static Dictionary<string, ContactFlowReading> Modules() =>
        Files(Path.Combine(Folder, "modules")).ToDictionary(name => name, name => Read(Path.Combine("modules", name)));

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!);
}
