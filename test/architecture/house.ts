/** The house as data: storeys from top to bottom, rooms in their order, and who may import whom. */
export const ROOMS = [
  'identity',
  'organizations',
  'competencies',
  'question-bank',
  'kits',
  'interviews',
  'scorecards',
  'insights',
] as const;

export type Storey =
  | 'composition'
  | 'transport'
  | 'application'
  | 'persistence'
  | 'room'
  | 'migrations'
  | 'testing'
  | 'platform'
  | 'threads'
  | 'domain'
  | 'kernel'
  | 'test'
  | 'script';

export interface StoreyRule {
  readonly storey: Storey;
  /** Which files stand on this storey; the first rule that matches a path decides. */
  readonly where: RegExp;
  /** Storeys that it may import, besides its own. */
  readonly below: readonly Storey[];
  /** npm packages and node: modules that it may import; `null` leaves it free. */
  readonly packages: readonly RegExp[] | null;
}

const nest = /^@nestjs\/common$/;

export const STOREYS: readonly StoreyRule[] = [
  {
    storey: 'test',
    where: /(\.spec|\.e2e-spec)\.ts$|^test\/|^libs\/[^/]+\/(test|fixtures)\/|scratch-folder\.ts$/,
    below: [
      'composition',
      'transport',
      'application',
      'persistence',
      'room',
      'migrations',
      'testing',
      'platform',
      'threads',
      'domain',
      'kernel',
      'script',
    ],
    packages: null,
  },
  { storey: 'kernel', where: /^libs\/kernel\//, below: [], packages: [] },
  { storey: 'threads', where: /^libs\/threads\//, below: ['kernel'], packages: [/^node:(worker_threads|path|fs|os)$/] },
  { storey: 'domain', where: /^libs\/(interviewing|psychometrics)\//, below: ['kernel'], packages: [] },
  {
    storey: 'domain',
    where: /^libs\/kit-assembly\/src\/solvers\//,
    below: ['threads', 'kernel'],
    packages: [/^highs$/, /^node:(worker_threads|path|fs|url|module)$/],
  },
  { storey: 'domain', where: /^libs\/kit-assembly\//, below: ['kernel'], packages: [] },
  { storey: 'domain', where: /^libs\/bank-format\/src\/(read|print)-yaml\.ts$/, below: ['kernel'], packages: [/^yaml$/] },
  {
    storey: 'domain',
    where: /^libs\/bank-format\/src\/(guard|doors|readers|writers)\//,
    below: ['kernel'],
    packages: [
      /^(saxes|yauzl|sanitize-html|turndown)$/,
      /^(mdast|mdast-util-from-markdown|mdast-util-gfm|micromark-extension-gfm)$/,
      /^(csv-parse|csv-stringify)\/sync$/,
      /^(gift-pegjs|yazl|uuid)$/,
    ],
  },
  { storey: 'domain', where: /^libs\/bank-format\//, below: ['kernel'], packages: [] },
  {
    storey: 'domain',
    where: /^libs\/kit-guide\/src\/(render|sheet)\//,
    below: ['kernel'],
    packages: [/^pdfkit$/, /^mdast(-util-from-markdown)?$/, /^node:path$/],
  },
  { storey: 'domain', where: /^libs\/kit-guide\//, below: ['kernel'], packages: [] },
  { storey: 'platform', where: /^libs\/platform\//, below: ['migrations', 'domain', 'kernel'], packages: null },
  { storey: 'testing', where: /^libs\/testing\//, below: ['composition', 'room', 'platform', 'domain', 'kernel'], packages: null },
  { storey: 'migrations', where: /^migrations\//, below: [], packages: [/^typeorm$/] },
  {
    storey: 'transport',
    where: /^apps\/api\/src\/features\/[^/]+\/transport\//,
    below: ['application', 'room', 'platform', 'domain', 'kernel'],
    packages: [nest, /^@nestjs\/graphql$/, /^graphql$/, /^class-validator$/, /^class-transformer$/],
  },
  {
    storey: 'application',
    where: /^apps\/api\/src\/features\/[^/]+\/application\//,
    below: ['persistence', 'room', 'platform', 'threads', 'domain', 'kernel'],
    packages: [nest, /^node:crypto$/],
  },
  {
    storey: 'persistence',
    where: /^apps\/api\/src\/features\/[^/]+\/persistence\//,
    below: ['room', 'platform', 'domain', 'kernel'],
    packages: [nest, /^typeorm$/, /^node:crypto$/],
  },
  {
    storey: 'room',
    where: /^apps\/api\/src\/features\/[^/]+\/[^/]+\.ts$/,
    below: ['transport', 'application', 'persistence', 'platform', 'domain', 'kernel'],
    packages: [nest],
  },
  {
    storey: 'composition',
    where: /^apps\/(api|cli)\/src\//,
    below: ['room', 'platform', 'domain', 'kernel', 'migrations'],
    packages: null,
  },
  {
    storey: 'script',
    where: /^(scripts|bench)\//,
    below: ['composition', 'room', 'platform', 'domain', 'kernel', 'migrations', 'testing'],
    packages: null,
  },
];

/** A table of another room in a statement of this one, and why one statement is worth it. */
export interface SharedTable {
  readonly file: string;
  readonly table: string;
  readonly because: string;
}

export const SHARED_TABLES: readonly SharedTable[] = [
  {
    file: 'apps/api/src/features/identity/persistence/user.repository.ts',
    table: 'organization',
    because: 'whether an installation has people besides those of the demo is one question, asked before there is any organization to ask',
  },
];

/** Path parts that say nothing about what is inside. */
export const EMPTY_NAMES = /(^|\/)(utils?|common|shared|helpers?|misc|core|base|managers?)(\/|\.|$)/;

/** What may stand between the name of a file and `.ts`. */
export const SUFFIXES = [
  'module',
  'resolver',
  'types',
  'inputs',
  'loader',
  'record',
  'repository',
  'node',
  'decorator',
  'guard',
  'filter',
  'controller',
  'spec',
  'db.spec',
  'e2e-spec',
  'config',
] as const;

export const LONGEST_FILE = 300;
