namespace Conformance.Tests.Programs;

/// <summary>
/// What the compiler refuses with the published package it must refuse here too: a mistake that compiled silently would show only when
/// the program runs, or when it moves to the other package.
/// </summary>
internal sealed class RejectedProgramsTests
{
    private const string Frame = """
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Threading.Tasks;
        using Pulumi;
        using Pulumi.Testing;

        static class P
        {{
            static void Main()
            {{
                Output<string> text = null!; Output<int> number = null!; Input<string> input = null!; InputList<string> list = null!; InputMap<string> map = null!;
                CustomResource resource = null!; Union<string, int> union = default;
                {0}
            }}
        }}
        {1}
        """;

    private static ProgramCompiler? s_compiler;

    [OneTimeSetUp]
    public void Prepare() => s_compiler = new ProgramCompiler();

    [OneTimeTearDown]
    public void CleanUp() => s_compiler?.Dispose();

    [Test]
    public void Frame_WithoutMistake_Compiles() => Assert.That(Errors("_ = text; _ = number; _ = input; _ = list; _ = map; _ = resource; _ = union;", ""), Is.Empty);

    // An output is not its value.
    [TestCase("string s = text;", "CS0029")]
    [TestCase("int n = number + 1;", "CS0019")]
    [TestCase("if (text == \"a\") { }", "CS0019")]
    [TestCase("string s = text.Value;", "CS1061")]
    [TestCase("string s = await text;", "CS1061", "CS4033")]
    [TestCase("Output<string> s = \"a\";", "CS0029")]
    [TestCase("Output<string> s = number;", "CS0029")]
    [TestCase("Output<object> o = text;", "CS0029")]
    [TestCase("string s = input;", "CS0029")]

    // Inputs take what fits, not what could be converted.
    [TestCase("Input<string> i = 5;", "CS0029")]
    [TestCase("Input<int> i = \"5\";", "CS0029")]
    [TestCase("Input<string> i = number;", "CS0029")]
    [TestCase("Input<string> i = Task.FromResult(\"a\");", "CS0029")]
    [TestCase("InputList<string> l = new[] { 1 };", "CS0029")]
    [TestCase("InputList<string> l = new HashSet<string>();", "CS0029")]
    [TestCase("InputMap<string> m = new Dictionary<string, int>();", "CS0029")]
    [TestCase("InputUnion<string, int> u = 1.5;", "CS0029", "CS0266")]
    [TestCase("InputList<Union<string, int>> l = new[] { \"a\" };", "CS0029")]

    // Collections of inputs are not read in place.
    [TestCase("var s = map[\"a\"];", "CS0154")]
    [TestCase("var s = list[0];", "CS0021")]
    [TestCase("foreach (string s in list.Apply(l => l)) { }", "CS1579")]

    // What the SDK makes, programs do not.
    [TestCase("_ = new Output<string>(\"a\");", "CS1729", "CS1503", "CS0122")]
    [TestCase("_ = new Input<string>(\"a\");", "CS1729", "CS0122")]
    [TestCase("_ = new Union<string, int>(\"a\");", "CS1729", "CS0122")]
    [TestCase("_ = new DependencyResource(\"urn\");", "CS0122", "CS0246")]
    [TestCase("_ = new Deployment();", "CS1729", "CS0122")]
    [TestCase("resource.Urn = text;", "CS0272", "CS0200")]
    [TestCase("resource.Id = text;", "CS0272", "CS0200")]
    [TestCase("_ = new CustomResource(\"t\", \"n\");", "CS7036", "CS1729")]
    [TestCase("_ = new CustomResource(\"t\", \"n\", null, new ComponentResourceOptions());", "CS1503")]
    [TestCase("_ = new ComponentResource(\"t\", \"n\", null, new CustomResourceOptions());", "CS1503")]
    [TestCase("_ = new CustomResourceOptions { Providers = { } };", "CS0117", "CS1061")]
    [TestCase("_ = new ComponentResourceOptions { DeleteBeforeReplace = true };", "CS0117")]
    [TestCase("_ = new TestOptions { IsPreview = \"no\" };", "CS0029")]
    [TestCase("Deployment.RunAsync<Stackless>();", "CS0311", "CS0310")]
    [TestCase("Output.Format(\"plain text\");", "CS1503")]
    public void Program_WithMistake_IsRefused(string statement, params string[] errors)
        => Assert.That(Errors(statement, "class Stackless { }"), Is.Not.Empty.And.All.AnyOf(errors));

    [TestCase("class X : Input<string> { }")]
    [TestCase("class X : Resource { }")]
    [TestCase("class X : CustomResourceOptions { }")]
    [TestCase("class X : AssetOrArchive { }")]
    [TestCase("class X : InputList<string> { }")]
    [TestCase("class X : CustomResource { }")]
    [TestCase("class X : IMocks { }")]
    public void Class_DerivedFromWhatIsClosed_IsRefused(string declaration) => Assert.That(Errors("", declaration), Is.Not.Empty);

    private static IReadOnlyList<string> Errors(string statement, string declaration)
        => s_compiler!.ErrorsOf(string.Format(System.Globalization.CultureInfo.InvariantCulture, Frame, statement, declaration));
}
