using TheThingsStack.SpecTool;

return Tool.Run(args, Console.Out, Console.Error);
