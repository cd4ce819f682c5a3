using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TheThingsStack.Analyzers.Rules;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>Adds the version of the assembly.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UserAgentWithoutVersionFix))]
public sealed class UserAgentWithoutVersionFix() : UserAgentFix(UserAgentWithoutVersion.Descriptor);
