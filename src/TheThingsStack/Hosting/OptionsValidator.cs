using Microsoft.Extensions.Options;

namespace TheThingsStack.Hosting;

/// <summary>Checks the options of one client, at start and before use.</summary>
internal sealed class OptionsValidator(string name) : IValidateOptions<TheThingsStackOptions>
{
    public ValidateOptionsResult Validate(string? checkedName, TheThingsStackOptions options)
    {
        if (checkedName != name)
            return ValidateOptionsResult.Skip;
        var of = name.Length == 0 ? "TheThingsStack" : $"TheThingsStack '{name}'";
        var faults = options.GetFaults();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults.Select(f => $"{of}: {f}"));
    }
}
