/** The names of one version of QTI: they differ in spelling, not in what they mean. */
export interface QtiSpelling {
  readonly version: '3.0' | '2.2';
  readonly itemNamespace: string;
  readonly packageNamespace: string;
  readonly itemType: string;
  readonly schemaWords: readonly [schema: string, version: string];
  /** `itemBody` as this version writes it. */
  tag(name: string): string;
  attribute(name: string): string;
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export const QTI_3_0: QtiSpelling = {
  version: '3.0',
  itemNamespace: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0',
  packageNamespace: 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1',
  itemType: 'imsqti_item_xmlv3p0',
  schemaWords: ['QTI Package', '3.0.0'],
  tag: (name) => `qti-${kebab(name)}`,
  attribute: kebab,
};

export const QTI_2_2: QtiSpelling = {
  version: '2.2',
  itemNamespace: 'http://www.imsglobal.org/xsd/imsqti_v2p2',
  packageNamespace: 'http://www.imsglobal.org/xsd/imscp_v1p1',
  itemType: 'imsqti_item_xmlv2p2',
  schemaWords: ['QTIv2.2 Package', '1.0.0'],
  tag: (name) => name,
  attribute: (name) => name,
};
