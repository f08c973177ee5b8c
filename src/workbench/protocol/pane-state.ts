export type PaneVisibility = 'Inactive' | 'Background' | 'Visible';

/** Whether the add-in's pane is to be seen. The add-in may ask; whoever shows the pane listens. */
export class PaneState {
  /** Called when the add-in wishes its pane shown or hidden. */
  onAsked: ((visibility: PaneVisibility) => void) | undefined;
  #visibility: PaneVisibility = 'Visible';

  get visibility(): PaneVisibility {
    return this.#visibility;
  }

  ask(visibility: PaneVisibility): void {
    this.#visibility = visibility;
    this.onAsked?.(visibility);
  }

  /** The person showed or hid it. */
  isNow(visibility: PaneVisibility): void {
    this.#visibility = visibility;
  }
}
