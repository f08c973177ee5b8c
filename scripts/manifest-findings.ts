import { readXml } from './xml';
import type { XmlElement } from './xml';

/** What a manifest must agree with. */
export interface ManifestSurroundings {
  /** The width and height of a file that the add-in's host serves, if it is a PNG there is. */
  readonly findPngSize: (path: string) => { width: number; height: number } | undefined;
  /** Whether the build puts a file there. */
  readonly isServed: (path: string) => boolean;
  readonly functionIds: readonly string[];
  readonly commandIds: readonly string[];
}

/** Children of an element in the order that Microsoft's schema demands; `?` may be missing, `+` may repeat. */
const orders: Readonly<Record<string, string>> = {
  OfficeApp:
    'Id AlternateId? Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains? Hosts Requirements DefaultSettings Permissions VersionOverrides',
  VersionOverrides: 'Description? Requirements? Hosts Resources',
  'Host[type]': 'Runtimes AllFormFactors DesktopFormFactor',
  AllFormFactors: 'ExtensionPoint',
  DesktopFormFactor: 'GetStarted FunctionFile ExtensionPoint+',
  GetStarted: 'Title Description LearnMoreUrl',
  'ExtensionPoint:CustomFunctions': 'Script Page Metadata Namespace',
  'ExtensionPoint:PrimaryCommandSurface': 'CustomTab',
  CustomTab: 'Group+ Label',
  Group: 'Label Icon Control+',
  'Control:Button': 'Label Supertip Icon Action',
  Supertip: 'Title Description',
  'Action:ShowTaskpane': 'TaskpaneId SourceLocation',
  'Action:ExecuteFunction': 'FunctionName',
  Resources: 'bt:Images bt:Urls bt:ShortStrings bt:LongStrings',
};

/** Which list of resources an element's `resid` points into. */
const resourceKinds: Readonly<Record<string, string>> = {
  Image: 'Images',
  SourceLocation: 'Urls',
  FunctionFile: 'Urls',
  Runtime: 'Urls',
  LearnMoreUrl: 'Urls',
  Label: 'ShortStrings',
  Namespace: 'ShortStrings',
  Title: 'ShortStrings',
  Description: 'LongStrings',
};

const longest: Readonly<Record<string, number>> = {
  DisplayName: 125,
  Description: 250,
  ProviderName: 125,
  ShortStrings: 125,
  LongStrings: 250,
};

const typeOf = (element: XmlElement): string => element.attributes['xsi:type'] ?? '';

function orderFindings(element: XmlElement): string[] {
  const type = typeOf(element);
  const isTypedHost = element.localName === 'Host' && type !== '';
  const key = isTypedHost ? 'Host[type]' : `${element.localName}:${type}`;
  const order = orders[key] ?? orders[element.localName];
  if (order === undefined) return [];
  const pattern = order
    .split(' ')
    .map((word) => word.replace(/^([\w:]+)([?+]?)$/, '(?:$1 )$2'))
    .join('');
  const found = element.children.map(({ tagName }) => tagName);
  if (new RegExp(`^${pattern}$`).test(found.map((name) => `${name} `).join(''))) return [];
  return [`<${element.tagName}> must hold ${order}, found ${found.join(' ') || 'nothing'}`];
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

/** Everything wrong with an add-in manifest that can be told without asking a service. */
export function manifestFindings(xml: string, around: ManifestSurroundings): string[] {
  let all: XmlElement[];
  try {
    all = readXml(xml);
  } catch (cause) {
    return [`Not well-formed: ${cause instanceof Error ? cause.message : String(cause)}`];
  }
  const named = (name: string): XmlElement[] => all.filter((one) => one.localName === name);
  const text = (name: string): string => named(name)[0]?.text.trim() ?? '';
  const findings = all.flatMap(orderFindings);
  const expect = (holds: boolean, otherwise: string): void => {
    if (!holds) findings.push(otherwise);
  };

  expect(all.slice(0, 1).map(typeOf).join('') === 'TaskPaneApp', 'The app must be a TaskPaneApp');
  expect(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text('Id')), 'Id must be a GUID');
  expect(/^\d+(\.\d+){3}$/.test(text('Version')), 'Version must be four numbers');
  expect(text('Permissions') === 'ReadWriteDocument', 'Permissions must be ReadWriteDocument');
  expect(
    named('Host').some((host) => host.attributes['Name'] === 'Workbook') &&
      named('Host').some((host) => typeOf(host) === 'Workbook'),
    'Both host lists must name the workbook',
  );

  const sets = new Map(
    named('Set').map((set) => [set.attributes['Name'], set.attributes['MinVersion'] ?? '']),
  );
  for (const name of ['SharedRuntime', 'CustomFunctionsRuntime', 'ExcelApi']) {
    const version = sets.get(name) ?? '';
    expect(/^1\.\d+$/.test(version), `Requirement set ${name} must state its least version`);
  }

  // Resources: defined once, pointed to by elements of the right kind, none left over.
  const resources = all.filter((one) => one.parent?.parent?.localName === 'Resources');
  const kindOf = new Map(
    resources.map((one) => [one.attributes['id'] ?? '', one.parent?.localName]),
  );
  const valueOf = (id: string): string =>
    resources.find((one) => one.attributes['id'] === id)?.attributes['DefaultValue'] ?? '';
  const used = new Set<string>();
  for (const element of all) {
    const id = element.attributes['resid'];
    if (id === undefined) continue;
    used.add(id);
    const wanted = resourceKinds[element.localName];
    expect(
      wanted !== undefined && kindOf.get(id) === wanted,
      `<${element.tagName} resid="${id}"> must name one of ${wanted ?? 'no list we know'}, found ${kindOf.get(id) ?? 'nothing'}`,
    );
  }
  for (const id of kindOf.keys()) {
    expect(used.has(id), `Resource ${id} is used by nothing`);
    expect(id.length > 0 && id.length <= 32, `Resource id ${id} must have 1 to 32 characters`);
  }
  const ids = all.filter((one) => 'id' in one.attributes).map((one) => one.attributes['id'] ?? '');
  for (const id of repeated(ids)) findings.push(`Id ${id} is given twice`);

  for (const element of all) {
    const limit = longest[element.localName] ?? longest[element.parent?.localName ?? ''];
    const value = element.attributes['DefaultValue'];
    if (limit === undefined || value === undefined) continue;
    expect(
      value.length > 0 && value.length <= limit,
      `"${value}" must have 1 to ${String(limit)} characters`,
    );
  }

  // Addresses: https, one host, and the build puts a file there.
  const addresses = all
    .map((one) => one.attributes['DefaultValue'] ?? '')
    .filter((value) => /^[a-z]+:\/\//i.test(value));
  const hosts = new Set<string>();
  for (const address of new Set(addresses)) {
    const { protocol, host, pathname } = new URL(address);
    hosts.add(host);
    expect(protocol === 'https:', `${address} must be https`);
    expect(around.isServed(pathname.slice(1)), `${address} is no file that the build makes`);
  }
  expect(hosts.size === 1, `One host must serve everything, found ${[...hosts].join(', ')}`);

  const pages = [...named('Runtime'), ...named('FunctionFile')];
  pages.push(
    ...named('SourceLocation').filter(({ parent }) =>
      ['Page', 'Action'].includes(parent?.localName ?? ''),
    ),
  );
  const page = named('DefaultSettings')[0]?.children[0]?.attributes['DefaultValue'];
  for (const element of pages) {
    const address = valueOf(element.attributes['resid'] ?? '');
    expect(address === page, `<${element.tagName}> must be the page of the shared runtime`);
  }
  expect(
    named('Runtime').length === 1 && named('Runtime')[0]?.attributes['lifetime'] === 'long',
    'One runtime with a long lifetime must be shared',
  );

  const expectIcon = (address: string, size: number): void => {
    const found = around.findPngSize(new URL(address).pathname.slice(1));
    expect(
      found?.width === size && found.height === size,
      `${address} must be a PNG of ${String(size)} × ${String(size)}, found ${found ? `${String(found.width)} × ${String(found.height)}` : 'none'}`,
    );
  };
  expectIcon(named('IconUrl')[0]?.attributes['DefaultValue'] ?? '', 32);
  expectIcon(named('HighResolutionIconUrl')[0]?.attributes['DefaultValue'] ?? '', 64);
  for (const icon of named('Icon')) {
    const images = icon.children;
    const sizes = images.map((image) => image.attributes['size']).join(' ');
    expect(sizes === '16 32 80', `An icon must come in sizes 16 32 80, found ${sizes}`);
    for (const image of images) {
      const address = valueOf(image.attributes['resid'] ?? '');
      if (address !== '') expectIcon(address, Number(image.attributes['size']));
    }
  }

  // Workbooks store the namespace with every formula.
  const namespace = valueOf(named('Namespace')[0]?.attributes['resid'] ?? '');
  expect(namespace === 'SALES', `The functions' namespace must stay SALES, found ${namespace}`);
  expect(around.functionIds.length > 0, 'functions.json must declare a function');
  for (const id of around.functionIds) {
    expect(/^[A-Z][A-Z0-9.]{2,}$/.test(id), `Function id ${id} must be upper case, 3 or more long`);
  }
  const commands = named('FunctionName').map((one) => one.text.trim());
  for (const command of commands) {
    expect(around.commandIds.includes(command), `Command ${command} is not in src/commands`);
  }
  for (const id of around.commandIds) {
    expect(commands.includes(id), `Command ${id} of src/commands has no button`);
  }
  return findings;
}
