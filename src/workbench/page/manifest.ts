export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** The address of its largest icon. */
  readonly icon: string | undefined;
  readonly action:
    | { readonly kind: 'showPane'; readonly page: string }
    | { readonly kind: 'execute'; readonly functionName: string };
}

export interface RibbonGroup {
  readonly id: string;
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

/** What the page takes from an add-in's manifest. */
export interface Manifest {
  readonly name: string;
  readonly tab: string;
  readonly groups: readonly RibbonGroup[];
  readonly page: string;
  readonly icon: string | undefined;
  readonly functions: { readonly metadata: string; readonly namespace: string } | undefined;
}

function childrenOf(element: Element | undefined, name: string): Element[] {
  return [...(element?.children ?? [])].filter((child) => child.localName === name);
}

function find(element: Element | Document, name: string, type?: string): Element | undefined {
  return [...element.getElementsByTagNameNS('*', name)].find(
    (one) => type === undefined || one.getAttribute('xsi:type') === type,
  );
}

/**
 * Reads a manifest. Its addresses are those of the repository's development server; they are served
 * from `origin` here, whatever its port.
 */
export function readManifest(xml: string, origin: string): Manifest {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const fault = document.querySelector('parsererror');
  if (fault) throw new Error(`manifest.xml cannot be read: ${fault.textContent}`);
  const resources = new Map<string, string>();
  for (const kind of ['Image', 'Url', 'String']) {
    for (const element of document.getElementsByTagNameNS('*', kind)) {
      const id = element.getAttribute('id');
      if (id) resources.set(id, element.getAttribute('DefaultValue') ?? '');
    }
  }
  const text = (element: Element | undefined): string =>
    resources.get(element?.getAttribute('resid') ?? '') ?? '';
  const address = (value: string): string => {
    if (value === '') return '';
    const url = new URL(value);
    return `${origin}${url.pathname}${url.search}`;
  };
  const icon = (element: Element): string | undefined => {
    const images = childrenOf(childrenOf(element, 'Icon')[0], 'Image').sort(
      (left, right) => Number(right.getAttribute('size')) - Number(left.getAttribute('size')),
    );
    return images[0] && address(text(images[0]));
  };
  const button = (element: Element): RibbonButton[] => {
    const [action] = childrenOf(element, 'Action');
    const kind = action?.getAttribute('xsi:type');
    const functionName = childrenOf(action, 'FunctionName')[0]?.textContent ?? '';
    return [
      {
        id: element.getAttribute('id') ?? '',
        label: text(childrenOf(element, 'Label')[0]),
        tip: text(childrenOf(childrenOf(element, 'Supertip')[0], 'Description')[0]),
        icon: icon(element),
        action:
          kind === 'ShowTaskpane'
            ? { kind: 'showPane', page: address(text(childrenOf(action, 'SourceLocation')[0])) }
            : { kind: 'execute', functionName },
      },
    ];
  };
  const tab = find(document, 'CustomTab');
  const functions = find(document, 'ExtensionPoint', 'CustomFunctions');
  const metadata = functions && find(functions, 'Metadata');
  const namespace = functions && find(functions, 'Namespace');
  const settings = find(document, 'DefaultSettings');
  return {
    name: find(document, 'DisplayName')?.getAttribute('DefaultValue') ?? 'Add-in',
    tab: text(childrenOf(tab, 'Label')[0]) || 'Add-in',
    groups: childrenOf(tab, 'Group').map((group) => ({
      id: group.getAttribute('id') ?? '',
      label: text(childrenOf(group, 'Label')[0]),
      buttons: childrenOf(group, 'Control').flatMap(button),
    })),
    page: address(childrenOf(settings, 'SourceLocation')[0]?.getAttribute('DefaultValue') ?? ''),
    icon: address(find(document, 'IconUrl')?.getAttribute('DefaultValue') ?? '') || undefined,
    functions: metadata && {
      metadata: address(text(childrenOf(metadata, 'SourceLocation')[0])),
      namespace: text(namespace),
    },
  };
}
