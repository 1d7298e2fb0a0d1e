namespace Cxf.StatesLanguage.Tasks;

/// <summary>Kinds of Task resources.</summary>
internal enum TaskResourceKind
{
    LambdaFunction,
    Activity,
    Integration,
}
