export type PaneVisibility = 'Inactive' | 'Background' | 'Visible';

/** Whether the add-in's pane is to be seen. The add-in may ask; whoever shows the pane listens. */
export class PaneState {
  visibility: PaneVisibility = 'Visible';
  /** Called when the add-in wishes its pane shown or hidden. */
  onAsked: ((visibility: PaneVisibility) => void) | undefined;

  ask(visibility: PaneVisibility): void {
    this.visibility = visibility;
    this.onAsked?.(visibility);
  }
}
