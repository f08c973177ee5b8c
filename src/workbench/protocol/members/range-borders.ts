import type { Area, BorderEdge, CellStyle } from '../../../workbook';
import type { Spot } from '../../model';
import { readColour, readOne } from '../arguments';
import { HostCollection, HostObject, identity, typeName } from '../host-object';
import { areaOf, writable } from './objects';

type Side = 'top' | 'bottom' | 'left' | 'right';

const edges = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideHorizontal',
  'InsideVertical',
] as const;
type Edge = (typeof edges)[number];

/** The cells that carry an edge of an area, and the side of them it stands on. */
function carriers(edge: Edge, area: Area): { area: Area; side: Side } | undefined {
  const { row, column, rows, columns } = area;
  switch (edge) {
    case 'EdgeTop':
      return { area: { ...area, rows: 1 }, side: 'top' };
    case 'EdgeBottom':
      return { area: { ...area, row: row + rows - 1, rows: 1 }, side: 'bottom' };
    case 'EdgeLeft':
      return { area: { ...area, columns: 1 }, side: 'left' };
    case 'EdgeRight':
      return { area: { ...area, column: column + columns - 1, columns: 1 }, side: 'right' };
    case 'InsideHorizontal':
      return rows > 1 ? { area: { ...area, rows: rows - 1 }, side: 'bottom' } : undefined;
    case 'InsideVertical':
      return columns > 1 ? { area: { ...area, columns: columns - 1 }, side: 'right' } : undefined;
  }
}

const lines = {
  hair: { style: 'Continuous', weight: 'Hairline' },
  thin: { style: 'Continuous', weight: 'Thin' },
  medium: { style: 'Continuous', weight: 'Medium' },
  thick: { style: 'Continuous', weight: 'Thick' },
  dashed: { style: 'Dash', weight: 'Thin' },
  dotted: { style: 'Dot', weight: 'Thin' },
  double: { style: 'Double', weight: 'Thick' },
} as const;

const lineStyles = ['Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot'];

export class RangeBorderCollection extends HostCollection {
  readonly [typeName] = 'RangeBorderCollection';

  constructor(private readonly spot: Spot) {
    super();
  }

  list() {
    return edges.map((edge) => new RangeBorder(this.spot, edge));
  }
  get count() {
    return edges.length;
  }
  getItem(key: unknown) {
    return new RangeBorder(this.spot, readOne(key, edges));
  }
}

class RangeBorder extends HostObject {
  readonly [typeName] = 'RangeBorder';

  constructor(
    private readonly spot: Spot,
    private readonly edge: Edge,
  ) {
    super();
  }

  override get [identity]() {
    return { Id: this.edge };
  }
  get id() {
    return this.edge;
  }
  get sideIndex() {
    return this.edge;
  }

  get style() {
    const line = this.#line();
    return line === null ? null : line ? lines[line.style].style : 'None';
  }
  set style(value: unknown) {
    const style = readOne(value, ['None', ...lineStyles]);
    if (style === 'None') this.#remove();
    else if (style === 'Continuous') this.#set({ style: 'thin' });
    else if (style === 'Double') this.#set({ style: 'double' });
    else this.#set({ style: style === 'Dot' ? 'dotted' : 'dashed' });
  }
  get weight() {
    const line = this.#line();
    return line === null ? null : line ? lines[line.style].weight : 'Thin';
  }
  set weight(value: unknown) {
    const weight = readOne(value, ['Hairline', 'Thin', 'Medium', 'Thick']);
    const style = ({ Hairline: 'hair', Thin: 'thin', Medium: 'medium', Thick: 'thick' } as const)[
      weight
    ];
    const now = this.#line()?.style;
    // A dashed, dotted or double line has no weight of its own here.
    if (now !== 'dashed' && now !== 'dotted' && now !== 'double') this.#set({ style });
  }
  get color() {
    const line = this.#line();
    return line === null ? '' : (line?.colour ?? '#000000');
  }
  set color(value: unknown) {
    this.#set({ colour: readColour(value) });
  }

  #line(): BorderEdge | undefined | null {
    const on = carriers(this.edge, areaOf(this.spot));
    if (!on) return undefined;
    // Edges are compared by what they say, for each run has its own.
    const text = this.spot.sheet.formats.uniform(on.area, (style) => {
      const line = style.border?.[on.side];
      return line && JSON.stringify(line);
    });
    return text ? (JSON.parse(text) as BorderEdge) : (text as undefined | null);
  }

  #set(change: Partial<BorderEdge>): void {
    const on = carriers(this.edge, areaOf(this.spot));
    if (!on) return;
    const line = { style: 'thin', colour: '#000000', ...this.#line(), ...change } as const;
    writable(this.spot.sheet).addFormat(on.area, { border: { [on.side]: line } });
  }

  #remove(): void {
    const on = carriers(this.edge, areaOf(this.spot));
    if (!on) return;
    writable(this.spot.sheet).editFormats(on.area, (style) => withoutSide(style, on.side));
  }
}

function withoutSide({ border = {}, ...style }: CellStyle, side: Side): CellStyle {
  const kept = Object.fromEntries(Object.entries(border).filter(([key]) => key !== side));
  return Object.keys(kept).length > 0 ? { ...style, border: kept } : style;
}
