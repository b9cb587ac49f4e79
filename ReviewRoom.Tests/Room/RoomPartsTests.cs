using System.Collections.Immutable;
using Bunit;
using Microsoft.AspNetCore.DataProtection;
using ReviewRoom.Components.Room;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Live;

namespace ReviewRoom.Tests.ExpertRoom;

public sealed class RoomPartsTests : IDisposable
{
    private readonly RoomContext context = new();

    [Fact]
    public void Saved_is_said_only_with_a_receipts_number()
    {
        Assert.DoesNotContain("已存", Mark(SaveState.Sending, 26));
        Assert.DoesNotContain("已存", Mark(SaveState.Refused, 26));
        Assert.DoesNotContain("已存", Mark(SaveState.Idle, 0));
        Assert.Contains("已存 #27", Mark(SaveState.Saved, 27));
    }

    [Fact]
    public void A_recused_view_holds_nothing_of_the_dossier_to_render()
    {
        var given = Given.ARoom(seats: 3);
        given.Do(Given.Office, new Open("d1"));
        given.Do("B", new Declare("d1", false));
        given.Do("B", new GiveMark("d1", "1", 65));
        given.Do(Given.Office, new RaiseConflict("d1", "B", "RELATIVE", "cousin of the director"));

        var view = given.Sight(given.On("B"), "d1");
        var page = context.Render<BarredDossier>(p => p.Add(b => b.RoomId, "room-1").Add(b => b.DossierId, view.Id).Add(b => b.PersonId, "expert-b").Add(b => b.Recused, view.Recused == true)
            .Add(b => b.Own, null).Add(b => b.Next, null).Add(b => b.WasOpen, true).Add(b => b.Ask, (_, _) => Task.FromResult(new RoomAnswer(null, null, null))));

        Assert.Equal(new DossierView("d1") { Suspended = true }, view);
        Assert.DoesNotContain("Dossier 1", page.Markup);
        Assert.DoesNotContain("cousin", page.Markup);
        Assert.Contains("暂封", page.Markup);
    }

    [Fact]
    public void A_button_that_cannot_be_pressed_says_what_is_missing()
    {
        var foot = context.Render<SheetFoot>(p => p.Add(f => f.State, SaveState.Saved).Add(f => f.Number, 3).Add(f => f.At, "").Add(f => f.Missing, 12).Add(f => f.Bare, 0).Add(f => f.Late, false));

        Assert.Equal("还差 12 项", foot.Find("button[disabled]").TextContent);
    }

    [Theory]
    [InlineData(SeatState.Submitted, false, "已提交")]
    [InlineData(SeatState.Recused, false, "回避")]
    [InlineData(SeatState.Marking, false, "评分中")]
    [InlineData(SeatState.Submitted, true, "在席")]
    public void A_seat_tells_its_state_in_shape_and_word(SeatState state, bool atTheTable, string word)
    {
        var seat = context.Render<SeatChip>(p => p.Add(s => s.Letter, "C").Add(s => s.Name, "Zhao").Add(s => s.Leader, false).Add(s => s.Mine, false)
            .Add(s => s.State, state).Add(s => s.Presence, Presence.Online).Add(s => s.AtTheTable, atTheTable));

        Assert.Contains(word, seat.Find(".st").TextContent);
        Assert.NotNull(seat.Find(".st svg"));
    }

    [Fact]
    public void A_strip_draws_my_mark_filled_and_the_others_hollow_with_mean_and_median()
    {
        var strip = context.Render<ScoreStrip>(p => p.Add(s => s.Marks, "60,70*,70,85").Add(s => s.Mean, "71.25").Add(s => s.Median, "70.00")
            .Add(s => s.State, "disputed").Add(s => s.Low, 40).Add(s => s.High, 100).Add(s => s.Label, "spread"));

        Assert.Single(strip.FindAll("circle.mine"));
        Assert.Equal(3, strip.FindAll("circle.dot").Count);
        Assert.Single(strip.FindAll("line.mean"));
        Assert.Single(strip.FindAll("path.median"));
        Assert.Single(strip.FindAll("line.range"));
    }

    [Fact]
    public void Only_the_same_person_at_the_same_dossier_gets_a_draft_key_back()
    {
        var protection = new EphemeralDataProtectionProvider();
        var mine = new DraftKey(protection, "expert-a", "room-1", "d1");

        Assert.Equal(mine.Key, new DraftKey(protection, "expert-a", "room-1", "d1").Unwrap(mine.Wrapped));
        Assert.Null(new DraftKey(protection, "expert-b", "room-1", "d1").Unwrap(mine.Wrapped));
        Assert.Null(new DraftKey(protection, "expert-a", "room-1", "d2").Unwrap(mine.Wrapped));
    }

    [Fact]
    public void The_two_items_with_the_least_evidence_are_found()
    {
        var sheet = new OwnSheet(Given.ARubric(10, 20, 30));
        var marks = new Dictionary<string, int> { ["1"] = 50, ["2"] = 60, ["3"] = 70 }.ToImmutableSortedDictionary(StringComparer.Ordinal);
        sheet.Take(sheet.Stored with { Marks = marks, Comments = [new CommentView("2", CommentKind.Strength, "x", new Place("4.1 ¶1"))] });

        Assert.Equal(["1", "3"], sheet.Thinnest(2));
        Assert.Equal(["3"], sheet.WithoutEvidence(EvidenceRequired.OutsideMiddle));
        Assert.Equal(38m, sheet.Subtotal);
    }

    [Theory]
    [InlineData(true, "若席D 由 45% 变为 60%，本项评分即为一致")]
    [InlineData(false, "若席D 由 45% 变为 60%，本项评分即为一致（并非唯一）")]
    public void The_smallest_change_that_would_settle_an_item_is_said_of_the_marks(bool only, string said)
    {
        var item = Disputed with { Settling = new SettlingView([new ShiftView("D", 45, 60)], only) };

        Assert.Equal(said, Head(item).Find(".settling").TextContent);
    }

    [Fact]
    public void A_state_that_is_held_is_drawn_and_the_new_one_told()
    {
        var head = Head(Disputed with { State = Agreement.Agreed, Held = Agreement.Disputed });

        Assert.Contains("分歧", head.Find(".chip").TextContent, StringComparison.Ordinal);
        Assert.Contains("已变为一致，稳定 5 秒后更新显示", head.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_said_is_shown_with_its_quotation_and_leads_back_to_what_it_answers()
    {
        var at = Given.Start;
        var moved = new MarkView("B", 60, 45, "seen", null, null, null, [new RevisionView(45, 60, "seen", "r1", at.AddMinutes(2))]);
        var item = Disputed with
        {
            Marks = [Of("A", 70), moved],
            Thread = [new RemarkView("r1", "A", "look at the appendix", new Place("4.3.2 ¶3", "the words there"), null, at, null), new RemarkView("r2", "B", "I did", null, "r1", at.AddMinutes(1), true)],
        };

        var thread = context.Render<ThreadList>(p => p.Add(t => t.Item, item).Add(t => t.NameOf, seat => $"Expert {seat}").Add(t => t.ReadOnly, false));

        Assert.Equal("“the words there”", thread.Find("#r-r1 .quoted").TextContent);
        Assert.Equal("4.3.2 ¶3", thread.Find("#r-r1 [data-goto]").GetAttribute("data-goto"));
        Assert.Equal(["回应 Expert A：look at the appendix", "因 Expert A 的发言：look at the appendix"], thread.FindAll("[data-remark=r1]").Select(b => b.TextContent));
        var changes = context.Render<ChangeList>(p => p.Add(t => t.Item, item).Add(t => t.NameOf, seat => $"Expert {seat}"));
        Assert.Contains("因 Expert A 的发言：look at the appendix", changes.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_items_to_discuss_next_are_listed_with_their_reasons_and_gone_through_by_key()
    {
        ImmutableArray<StakeView> stakes = [new("2", "1.20", "0.80", StakeTowards.Line, "0.45", true, true), new("1", "0.10", "0.20", StakeTowards.Rank, "0.90", false, false)];
        string? opened = null;

        var list = context.Render<StakeList>(p => p.Add(s => s.Stakes, stakes).Add(s => s.Rubric, Given.ARubric(10, 20)).Add(s => s.Current, "1").Add(s => s.OnOpen, (string code) => opened = code));
        list.FindAll("li button")[0].Click();

        Assert.Equal("2", opened);
        Assert.Equal(["可使得分率升 1.20 或降 0.80；距 60% 线还差 0.45，本项足以改变", "可使得分率升 0.10 或降 0.20；领先后一名 0.90"], list.FindAll("small").Select(s => s.TextContent));
        Assert.Equal(("1", "2", "2"), (RevealedItems.NextToDiscuss(stakes, ["1", "2"], "2"), RevealedItems.NextToDiscuss(stakes, ["1", "2"], "1"), RevealedItems.NextToDiscuss(stakes, ["1", "2"], "7")));
        Assert.Equal(("3", "1"), (RevealedItems.NextToDiscuss([], ["1", "3"], "1"), RevealedItems.NextToDiscuss([], ["1", "3"], "3")));
        Assert.Null(RevealedItems.NextToDiscuss([], [], "1"));
    }

    [Fact]
    public void Every_statistic_has_its_n_and_its_meaning_and_an_undefined_one_is_absent()
    {
        var consensus = new ConsensusView(Agreement.Agreed, true, 2, 0, 0, 2, [], [], "0.50", null, "0.86", null, 5)
        {
            Movement = new MovementView(1, 10, "12.5", "10.0", [new SeatMovementView("A", 0, "0.00"), new SeatMovementView("B", 1, "-2.50")]),
        };

        var statistics = context.Render<Statistics>(p => p.Add(s => s.Consensus, consensus).Add(s => s.Items, 2).Add(s => s.NameOf, seat => $"Expert {seat}"));

        Assert.Equal(["克里彭多夫 α（等距）", "ICC(2,k)", "合议修改"], statistics.FindAll("dt").Select(d => d.TextContent));
        Assert.All(statistics.FindAll("dd").SkipLast(1), d => Assert.Contains("n = 5 份评分表 × 2 项", d.TextContent, StringComparison.Ordinal));
        Assert.Contains("平均极差由 12.5 变为 10.0 个百分点", statistics.Markup, StringComparison.Ordinal);
        Assert.Equal("Expert B 1 处，每项平均 −2.50", statistics.Find("li").TextContent.Trim());
    }

    private static ItemView Disputed => new("1", "65.00", "70.00", 30, 45, 75, 4, 4, Agreement.Disputed, null, [Of("A", 70), Of("B", 75), Of("C", 70), Of("D", 45)], [], [], []);

    private IRenderedComponent<ItemHead> Head(ItemView item) =>
        context.Render<ItemHead>(p => p.Add(h => h.Criterion, Given.ARubric(10).Criteria[0]).Add(h => h.Item, item));

    public void Dispose() => context.Dispose();

    private static MarkView Of(string seat, int rate) => new(seat, rate, null, null, null, null, null, null);

    private string Mark(SaveState state, int number) =>
        context.Render<SaveMark>(p => p.Add(s => s.State, state).Add(s => s.Number, number).Add(s => s.At, "14:07:32")).Find(".server").TextContent;
}
