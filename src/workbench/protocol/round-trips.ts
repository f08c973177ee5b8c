/** Requests of the add-in so far: those that changed the workbook apart from those that read. */
export class RoundTrips {
  reads = 0;
  writes = 0;
  /** Letting references go and answering custom functions: nothing waits for these. */
  upkeep = 0;
  /** The size of the largest request and answer, in bytes. */
  largest = 0;

  get total(): number {
    return this.reads + this.writes;
  }

  reset(): void {
    this.reads = 0;
    this.writes = 0;
    this.upkeep = 0;
    this.largest = 0;
  }
}
