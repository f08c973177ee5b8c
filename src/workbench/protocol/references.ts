import type { Spot, WorkbookModel } from '../model';

// An event's cells stay to be asked for until so many later events have come.
const rememberedEvents = 500;

/**
 * The cells that the client holds on to, by reference id. They move with their cells when rows
 * come in or go.
 */
export class References {
  readonly #spots = new Map<string, Spot>();
  readonly #ids = new Map<Spot, string>();
  /** How often each id is kept: two contexts may hold the same. */
  readonly #kept = new Map<string, number>();
  readonly #ofEvents: string[] = [];
  #last = 0;

  constructor(private readonly workbook: WorkbookModel) {}

  idOf(spot: Spot): string {
    const known = this.#ids.get(spot);
    if (known !== undefined) return known;
    this.#last += 1;
    const id = `ref${String(this.#last)}`;
    this.#ids.set(spot, id);
    this.#spots.set(id, spot);
    this.workbook.spots.add(spot);
    return id;
  }

  find(id: string): Spot | undefined {
    return this.#spots.get(id);
  }

  keep(id: string): void {
    this.#kept.set(id, (this.#kept.get(id) ?? 0) + 1);
  }

  drop(id: string): void {
    const left = (this.#kept.get(id) ?? 0) - 1;
    if (left > 0) this.#kept.set(id, left);
    else this.#forget(id);
  }

  keepForEvent(spot: Spot): string {
    const id = this.idOf(spot);
    this.keep(id);
    this.#ofEvents.push(id);
    if (this.#ofEvents.length > rememberedEvents) this.drop(this.#ofEvents.shift() ?? '');
    return id;
  }

  /** At the end of a request: what nobody keeps is forgotten. */
  forgetUnkept(): void {
    for (const id of this.#spots.keys()) if (!this.#kept.has(id)) this.#forget(id);
  }

  #forget(id: string): void {
    const spot = this.#spots.get(id);
    if (!spot) return;
    this.#kept.delete(id);
    this.#spots.delete(id);
    this.#ids.delete(spot);
    this.workbook.spots.delete(spot);
  }
}
