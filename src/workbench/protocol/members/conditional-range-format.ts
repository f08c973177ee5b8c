import type { CellStyle } from '../../../workbook';
import { mergeStyles, omitStyle } from '../../model';
import { readColour, readFlag, readOne, readText } from '../arguments';
import { HostObject, typeName } from '../host-object';

interface Styled {
  style: CellStyle;
}

/** The looks that a cell-value or custom rule gives its cells. */
export class ConditionalRangeFormat extends HostObject {
  readonly [typeName] = 'ConditionalRangeFormat';

  constructor(
    private readonly styled: Styled,
    private readonly changed: () => void,
  ) {
    super();
  }

  get fill() {
    return new ConditionalRangeFill(this.styled, this.changed);
  }
  get font() {
    return new ConditionalRangeFont(this.styled, this.changed);
  }
  get numberFormat() {
    return this.styled.style.numberFormat ?? null;
  }
  set numberFormat(value: unknown) {
    this.styled.style = { ...this.styled.style, numberFormat: readText(value) };
    this.changed();
  }
}

class ConditionalRangeFill extends HostObject {
  readonly [typeName] = 'ConditionalRangeFill';

  constructor(
    private readonly styled: Styled,
    private readonly changed: () => void,
  ) {
    super();
  }

  get color() {
    return this.styled.style.fill ?? '';
  }
  set color(value: unknown) {
    this.styled.style = { ...this.styled.style, fill: readColour(value) };
    this.changed();
  }
  clear() {
    this.styled.style = omitStyle(this.styled.style, 'fill');
    this.changed();
  }
}

class ConditionalRangeFont extends HostObject {
  readonly [typeName] = 'ConditionalRangeFont';
  readonly #set: (font: NonNullable<CellStyle['font']>) => void;

  constructor(
    private readonly styled: Styled,
    changed: () => void,
  ) {
    super();
    this.#set = (font) => {
      styled.style = mergeStyles(styled.style, { font });
      changed();
    };
  }

  get color() {
    return this.styled.style.font?.colour ?? '';
  }
  set color(value: unknown) {
    this.#set({ colour: readColour(value) });
  }
  get bold() {
    return this.styled.style.font?.bold ?? false;
  }
  set bold(value: unknown) {
    this.#set({ bold: readFlag(value) });
  }
  get italic() {
    return this.styled.style.font?.italic ?? false;
  }
  set italic(value: unknown) {
    this.#set({ italic: readFlag(value) });
  }
  get underline() {
    return this.styled.style.font?.underline ? 'Single' : 'None';
  }
  set underline(value: unknown) {
    this.#set({ underline: readOne(value, ['None', 'Single', 'Double']) !== 'None' });
  }
}
