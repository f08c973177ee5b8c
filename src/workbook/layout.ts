import type { CellContent } from './cell';
import type { Area } from './address';

/** A colour as `#RRGGBB`. */
export type Colour = `#${string}`;

export interface BorderEdge {
  readonly style: 'hair' | 'thin' | 'medium' | 'thick' | 'double' | 'dotted' | 'dashed';
  readonly colour: Colour;
}

/** How a cell looks. What is left out stays as it is. */
export interface CellStyle {
  /** A number format in Excel's own English spelling, `#,##0.00`. */
  readonly numberFormat?: string;
  readonly fill?: Colour;
  readonly font?: {
    readonly name?: string;
    /** In points. */
    readonly size?: number;
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly underline?: boolean;
    readonly colour?: Colour;
  };
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly border?: {
    readonly top?: BorderEdge;
    readonly bottom?: BorderEdge;
    readonly left?: BorderEdge;
    readonly right?: BorderEdge;
  };
}

/** One style over an area. Of runs that overlap, the later wins, property by property. */
export interface FormatRun {
  readonly area: Area;
  readonly style: CellStyle;
}

/** A conditional format. Formulas are relative to the area's first cell and carry their `=`. */
export type ConditionalRule =
  | {
      readonly kind: 'cellValue';
      readonly area: Area;
      readonly operator:
        | 'greaterThan'
        | 'greaterThanOrEqual'
        | 'lessThan'
        | 'lessThanOrEqual'
        | 'equalTo'
        | 'notEqualTo'
        | 'between'
        | 'notBetween';
      readonly formula1: string;
      readonly formula2?: string;
      readonly style: CellStyle;
    }
  | {
      readonly kind: 'custom';
      readonly area: Area;
      readonly formula: string;
      readonly style: CellStyle;
    }
  | {
      readonly kind: 'dataBar';
      readonly area: Area;
      /** Bounds of the scale; left out, the least and greatest value of the area. */
      readonly min?: number;
      readonly max?: number;
      readonly positive: Colour;
      readonly negative: Colour;
      readonly showValue: boolean;
    }
  | {
      readonly kind: 'iconSet';
      readonly area: Area;
      readonly set: 'threeTriangles' | 'threeArrows' | 'threeTrafficLights' | 'threeSymbols';
      /** The second and third icon start at these values. */
      readonly thresholds: readonly [number, number];
      readonly showValue: boolean;
    }
  | {
      readonly kind: 'colourScale';
      readonly area: Area;
      /** Two or three colours, from the least to the greatest value. */
      readonly colours: readonly Colour[];
    };

export interface ChartSeries {
  readonly name: string;
  /** One row or one column of figures on the chart's own sheet. */
  readonly values: Area;
  readonly kind: 'column' | 'line';
  readonly colour: Colour;
  /** An outlined series without fill, as targets are drawn. */
  readonly outlined?: boolean;
}

/** A native chart over cells of the same sheet. */
export interface Chart {
  readonly name: string;
  readonly title: string;
  /** What the chart shows, in words, for screen readers. */
  readonly description: string;
  readonly categories: Area;
  readonly series: readonly ChartSeries[];
  /** The cells the chart covers. */
  readonly place: Area;
  readonly valueFormat?: string;
}

export interface Table {
  readonly name: string;
  /** Header row included. */
  readonly area: Area;
  /** A built-in table style, `TableStyleMedium2`. */
  readonly style?: string;
}

export interface PrintSetup {
  readonly landscape: boolean;
  readonly area: Area;
  /** The number of rows at the top that every page repeats. */
  readonly titleRows: number;
}

/** What stands on a sheet and how it looks. */
export interface Layout {
  /** Rows of cells from A1; a row may be shorter than others. */
  readonly cells: readonly (readonly CellContent[])[];
  readonly formats: readonly FormatRun[];
  /** By column, counted from 0; in characters of the standard font. */
  readonly columnWidths: Readonly<Record<number, number>>;
  /** By row, counted from 0; in points. */
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly gridlines: boolean;
  readonly tabColour?: Colour;
  readonly merges: readonly Area[];
  readonly rules: readonly ConditionalRule[];
  readonly charts: readonly Chart[];
  readonly tables: readonly Table[];
  readonly print?: PrintSetup;
}
