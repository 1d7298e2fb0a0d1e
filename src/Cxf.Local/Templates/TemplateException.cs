namespace Cxf.Local.Templates;

/// <summary>The template cannot be used; the message says where and why.</summary>
internal sealed class TemplateException(string message) : Exception(message);
