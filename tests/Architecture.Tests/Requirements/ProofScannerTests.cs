namespace Architecture.Tests.Requirements;

[TestFixture]
public sealed class ProofScannerTests
{
    [Test]
    public void Scan_TestsOfEveryForm_AreFound()
    {
        const string text =
            """
            [TestFixture]
            [Property("Requirement", "S1")]
            public sealed class HeatTests
            {
                private const string Name = "x";

                [Test]
                [Property("Requirement", "A1")]
                [Property("Requirement", "A7")]
                public void Start_Twice_DoesNothing()
                {
                }

                [TestCase("a", Description = "public")]
                [TestCase(
                    "b")]
                [Category("Lab"), Property("Requirement", "B2")]
                public async Task Stop_Always_Stops(string name)
                {
                }

                [Test]
                // [Property("Requirement", "C9")]
                public void Other_Test_NamesNothing() => Assert.That(Name, Is.Not.Empty);
            }
            """;

        var (proofs, faults) = ProofScanner.Scan("HaIac.Tests", "HeatTests.cs", text);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(faults, Is.Empty);
            Assert.That(proofs, Is.EqualTo(new RequirementProof[]
            {
                new("S1", "HaIac.Tests", "HeatTests", "", false),
                new("A1", "HaIac.Tests", "HeatTests", "Start_Twice_DoesNothing", false),
                new("A7", "HaIac.Tests", "HeatTests", "Start_Twice_DoesNothing", false),
                new("B2", "HaIac.Tests", "HeatTests", "Stop_Always_Stops", false),
            }));
        }
    }

    [Test]
    public void Scan_CorrectionOfAnItem_IsOneProofOfIt()
    {
        const string text =
            """
            public sealed class T
            {
                [Test]
                [Property("Requirement", "M5")]
                [Property("Correction", "M5")]
                public void Put_Always_Keeps() { }
            }
            """;

        Assert.That(ProofScanner.Scan("P", "T.cs", text).Proofs, Is.EqualTo(new[] { new RequirementProof("M5", "P", "T", "Put_Always_Keeps", true) }));
    }

    [TestCase("""public sealed class T { }""" + "\n" + """[Property("Requirement", "A1")]""", "T.cs: A1 is named after the last test")]
    [TestCase(
        """public sealed class T""" + "\n{\n" + """[Property("Requirement", "A1")]""" + "\npublic void Helps() { }\n}",
        "T.cs: T.Helps names a requirement and is no test")]
    public void Scan_RequirementWithoutATest_IsAFault(string text, string fault)
    {
        Assert.That(ProofScanner.Scan("P", "T.cs", text).Faults, Is.EqualTo(new[] { fault }));
    }

    [Test]
    public void Table_ItemsWithAndWithoutTests_AreToldApart()
    {
        RequirementItem[] items = [new("A1", "S", "Off.", null), new("A2", "N", "On.", null), new("B1", "L", "Never.", "no host has it")];
        RequirementProof[] proofs = [new("A1", "P", "T", "Two", true), new("A1", "P", "T", "One", false)];

        var lines = RequirementTable.Write(items, proofs).Split('\n');

        Assert.That(lines, Is.SupersetOf(new[]
        {
            "| A1 | Off. | P, T | One, **Two** |", "| A2 | On. | **none** | |", "| B1 | Never. | left out | no host has it |",
        }));
    }
}
