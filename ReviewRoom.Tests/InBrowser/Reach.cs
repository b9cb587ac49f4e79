using Microsoft.Playwright;

namespace ReviewRoom.Tests.InBrowser;

/// <summary>A screen of 1280 pixels at 400 per cent: what of a page can still be seen, read and pressed.</summary>
internal static class Reach
{
    public const int Width = 320;

    public const int Height = 256;

    /// <summary>Says which controls stick out, lie under something else or lose part of their words, and which headings and labels a control lies over.</summary>
    public static Task<string[]> OutOfReach(this IPage page) => page.EvaluateAsync<string[]>(
        """
        () => {
          const out = [], width = document.documentElement.clientWidth, root = document.querySelector('dialog[open]') ?? document;
          const named = e => `${e.tagName.toLowerCase()}.${String(e.className.baseVal ?? e.className).replace(/\s+/g, '.')} "${(e.getAttribute('aria-label') || e.textContent || e.id).trim().slice(0, 24)}"`;
          const seen = e => e.checkVisibility({ visibilityProperty: true }) && !e.matches('.skip, .vh, .vh *') && !e.closest('dialog:not([open])');
          const hit = (e, x, y) => document.elementFromPoint(Math.min(Math.max(x, 0), width - 1), Math.min(Math.max(y, 0), innerHeight - 1));
          if (document.scrollingElement.scrollWidth > width) out.push(`page is ${document.scrollingElement.scrollWidth} wide`);
          for (const e of root.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')) {
            if (!seen(e)) continue;
            e.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
            const box = e.getClientRects()[0];
            if (!box || box.width < 1) continue;
            if (box.left < -1 || (box.right > width + 1 && box.width <= width)) out.push(`beside the window: ${named(e)}`);
            const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
            const at = hit(e, middle(box.left, box.right, width), middle(box.top, box.bottom, innerHeight));
            const label = e.closest('label') ?? (e.id ? document.querySelector(`label[for="${CSS.escape(e.id)}"]`) : null);
            if (!at || !(e.contains(at) || label?.contains(at))) out.push(`covered: ${named(e)} by ${at ? named(at) : 'nothing'}`);
            if (e.matches('button, a.btn') && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible') out.push(`cut off: ${named(e)}`);
          }
          for (const e of root.querySelectorAll('h1, h2, h3, label')) {
            if (!seen(e) || e.closest('.md') || !e.textContent.trim()) continue;
            e.scrollIntoView({ block: 'center', behavior: 'instant' });
            const words = document.createRange();
            words.selectNodeContents(e);
            const box = [...words.getClientRects()].findLast(b => b.width > 4 && b.height > 4), over = box && hit(e, box.right - 3, box.top + box.height / 2)?.closest('button, a, summary, select');
            if (over && !over.contains(e) && !e.contains(over)) out.push(`${named(e)} lies under ${named(over)}`);
          }
          scrollTo(0, 0);
          return out;
        }
        """);
}
