using ReviewRoom.Domain;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Tests.Law;

public sealed class RegulationBookTests
{
    private readonly ABook given = ABook.Begun();

    [Fact]
    public void The_first_version_is_the_data_that_ships_taken_once_by_the_program_itself()
    {
        Assert.Equal((1, null, "system"), (given.Book.Newest.Number, given.Book.Newest.From, given.Book.Newest.By));
        Assert.Equal(Canonical.Bytes(ABook.Shipped), Canonical.Bytes(given.Book.Newest.Content));
        Assert.Equal(RefusalCode.AlreadySettled, given.Refused(Person.System, new TakeRegulation(ABook.Shipped)).Code);
        Assert.Equal(RefusalCode.NotAllowed, new ABook().Refused(Given.Office, new TakeRegulation(ABook.Shipped)).Code);
        Assert.Equal("regulation", new ABook().Refused(Person.System, new TakeRegulation(ABook.Shipped with { Settings = [ABook.Shipped.Settings[0] with { Default = "byLot" }] })).Field);
    }

    [Fact]
    public void A_later_version_changes_what_it_names_and_never_the_one_before()
    {
        given.Do(Given.Office, given.Amend(ABook.Today.AddDays(30), " as decided ", [ABook.Wording(14, "  the new text ")]));

        var (first, second) = (given.Book.Find(1)!, given.Book.Find(2)!);
        Assert.Equal(Canonical.Bytes(ABook.Shipped), Canonical.Bytes(first.Content));
        Assert.Equal(("the new text", null, true), (second.Content.Articles[13].Text, second.Content.Articles[13].Gloss, second.Content.Articles[13].Provisional));
        Assert.Equal(("as decided", "office", ABook.Today.AddDays(30)), (second.Reason, second.By, second.From));
        Assert.Equal([ChangedPart.Text, ChangedPart.Gloss], RegulationChange.Between(first.Content, second.Content).Select(c => c.Part));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(29, 1)]
    [InlineData(30, 2)]
    [InlineData(59, 2)]
    [InlineData(60, 3)]
    public void The_version_in_force_is_the_last_one_that_has_begun(int days, int version)
    {
        given.Do(Given.Office, given.Amend(ABook.Today.AddDays(30)));
        given.Do(Given.Office, given.Amend(ABook.Today.AddDays(60)));

        Assert.Equal(version, given.Book.InForce(ABook.Today.AddDays(days)).Number);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    [InlineData(19)]
    [InlineData(23)]
    [InlineData(25)]
    public void An_article_whose_words_are_known_is_not_changed(int number)
    {
        var refusal = given.Refused(Given.Office, given.Amend(articles: [ABook.Wording(14, "new"), ABook.Wording(number, "new")]));

        Assert.Equal(RefusalCode.ArticleFixed, refusal.Code);
        Assert.Equal([$"{number}"], refusal.Criteria!.Value);
    }

    [Fact]
    public void Only_the_office_writes_a_version()
    {
        Assert.All([Given.Supervisor, new Person("expert-a", "A", Roles.Expert), new Person("admin", "A", Roles.Administrator), Person.System],
            person => Assert.Equal(RefusalCode.NotAllowed, given.Refused(person, given.Amend()).Code));
        Assert.Equal(RefusalCode.NotFound, new ABook().Refused(Given.Office, given.Amend()).Code);
    }

    [Fact]
    public void Of_two_clerks_who_write_at_once_the_second_is_told_that_another_version_came()
    {
        var (mine, yours) = (given.Amend(), given.Amend());
        given.Do(Given.Office, mine);

        var refusal = given.Refused(Given.Office2, yours);

        Assert.Equal((RefusalCode.RegulationMoved, "2"), (refusal.Code, refusal.Criteria!.Value[0]));
    }

    [Fact]
    public void A_version_begins_neither_in_the_past_nor_before_the_one_it_follows()
    {
        Assert.Equal("from", given.Refused(Given.Office, given.Amend(ABook.Today.AddDays(-1))).Field);
        given.Do(Given.Office, given.Amend(ABook.Today.AddDays(30)));
        Assert.Equal("from", given.Refused(Given.Office, given.Amend(ABook.Today.AddDays(29))).Field);
        given.Do(Given.Office, given.Amend(ABook.Today.AddDays(30)));
        Assert.Equal(3, given.Book.InForce(ABook.Today.AddDays(30)).Number);
    }

    [Fact]
    public void What_is_wrong_with_a_version_is_named()
    {
        Assert.Equal((RefusalCode.ReasonRequired, "reason"), Of(given.Amend(reason: " ")));
        Assert.Equal((RefusalCode.Malformed, "reason"), Of(given.Amend(reason: new string('x', 401))));
        Assert.Equal((RefusalCode.Malformed, "articles"), Of(given.Amend(articles: [ABook.Wording(14, "a"), ABook.Wording(14, "b")])));
        Assert.Equal((RefusalCode.Malformed, "articles"), Of(given.Amend(articles: [ABook.Wording(14, "a") with { Number = 28 }])));
        Assert.Equal((RefusalCode.Malformed, "text"), Of(given.Amend(articles: [ABook.Wording(14, " ")])));
        Assert.Equal((RefusalCode.Malformed, "text"), Of(given.Amend(articles: [ABook.Wording(14, new string('x', 2001))])));
        Assert.Equal((RefusalCode.Malformed, "title"), Of(given.Amend(articles: [ABook.Wording(14, "a") with { Title = new Words("", "") }])));
        Assert.Equal((RefusalCode.AlreadySettled, null), Of(given.Amend(articles: [])));
        Assert.Equal((RefusalCode.AlreadySettled, null), Of(given.Amend(articles: [], steps: ABook.Steps())));

        (RefusalCode, string?) Of(AmendRegulation act) => given.Refused(Given.Office, act) is var refusal ? (refusal.Code, refusal.Field) : default;
    }

    [Fact]
    public void Steps_keep_their_keys_and_change_name_order_and_limit()
    {
        var steps = ABook.Steps(s => s.Key == "consultation" ? new StepWording(s.Key, new Words("征求意见", "Asking"), 15) : null);
        steps = steps.SetItem(9, steps[10]).SetItem(10, steps[9]);

        given.Do(Given.Office, given.Amend(articles: [], steps: steps));

        var changes = RegulationChange.Between(ABook.Shipped, given.Book.Newest.Content);
        Assert.Equal([ChangedPart.StepName, ChangedPart.StepName, ChangedPart.StepDays, ChangedPart.StepOrder], changes.Select(c => c.Part));
        Assert.Equal(("10", "15"), (changes[2].Before, changes[2].After));
        Assert.Equal("steps", given.Refused(Given.Office, given.Amend(articles: [], steps: steps.RemoveAt(0))).Field);
        Assert.Equal("steps", given.Refused(Given.Office, given.Amend(articles: [], steps: steps.SetItem(0, steps[1]))).Field);
        Assert.Equal("days", given.Refused(Given.Office, given.Amend(articles: [], steps: steps.SetItem(0, steps[0] with { Days = 61 }))).Field);
    }

    [Theory]
    [InlineData(7, "7")]
    [InlineData(10, "10")]
    [InlineData(6, null)]
    [InlineData(null, null)]
    public void The_length_of_the_public_notice_is_one_of_its_readings_and_the_open_point_follows_it(int? days, string? reading)
    {
        var act = given.Amend(articles: [], steps: ABook.Steps(s => s.Key == "public-notice" ? new StepWording(s.Key, s.Name, days) : null));
        if (reading is null)
        {
            Assert.Equal("days", given.Refused(Given.Office, act).Field);
            return;
        }

        given.Do(Given.Office, act);

        Assert.Equal(reading, given.Book.Newest.Content.Settings.Single(s => s.Key == "publicNoticeDays").Default);
        Assert.Empty(RegulationCheck.Of(given.Book.Newest.Content));
    }

    [Fact]
    public void The_history_tells_from_when_to_when_and_names_who_wrote_to_office_and_supervisor_alone()
    {
        given.Do(Given.Office, given.Amend(ABook.Today.AddDays(10)));
        given.Do(Given.Office, given.Amend(ABook.Today.AddDays(20)));
        given.Do(Given.Office, given.Amend(ABook.Today.AddDays(20)));

        var view = RegulationView.Of(given.Book, null, ABook.Today.AddDays(12), sees: true, id => $"name of {id}")!;
        var open = RegulationView.Of(given.Book, 1, ABook.Today.AddDays(12), sees: false, id => $"name of {id}")!;

        Assert.Equal([(4, VersionState.Coming), (3, VersionState.Overtaken), (2, VersionState.InForce), (1, VersionState.Past)], view.History.Select(v => (v.Number, v.State)));
        Assert.Equal((ABook.Today.AddDays(10), ABook.Today.AddDays(19)), (view.Line.From!.Value, view.Line.Until!.Value));
        Assert.Equal("name of office", view.History[0].By);
        Assert.DoesNotContain("name of", System.Text.Encoding.UTF8.GetString(Canonical.Bytes(open)), StringComparison.Ordinal);
        Assert.Equal((1, 2), (open.Version, open.InForce));
        Assert.Null(RegulationView.Of(given.Book, 5, ABook.Today, true, id => id));
    }
}
