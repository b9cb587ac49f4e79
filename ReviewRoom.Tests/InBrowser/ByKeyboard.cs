using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

/// <summary>A person who has no pointer: everything goes by the keys, and where the focus is decides what they do.</summary>
internal sealed class ByKeyboard(IPage page)
{
    private const int Farthest = 40;

    public IPage Page => page;

    public ILocator Find(string selector) => page.Locator(selector);

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public Task Press(params string[] keys) => Press(keys.AsEnumerable());

    public async Task Press(IEnumerable<string> keys)
    {
        foreach (var key in keys) await page.Keyboard.PressAsync(key);
    }

    /// <summary>Goes on by Tab until the control has the focus.</summary>
    public async Task To(ILocator control)
    {
        await Expect(control).ToBeVisibleAsync();
        await Expect(control).ToBeEnabledAsync();
        for (var steps = 0; steps < Farthest && !await control.EvaluateAsync<bool>("e => e === document.activeElement"); steps++) await page.Keyboard.PressAsync("Tab");
        await Expect(control).ToBeFocusedAsync();
    }

    /// <summary>Goes to a control and presses Enter.</summary>
    public async Task Enter(ILocator control)
    {
        await To(control);
        await Press("Enter");
    }

    /// <summary>An act that cannot be undone: Enter arms it, Enter again does it.</summary>
    public async Task EnterTwice(ILocator control)
    {
        await Enter(control);
        await Expect(control).ToContainTextAsync("再按一次");
        await Press("Enter");
    }

    public async Task Write(ILocator field, string words)
    {
        await To(field);
        await page.Keyboard.InsertTextAsync(words);
    }
}
