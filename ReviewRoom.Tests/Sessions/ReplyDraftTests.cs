using ReviewRoom.Components.Consulting;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Tests.Sessions;

public sealed class ReplyDraftTests
{
    private static readonly OwnReplyView Asked = new(
        "unit-01", "Unit", Given.Start, true, [new("c1", "One", ApplicantKind.Organisation), new("c2", "Two", ApplicantKind.Organisation)], null, null, [], []);

    [Fact]
    public void Without_a_word_it_is_no_objection_to_anybody() => Assert.Empty(ReplyDraft.Of(Asked).Act(Asked).Objections);

    [Fact]
    public void An_objection_lacks_its_condition_and_its_text_until_both_are_there()
    {
        var draft = ReplyDraft.Of(Asked);
        draft.For("c2").Objects = true;

        Assert.Equal("Reply.MissingCondition", draft.For("c2").Missing);
        draft.For("c2").Condition = "E5";
        Assert.Equal("Reply.MissingText", draft.For("c2").Missing);
        draft.For("c2").Text = " an accident ";

        Assert.Null(draft.For("c2").Missing);
        Assert.Equal([new Opinion("c2", "E5", "an accident")], draft.Act(Asked).Objections);
    }

    [Fact]
    public void What_was_decided_goes_along_as_it_was_whatever_is_typed()
    {
        var said = new Opinion("c1", "E3", "the letter of 2024");
        var decided = Asked with { Objections = [said], Decided = ["c1"] };
        var draft = ReplyDraft.Of(decided);
        draft.For("c1").Text = "something else";
        draft.For("c1").Objects = false;

        Assert.Equal([said], draft.Act(decided).Objections);
    }

    [Theory]
    [InlineData(ApplicantKind.Organisation, "E1 E2 E3 E4 E5 E6")]
    [InlineData(ApplicantKind.Individual, "E7")]
    public void Articles_8_and_9_the_conditions_offered_are_those_of_the_candidates_kind(ApplicantKind kind, string conditions) =>
        Assert.Equal(conditions, string.Join(' ', AwardSession.ConditionsOf(kind)));

    [Theory]
    [InlineData("2026-11-25T01:00:00Z", "2026-12-09T17:00")]
    [InlineData("2026-11-27T20:00:00Z", "2026-12-11T17:00")]
    public void Ten_working_days_are_counted_from_the_next_day_by_the_clock_of_the_country(string now, string due) =>
        Assert.Equal(DateTime.Parse(due, System.Globalization.CultureInfo.InvariantCulture), ConsultWords.UsualDue(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));
}
