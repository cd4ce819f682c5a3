namespace TheThingsStack.Generators.Tests.Infrastructure;

/// <summary>A test that an environment variable asks for; skipped, with the reason, where it is not set.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class VariableFactAttribute : FactAttribute
{
    public VariableFactAttribute(string variable)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable)))
            Skip = $"The variable {variable} is not set.";
    }
}
