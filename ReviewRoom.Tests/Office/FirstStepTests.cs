using System.Collections.Immutable;
using ReviewRoom.Components.Home;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Office;

public sealed class FirstStepTests
{
    private static readonly RegisterView Named = new("session-1", 1, "First", [], [], [], ImmutableSortedDictionary<string, string>.Empty, [], ImmutableSortedDictionary<string, string>.Empty);

    [Fact]
    public void The_administrator_is_led_to_two_people_of_the_office_and_a_supervisor()
    {
        Person[] alone = [Given.Administrator];
        Person[] half = [.. alone, Given.Office];
        Person[] all = [.. half, Given.Office2, Given.Supervisor];

        Assert.Equal(("Office", 0), Next(FirstStep.OfAdministrator(alone)));
        Assert.Equal(("Office", 1), Next(FirstStep.OfAdministrator(half)));
        Assert.Null(Next(FirstStep.OfAdministrator(all)));
    }

    [Fact]
    public void The_office_is_led_from_the_session_to_experts_who_have_found_the_way_in()
    {
        var given = Given.ARoom(seats: 2);
        RoomView[] rooms = [given.Sight(Given.Office) ?? throw new InvalidOperationException()];
        string[] seated = ["expert-a", "expert-b"];
        var full = Named with { Experts = [Someone("exp-01")], Applicants = [Applicant("org-01")], Dossiers = Named.Dossiers.Add("org-01", "hash") };

        Assert.Equal("Session", Next(FirstStep.OfOffice(null, [], _ => false, []))?.Name);
        Assert.Equal("Experts", Next(FirstStep.OfOffice(Named, [], _ => false, []))?.Name);
        Assert.Equal("Room", Next(FirstStep.OfOffice(full, [], _ => false, []))?.Name);
        Assert.Equal(("Codes", 1), Next(FirstStep.OfOffice(full, rooms, person => person == "expert-a", seated)));
        Assert.Null(Next(FirstStep.OfOffice(full, rooms, _ => true, seated)));
    }

    [Fact]
    public void The_list_is_over_with_the_first_dossier_that_is_opened()
    {
        var given = Given.ARoom(seats: 2).Opened();

        Assert.Empty(FirstStep.OfOffice(Named, [given.Sight(Given.Office) ?? throw new InvalidOperationException()], _ => false, ["expert-a"]));
    }

    private static (string Name, int N)? Next(IReadOnlyList<FirstStep> steps) => steps.FirstOrDefault(step => !step.IsDone) is { } next ? (next.Name, next.N) : null;

    private static ExpertRecord Someone(string id) => new(id, "Someone", new OrganisationRef("Institute", null), null, [], [], [], [], [], [], [], [], []);

    private static ApplicantRecord Applicant(string id) => new(id, "Applicant", null, null, null);
}
