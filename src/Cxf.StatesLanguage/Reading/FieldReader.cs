using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Reading;

/// <summary>Reads the fields that differ between the two query languages.</summary>
internal abstract class FieldReader
{
    public static FieldReader Of(QueryLanguage language) =>
        language == QueryLanguage.Jsonata ? JsonataFieldReader.Instance : JsonPathFieldReader.Instance;

    public abstract QueryLanguage Language { get; }

    /// <summary>The data flow of a state.</summary>
    public abstract StateDataFlow StateFlow(Node state, StateType type);

    /// <summary>The data flow of a rule of a Choice state.</summary>
    public abstract StateDataFlow RuleFlow(Node state, Node rule);

    /// <summary>The data flow of a catcher.</summary>
    public abstract StateDataFlow CatcherFlow(Node catcher);

    public abstract ICondition? Condition(Node rule);

    public abstract NumberField? Number(Node state, string name, NumberRange range);

    public abstract TextField? Text(Node state, string name);

    public abstract TimestampField? Timestamp(Node state);

    public abstract IItemSource Items(Node state);

    /// <summary>A template such as ItemSelector, BatchInput or Credentials.</summary>
    public abstract IDataTemplate? Template(Node state, string name);
}
