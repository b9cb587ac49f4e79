using System.Collections.Immutable;
using ReviewRoom.Domain;

namespace ReviewRoom.Demo;

/// <summary>Who there is in the demonstration: the office's two, a supervisor, an administrator, who acts for the member units, the leading group, the county governments and the applicants, and all experts of the data.</summary>
public static class DemoPeople
{
    public const string Password = "demo-2026";

    public static ImmutableArray<Person> Of(DemoFiles files) =>
    [
        .. files.Meeting.People.Select(p => new Person(p.Id, p.Name, Enum.Parse<Roles>(p.Role, ignoreCase: true))),
        .. files.Bodies.Select(b => new Person(DemoFiles.AccountOf(b), b.ShortName, Roles.Body)),
        .. files.CountyGovernments.Select(c => new Person(DemoFiles.AccountOf(c), c.Name.Zh, Roles.Body)),
        .. DemoApplicants.Read(files.Folder).All.Select(a => new Person(a.Account, a.ShortName ?? a.Name, Roles.Applicant)),
        .. files.Experts.Select(e => new Person(DemoFiles.AccountOf(e.Id), e.Name, Roles.Expert)),
    ];
}
