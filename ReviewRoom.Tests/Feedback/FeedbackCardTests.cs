using Bunit;
using ReviewRoom.Components.Feedback;
using ReviewRoom.Domain.Feedback;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;
using ReviewRoom.Tests.Office;

namespace ReviewRoom.Tests.Feedback;

public sealed class FeedbackCardTests : IDisposable
{
    private readonly ConsoleContext context = new();
    private FeedbackAct? asked;

    [Fact]
    public void A_text_is_included_by_one_press()
    {
        Card(null).Find("button.pri").Click();

        Assert.Equal(new SettleFeedbackText("d1", "t1", true), asked);
    }

    [Fact]
    public void Rewording_begins_with_the_words_as_they_stand_and_may_strike_the_quotation()
    {
        var card = Card(null);
        card.FindAll("button")[1].Click();
        Assert.Equal("written", card.Find("textarea").GetAttribute("value"));

        card.Find("textarea").Input("better ");
        card.Find("input[type=checkbox]").Change(true);
        card.Find("form").Submit();

        Assert.Equal(new SettleFeedbackText("d1", "t1", true, "better", WithoutQuote: true), asked);
    }

    [Fact]
    public void Leaving_out_asks_for_the_reason()
    {
        var card = Card(null);
        card.FindAll("button")[2].Click();
        Assert.True(card.Find("button[type=submit]").HasAttribute("disabled"));

        card.Find("textarea").Input("a secret of the trade");
        card.Find("form").Submit();

        Assert.Equal(new SettleFeedbackText("d1", "t1", false, Reason: "a secret of the trade"), asked);
    }

    [Fact]
    public void Who_only_reads_has_no_buttons_and_sees_what_was_settled()
    {
        var card = Card(new FeedbackReading(true, "better", true, null, "office", Given.Start), mayAct: false);

        Assert.Empty(card.FindAll("button"));
        Assert.Contains("better", card.Find(".fb-words").TextContent, StringComparison.Ordinal);
        Assert.Equal("words of the dossier", card.Find("s").TextContent);
    }

    public void Dispose() => context.Dispose();

    private IRenderedComponent<FeedbackTextCard> Card(FeedbackReading? reading, bool mayAct = true) => context.Render<FeedbackTextCard>(p => p
        .Add(c => c.Text, new FeedbackTextView("t1", "4.1.2", new Words("项", "Item"), CommentKind.Strength, "written", new Place("4.1.2 ¶3", "words of the dossier"), reading))
        .Add(c => c.By, "Office").Add(c => c.Dossier, "d1").Add(c => c.MayAct, mayAct).Add(c => c.OnAct, act => asked = act));
}
