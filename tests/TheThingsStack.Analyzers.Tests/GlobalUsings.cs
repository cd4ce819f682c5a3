global using TheThingsStack.Analyzers.Tests.Infrastructure;
global using TheThingsStack.CodeFixes.Fixes;
