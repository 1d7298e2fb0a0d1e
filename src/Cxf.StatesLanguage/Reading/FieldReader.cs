using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Reading;

/// <summary>Reads the fields that differ between the two query languages.</summary>
internal abstract class FieldReader
{
    public static FieldReader Of(QueryLanguage language) =>
        language == QueryLanguage.Jsonata ? JsonataFieldReader.Instance : JsonPathFieldReader.Instance;

    public abstract QueryLanguage Language { get; }

    public abstract StateDataFlow StateFlow(Node state, StateType type);

    public abstract StateDataFlow RuleFlow(Node state, Node rule);

    public abstract StateDataFlow CatcherFlow(Node catcher);

    public abstract ICondition? Condition(Node rule);

    public abstract NumberField? Number(Node state, string name, NumberRange range);

    public abstract TextField? Text(Node state, string name);

    public abstract TimestampField? Timestamp(Node state);

    public abstract IItemSource Items(Node state);

    /// <summary>A template such as ItemSelector, BatchInput or Credentials.</summary>
    public abstract IDataTemplate? Template(Node state, string name);
}
