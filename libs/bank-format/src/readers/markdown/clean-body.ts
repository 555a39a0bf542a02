import type { Nodes, Parent, RootContent } from 'mdast';
import { plainText } from '../../doors/markdown-tree';
import type { DoorPlace } from '../../guard/door-fault';
import type { Notices } from '../../guard/notices';
import { isBackLink, isContents } from './markdown-document';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const ACTING_TAG = /^<\/?(script|style|iframe|object|embed|form|svg|applet|link|meta|base)\b/i;
const ACTING_ATTRIBUTE = /\son[a-z]+\s*=|javascript:|vbscript:|data:text/i;
const ACTING_ADDRESS = /^\s*(javascript|vbscript|data):/i;

/**
 * The Markdown of some blocks as it may be stored: without HTML, without addresses that run, without template directives, images as
 * links. Says what was taken out.
 */
export class BodyCleaner {
  constructor(
    private readonly text: string,
    private readonly notices: Notices,
  ) {}

  /** The text of neighbouring blocks, without links back to the top and lists of contents. */
  ofBlocks(nodes: readonly RootContent[]): string {
    const kept = nodes.filter((node) => !isBackLink(node) && !isContents(node) && node.type !== 'definition');
    return kept
      .map((node) => this.ofNode(node))
      .filter((text) => text !== '')
      .join('\n\n')
      .trim();
  }

  /** The text of one block, or of the inside of one. */
  ofNode(node: Nodes): string {
    const start = node.position?.start.offset ?? 0;
    const edits = this.editsOf(node).sort((a, b) => a.start - b.start);
    let made = '';
    let at = start;
    for (const edit of edits) {
      if (edit.start < at) continue;
      made += this.text.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    made += this.text.slice(at, node.position?.end.offset ?? at);
    return this.withoutDirectives(made, placeOf(node), node.type === 'code').trim();
  }

  /** The inside of a block: of a heading without its marks. */
  ofInside(parent: Parent & Nodes): string {
    const [first, last] = [parent.children[0], parent.children.at(-1)];
    if (first === undefined || last === undefined) return '';
    const whole = { ...parent, position: { start: first.position?.start, end: last.position?.end } } as Nodes;
    return this.ofNode(whole);
  }

  private editsOf(node: Nodes): Edit[] {
    if (node.type === 'html') return [this.editOfHtml(node)];
    if (node.type === 'image')
      return [edit(node, /^https?:\/\//i.test(node.url) ? `[${node.alt || 'image'}](${node.url})` : (node.alt ?? ''))];
    if (node.type === 'imageReference') return [edit(node, node.alt ?? '')];
    if (node.type === 'link' && ACTING_ADDRESS.test(node.url)) {
      this.tellActing(node);
      return [edit(node, plainText(node))];
    }
    if (!('children' in node)) return [];
    const edits = this.editsOfChildren(node.children);
    // A table has no other way to end a line in a cell.
    return node.type === 'tableCell' ? edits.map((one) => (one.text === '\n' ? { ...one, text: '<br>' } : one)) : edits;
  }

  /** What stands between the tags of a script goes with them. */
  private editsOfChildren(children: readonly Nodes[]): Edit[] {
    const edits: Edit[] = [];
    let inside: string | null = null;
    for (const child of children) {
      const tag = child.type === 'html' ? (/^<(\/?)([a-z]+)/i.exec(child.value) ?? null) : null;
      if (inside !== null) {
        edits.push(edit(child, ''));
        if (tag?.[1] === '/' && tag[2]?.toLowerCase() === inside) inside = null;
        continue;
      }
      edits.push(...this.editsOf(child));
      const name = tag?.[2]?.toLowerCase();
      const opensActing =
        tag?.[1] === '' &&
        child.type === 'html' &&
        /^<(script|style|iframe|object|form|svg)\b/i.test(child.value) &&
        !/<\/|\/>$/.test(child.value);
      if (opensActing && name !== undefined) inside = name;
    }
    return edits;
  }

  private editOfHtml(node: Nodes & { readonly value: string }): Edit {
    const markup = node.value.replace(/<!--[\s\S]*?-->/g, '');
    if (ACTING_TAG.test(markup.trim()) || /<(script|iframe|object|embed)\b/i.test(markup) || ACTING_ATTRIBUTE.test(markup))
      this.tellActing(node);
    if (/^<br\s*\/?>$/i.test(markup.trim())) return edit(node, '\n');
    const words = markup
      .replace(/<(script|style|iframe|object|svg)\b[\s\S]*?(<\/\1\s*>|$)/gi, '')
      .replace(/<[^<>]*>/g, '')
      .replace(/</g, '\\<');
    return edit(node, words.trim() === '' ? '' : words);
  }

  private tellActing(node: Nodes): void {
    this.notices.warn(
      'HTML_SANITISED',
      'Markup that could act was taken out: scripts, handlers, frames or addresses that run.',
      '',
      placeOf(node),
    );
  }

  /** `{% include … %}` and `{{ … }}` of site generators mean nothing here. */
  private withoutDirectives(text: string, place: DoorPlace, isCode: boolean): string {
    if (isCode) return text;
    const without = text.replace(/\{%[^%\n]*%\}|\{\{[^{}\n]*\}\}/g, '');
    if (without !== text) this.notices.warn('TEMPLATE_DIRECTIVE_DROPPED', 'A directive of a site generator was left out.', '', place);
    return without;
  }
}

const edit = (node: Nodes, text: string): Edit => ({ start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0, text });

const placeOf = (node: Nodes): DoorPlace => ({ line: node.position?.start.line ?? 1 });
