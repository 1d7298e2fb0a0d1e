using System.Text.Json;

namespace Cxf.Architecture.Tests;

/// <summary>
/// What a resource type has: properties as <c>test/npm/aws-service-spec/specification.js</c> prints them, and attributes for
/// !GetAtt.
/// </summary>
internal sealed record ResourceSpecification(Dictionary<string, JsonElement> Properties, IReadOnlyList<string> Attributes);
