using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ReviewRoom.Tests;

/// <summary>What axe finds, in one line each.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Asked for in the page itself, where only what is wrong has to be told: the whole of what is right takes longer to send than to find.</summary>
    /// <param name="only">The one rule to look for; all without it.</param>
    /// <param name="but">A rule to leave out.</param>
    public static async Task<IReadOnlyList<string>> Faults(this IPage page, string? only = null, string? but = null)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(
            """
            async ([only, but]) => {
              const options = { resultTypes: ['violations'] };
              if (only) options.runOnly = { type: 'rule', values: [only] };
              if (but) options.rules = { [but]: { enabled: false } };
              const { violations } = await axe.run(document, options);
              return violations.map(v => `${v.id} (${v.nodes.length}): ${v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(' | ')} — ${v.nodes[0].any[0]?.message ?? v.help}`);
            }
            """,
            new[] { only, but });
    }
}
