using System.Collections.Immutable;
using System.Text;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Intake;
using ReviewRoom.Markdown;

namespace ReviewRoom.Tests.Intake;

public sealed class DossierIntakeTests
{
    private static readonly RegisterView There = new(
        "session-7", 1, "Seventh", [], RegisterJson.Applicants(Shipped.Bytes("demo/applicants.json")), [],
        ImmutableSortedDictionary<string, string>.Empty, [], ImmutableSortedDictionary<string, string>.Empty);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030") ?? throw new InvalidOperationException();

    [Theory]
    [InlineData("org-01.md")]
    [InlineData("ORG-01.markdown")]
    [InlineData("91140321XN0000012M.txt")]
    [InlineData("山西衡岳煤机装备有限公司.md")]
    [InlineData("衡岳煤机.md")]
    public void A_file_goes_to_the_applicant_its_name_means(string name)
    {
        Assert.Equal("org-01", One(name, "# A"u8.ToArray()).Applicant);
    }

    [Fact]
    public void A_file_that_means_nobody_is_shown_without_an_applicant()
    {
        Assert.Null(One("report.md", "# A"u8.ToArray()).Applicant);
    }

    [Fact]
    public void Chinese_is_read_in_UTF8_with_and_without_a_mark_and_in_GB18030()
    {
        const string text = "# 自我评价报告\n质量";

        Assert.Equal((text, "UTF-8"), Read(Encoding.UTF8.GetBytes(text)));
        Assert.Equal((text, "UTF-8"), Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]));
        Assert.Equal((text, "GB18030"), Read(Gb18030.GetBytes(text)));

        static (string, string) Read(byte[] bytes) => One("org-01.md", bytes) is var file ? (file.Markdown, file.Encoding) : default;
    }

    [Theory]
    [InlineData("org-01.pdf", new byte[] { 65 }, DossierFault.NotText)]
    [InlineData("org-01.md", new byte[] { 0, 1, 2 }, DossierFault.NotText)]
    [InlineData("org-01.md", new byte[] { 255, 255, 255 }, DossierFault.NotText)]
    [InlineData("org-01.md", new byte[] { 32, 10 }, DossierFault.Empty)]
    public void What_is_no_text_is_named(string name, byte[] bytes, DossierFault expected)
    {
        Assert.Equal(expected, One(name, bytes).Fault);
    }

    [Fact]
    public void A_text_over_the_limit_is_named_in_a_file_and_in_an_archive()
    {
        var large = Encoding.ASCII.GetBytes(new string('a', MarkdownLimits.Bytes + 1));

        Assert.Equal(DossierFault.TooLong, One("org-01.md", large).Fault);
        Assert.Equal(DossierFault.TooLong, One("all.zip", Books.Zip(("org-01.md", large))).Fault);
    }

    [Fact]
    public void An_archive_is_read_through_its_folders_and_what_a_Mac_adds_is_passed_over()
    {
        var archive = Books.Zip(("dossiers/", []), ("dossiers/org-02.md", "# B"u8.ToArray()), ("__MACOSX/._org-02.md", [0]), ("dossiers/.DS_Store", [0]), ("../../ind-01.md", "# C"u8.ToArray()));

        Assert.Equal(["org-02", "ind-01"], DossierIntake.Read([("all.zip", archive)], There).Files.Select(f => f.Applicant));
    }

    [Fact]
    public void A_bomb_and_a_damaged_archive_are_told_of_and_nothing_is_read()
    {
        var bomb = Books.Zip(("org-01.md", new byte[ArchiveLimits.Bytes + 1]));

        Assert.Equal(FileFaultKind.Bomb, DossierIntake.Read([("a.zip", bomb)], There).Fault?.Kind);
        Assert.Equal(FileFaultKind.Unreadable, DossierIntake.Read([("a.zip", "PK and no more"u8.ToArray())], There).Fault?.Kind);
        Assert.Equal(FileFaultKind.Empty, DossierIntake.Read([("a.zip", Books.Zip())], There).Fault?.Kind);
    }

    private static DossierFile One(string name, byte[] bytes) => Assert.Single(DossierIntake.Read([(name, bytes)], There).Files);
}
