using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ReviewRoom.Tests.Intake;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

/// <summary>The moves of a first day: from the link that was printed at the start to experts who come in with their codes. They find things by place, not by words, so that any language will do.</summary>
internal static partial class FirstDay
{
    public const string Password = "a-long-password-7";

    /// <summary>Opens the one-time link and makes the administrator; the home page comes back.</summary>
    public static async Task<IPage> Administrator(Browser browser, AppUnderTest app, string language = "zh-Hans")
    {
        var page = await browser.Open(app, path: Link().Match(app.Printed).Value, language: language);
        await page.Fill(("Name", "主管"), ("UserName", "chief"), ("New", Password), ("Again", Password));
        await page.Keyboard.PressAsync("Enter");
        await page.Settled();
        return page;
    }

    /// <summary>The step the home page says is next.</summary>
    public static Task NextIs(this IPage home, string step) => Expect(home.Locator(".first-day .next .of b")).ToHaveTextAsync(step);

    public static Task GoesOn(this IPage home) => home.Locator(".first-day .next a").ClickAsync();

    /// <summary>The administrator adds a person with one role and gives a code.</summary>
    public static async Task<string> Adds(this IPage admin, string userName, string name, string role)
    {
        await admin.GotoAsync("/people/new");
        await admin.Fill(("Name", name), ("UserName", userName));
        await admin.Locator("[name='Form.Expert']").UncheckAsync();
        await admin.Locator($"[name='Form.{role}']").CheckAsync();
        await admin.Locator("main form button[type=submit]").ClickAsync();
        await admin.Locator($"button[name=For][value='{userName}']").ClickAsync();
        return await admin.GetByTestId("code").InnerTextAsync();
    }

    /// <summary>A person comes in with a code and sets a password; the home page comes back.</summary>
    public static async Task<IPage> ComesIn(Browser browser, AppUnderTest app, string userName, string code, string language = "zh-Hans")
    {
        var page = await browser.Open(app, path: "/sign-in?code", language: language);
        await page.Fill(("UserName", userName), ("Code", code), ("New", Password), ("Again", Password));
        await page.Keyboard.PressAsync("Enter");
        await page.Settled();
        return page;
    }

    public static Task Choose(this IPage page, string field, string name, byte[] bytes) =>
        page.Locator(field).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = bytes });

    /// <summary>Four experts without ties to the applicant.</summary>
    public static byte[] FourExperts => Books.Of([["编号", "名称", "工作单位"], ["exp-01", "韩牧之", "质量研究院"], ["exp-02", "杜清源", "标准中心"], ["exp-03", "秦以南", "理工大学"], ["exp-04", "罗问渠", "检测中心"]]);

    /// <summary>What is chosen in a file field is shown first; then it is kept.</summary>
    public static async Task Imports(this IPage page, string field, string name, byte[] bytes)
    {
        await page.Choose(field, name, bytes);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Keep() }).ClickAsync();
        await Expect(page.GetByText(Kept()).First).ToBeVisibleAsync();
    }

    private static async Task Fill(this IPage page, params (string Field, string Value)[] fields)
    {
        foreach (var (field, value) in fields) await page.Locator($"[name='Form.{field}']").FillAsync(value);
    }

    [GeneratedRegex("/first-run/[0-9a-f]+")]
    private static partial Regex Link();

    [GeneratedRegex(@"^(保存|Store) \d+")]
    private static partial Regex Keep();

    [GeneratedRegex(@"已保存 \d+|\d+ \w+ stored")]
    private static partial Regex Kept();
}
