namespace TheThingsStack.SpecTool;

/// <summary>Something in the user's input is wrong; the message says what and where. Ends the tool with exit code 2.</summary>
internal sealed class InputException(string message) : Exception(message);
