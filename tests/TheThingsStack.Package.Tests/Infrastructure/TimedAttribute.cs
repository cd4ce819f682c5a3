using System.Diagnostics;
using System.Reflection;
using Xunit.Sdk;

namespace TheThingsStack.Package.Tests.Infrastructure;

/// <summary>Prints how long each scenario takes.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TimedAttribute : BeforeAfterTestAttribute
{
    private long _start;

    public override void Before(MethodInfo methodUnderTest) => _start = Stopwatch.GetTimestamp();

    public override void After(MethodInfo methodUnderTest) =>
        Console.WriteLine($"{Stopwatch.GetElapsedTime(_start).TotalSeconds,6:0.0} s  {methodUnderTest.Name}");
}
