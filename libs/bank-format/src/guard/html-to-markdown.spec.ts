import { openMarkdownParser } from '../doors/markdown-tree';
import { markdownToHtml } from '../writers/markdown-to-html';
import { HtmlReader } from './html-to-markdown';

describe('HtmlReader', () => {
  let reader: HtmlReader;
  beforeAll(async () => {
    reader = await HtmlReader.open();
  });
  const markdown = (html: string): string => reader.read(html).markdown;

  it.each([
    ['<p>One</p><p>two</p>', 'One\n\ntwo'],
    ['a<br>b<br/>c', 'a\nb\nc'],
    ['<b>bold</b> and <i>slanted</i>', '**bold** and *slanted*'],
    ['<ul><li>one<ul><li>below</li></ul></li><li>two</li></ul>', '- one\n  - below\n- two'],
    ['<ol start="3"><li>three</li><li>four</li></ol>', '3. three\n4. four'],
    ['<pre>if a &lt; b:\n    c</pre>', '```\nif a < b:\n    c\n```'],
    [
      '<table><tr><th>a</th><th>b</th></tr><tr><td>1 | 2</td><td><ul><li>x</li><li>y</li></ul></td></tr></table>',
      '| a | b |\n|---|---|\n| 1 \\| 2 | - x<br>- y |',
    ],
    ['<a href="https://example.org/">there</a>', '[there](https://example.org/)'],
    ['<img src="@@PLUGINFILE@@/a%20b.png" alt="plan">', '![plan](attachment:a%20b.png)'],
    ['<img src="https://example.org/x.png" alt="far">', '[far](https://example.org/x.png)'],
    ['1 &lt; 2 &amp;&amp; x_y * z &eacute;', '1 < 2 && x_y * z é'],
    ['&lt;script&gt;', '\\<script>'],
    ['plain text', 'plain text'],
  ])('%s', (html, text) => {
    expect(markdown(html)).toBe(text);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\nscript:alert(1)">x</a>',
    '<iframe src="https://example.org"></iframe>',
    '<style>body{display:none}</style>',
    '<svg onload=alert(1)><script>alert(2)</script></svg>',
    '<form action="javascript:alert(1)"><input></form>',
    '<object data="data:text/html,x"></object>',
    '<p onclick="alert(1)">x</p>',
  ])('takes what acts out of %s, and says so', (html) => {
    const read = reader.read(`before ${html} after`);
    expect(read.markdown).not.toMatch(/alert|script|display|data:/i);
    expect(read.markdown).toMatch(/^before.*after$/s);
    expect(read.sanitised).toBe(true);
  });

  it('does not mind markup that only looks', () => {
    expect(reader.read('<span style="color:red" class="x">a</span>')).toMatchObject({ markdown: 'a', sanitised: false });
  });

  it('survives markup that is nested for its own sake', () => {
    const from = performance.now();
    expect(markdown(`${'<div>'.repeat(20_000)}deep${'</div>'.repeat(20_000)}`)).toMatch(/^(deep)?$/);
    expect(performance.now() - from).toBeLessThan(2_000);
  });

  it('tells words that look like tags from tags', () => {
    expect(reader.readMaybe('What does <script defer> do?').markdown).toBe('What does \\<script defer> do?');
    expect(reader.readMaybe('List<String> or Map<K, V>?').markdown).toBe('List\\<String> or Map\\<K, V>?');
    expect(reader.readMaybe('The <strong>largest</strong> List<String>').markdown).toBe('The **largest** List\\<String>');
    expect(reader.readMaybe('a `List<T>` b').markdown).toBe('a `List<T>` b');
  });

  it('is undone by the way back', async () => {
    const parse = await openMarkdownParser();
    const text =
      'One *two* **three** `f(x)`\nnext line\n\n- a\n  - b\n- c\n\n1. x\n2. y\n\n```\ncode <b>\n```\n\n> said\n\n| h | i |\n|---|---|\n| 1 | 2 |\n\n[l](https://example.org/) 2 * 3 * 4 a_b';
    expect(markdown(markdownToHtml(text, parse))).toBe(text);
  });
});
