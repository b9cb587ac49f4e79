using Bunit;
using Microsoft.Extensions.DependencyInjection;
using ReviewRoom.Components.Office;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Identity;

namespace ReviewRoom.Tests.Office;

public sealed class SettledConflictsTests : IDisposable
{
    private readonly ConsoleContext context = new();
    private readonly Given given = Given.ARoom(seats: 3).Opened();

    public SettledConflictsTests() => context.Services.AddSingleton(new PeopleDirectory());

    [Fact]
    public void What_a_recused_expert_says_against_it_is_read_by_office_and_supervisor()
    {
        var id = Raised("C");
        given.Do(Given.Office, new ConfirmConflict(id));
        given.Do("C", new ContestConflict(id, "he left in 2020"));

        foreach (var person in (Person[])[Given.Office, Given.Supervisor])
        {
            var list = List(person);
            Assert.Contains("he left in 2020", list, StringComparison.Ordinal);
            Assert.Contains("已认定回避", list, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_dismissal_stays_with_its_reason_and_an_open_conflict_is_not_among_them()
    {
        var id = Raised("B");
        Raised("C");
        foreach (var person in (Person[])[Given.Office, Given.Office2]) given.Do(person, new DismissConflict(id, "a namesake"));

        var list = List(Given.Office);

        Assert.Contains("a namesake", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Expert C", list, StringComparison.Ordinal);
    }

    public void Dispose() => context.Dispose();

    private string Raised(string seat)
    {
        given.Do(Given.Supervisor, new RaiseConflict("d1", seat, "RELATIVE", "cousin"));
        return given.Dossier().Conflicts[^1].Id;
    }

    private string List(Person person) => context.Render<SettledConflicts>(p => p
        .Add(c => c.Room, given.Sight(person) ?? throw new InvalidOperationException()).Add(c => c.Dossier, given.Sight(person, "d1"))).Markup;
}
