using System.Xml.Linq;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Hosting;

namespace ReviewRoom.Tests.Resources;

/// <summary>Words that are looked up by the name of a value: a value that came later must not be shown as its key.</summary>
public sealed class FamilyTests
{
    /// <summary>Families that are asked for some values only.</summary>
    private static readonly string[] Partial = ["Act.Remind", "ConflictState", "DossierFault", "Group", "Mark", "People.Refusal", "Record.New"];

    [Fact]
    public void Where_nearly_every_value_of_an_enumeration_has_its_word_every_one_has()
    {
        var values = new[] { typeof(AwardSession).Assembly, typeof(ReviewRoomApp).Assembly }.SelectMany(a => a.GetTypes()).Where(t => t.IsEnum && !t.IsDefined(typeof(FlagsAttribute), false)).Select(t => (t.Name, Values: Enum.GetNames(t))).ToArray();
        var families = from file in Directory.GetFiles(Path.Combine(Browser.SolutionFolder(), "ReviewRoom", "Resources"), "*.resx")
                       from key in XDocument.Load(file).Descendants("data").Select(d => (string?)d.Attribute("name") ?? "")
                       let dot = key.LastIndexOf('.')
                       where dot > 0
                       group key[(dot + 1)..] by (File: Path.GetFileName(file), Prefix: key[..dot]) into family
                       select (family.Key.File, family.Key.Prefix, Names: family.ToHashSet(StringComparer.Ordinal));

        var missing = from family in families
                      where !Partial.Contains(family.Prefix)
                      from kind in values
                      where kind.Values.Length >= 4 && family.Names.Count >= kind.Values.Length - 2 && family.Names.IsProperSubsetOf(kind.Values)
                      select $"{family.File}: {family.Prefix}.{string.Join(", ", kind.Values.Except(family.Names))} ({kind.Name})";

        Assert.True(!missing.Any(), string.Join(Environment.NewLine, missing));
    }
}
