import { createHash } from 'node:crypto';
import { logoFile } from './logo';
import { script } from './script';
import { style } from './style';

export interface Asset {
  readonly type: string;
  readonly content: string;
  /** Changes with the content, so that browsers may keep a file for good. */
  readonly version: string;
}

const asset = (type: string, content: string): Asset => ({
  type,
  content,
  version: createHash('sha256').update(content).digest('hex').slice(0, 12),
});

/** The files beside the pages. */
export const assets = {
  'pages.css': asset('text/css', style),
  'pages.js': asset('text/javascript', script),
  'logo.svg': asset('image/svg+xml', logoFile),
} as const satisfies Record<string, Asset>;

export const addressOf = (name: keyof typeof assets): string => `/pages/${name}?v=${assets[name].version}`;
