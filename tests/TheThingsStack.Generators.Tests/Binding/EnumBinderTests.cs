using TheThingsStack.Generators.Binding;
using TheThingsStack.Generators.Reading;
using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Generators.Tests.Binding;

public sealed class EnumBinderTests
{
    [Theory]
    [InlineData("RIGHT_USER_INFO,RIGHT_USER_ALL", "Info,All")]
    [InlineData("CLASS_A,CLASS_B,CLASS_C", "A,B,C")]
    [InlineData("MAC_V1_0,MAC_V1_1,MAC_UNKNOWN", "V1_0,V1_1,Unknown")]
    [InlineData("STATE_ON,STAGE_OFF", "StateOn,StageOff")]
    [InlineData("DATA_RATE_0,DATA_RATE_1", "DataRate0,DataRate1")]
    [InlineData("X_0,X_1", "X0,X1")]
    [InlineData("A_B,A_B_C", "B,BC")]
    [InlineData("ONLY_ONE", "OnlyOne")]
    [InlineData("a_on,A_off", "On,Off")]
    [InlineData("PLAIN,OTHER", "Plain,Other")]
    [InlineData("P_,P_A", "P,PA")]
    [InlineData("B_NAME,B_IS_KNOWN,B_EQUALS", "BName,BIsKnown,BEquals")]
    [InlineData("Foo,foo,FOO", "Foo,FooValue,FooValue_")]
    [InlineData("S_TEST_ENUM,S_OTHER", "STestEnum,Other")]
    public void Values_OfOnePrefix_AreNamedWithoutIt(string values, string expected)
    {
        var schema = new SpecSchema { Type = "string", Enum = [.. values.Split(',')] };

        var model = EnumBinder.Bind("TestEnum", "TestEnum", schema, null);

        Assert.Equal(expected, string.Join(",", model.Values.Select(static v => v.Name)));
        Assert.Equal(values, string.Join(",", model.Values.Select(static v => v.WireName)));
        Assert.Equal(Enumerable.Range(0, model.Values.Count), model.Values.Select(static v => v.Number));
    }

    [Fact]
    public void Numbers_OfANumericEnumeration_AreTheDocumentsOwn()
    {
        var model = Bound.Of(Spec.Swagger("{}", """{"Delay":{"type":"integer","enum":[0,5,-1],"x-enum-varnames":["D_NONE","D_FIVE","D_LESS"],"x-enum-descriptions":{"D_FIVE":"Five."}}}""")).Enum("Delay");

        Assert.True(model.IsNumeric);
        Assert.Equal([("None", 0, null), ("Five", 5, "Five."), ("Less", -1, null)], model.Values.Select(static v => (v.Name, v.Number, v.Summary)));
    }

    [Fact]
    public void Numbers_OfAKnownEnumeration_AreTheRulesAndNewValuesComeAfterThem()
    {
        const string Rules = """{"enums":{"Class":{"wire":"number","values":{"CLASS_A":0,"CLASS_B":1,"CLASS_C":2},"accepts":{"A":0,"c":2}}},"rpcs":{"Things/Get":{"operations":["Things_Get"]}}}""";
        var reference = Spec.Swagger(
            "{\"/a\":{\"get\":" + Spec.Operation("Things_Get") + "}}",
            """{"v3Class":{"type":"string","enum":["CLASS_C","CLASS_NEW","CLASS_A"]}}""");

        var model = Bound.Of(reference, Rules).Enum("Class");

        Assert.True(model.IsNumeric);
        Assert.Equal([("C", 2), ("New", 4), ("A", 0)], model.Values.Select(static v => (v.Name, v.Number)));
        Assert.Equal([("A", 0), ("c", 2)], model.Aliases.Select(static a => (a.Text, a.Number)));
    }
}
