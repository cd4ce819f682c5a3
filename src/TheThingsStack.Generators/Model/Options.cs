namespace TheThingsStack.Generators.Model;

/// <summary>What the project asks for.</summary>
/// <param name="Services">The services to generate, by name; empty for all.</param>
/// <param name="GenerateClient">Whether to generate at all.</param>
internal sealed record Options(EquatableArray<string> Services, bool GenerateClient = true);

/// <summary>A value with the faults found on the way to it.</summary>
internal sealed record Result<T>(T? Value, EquatableArray<Fault> Faults)
    where T : class, IEquatable<T>;
