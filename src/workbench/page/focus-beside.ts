const focusable =
  'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, [tabindex="0"]';

/** Moves the focus to what comes after an element, or before it; past the last to the first. */
export function focusBeside(element: Element, direction: 'forward' | 'backward'): void {
  const stops = [...document.querySelectorAll<HTMLElement>(focusable)].filter(
    (stop) => stop.tabIndex >= 0 && stop.checkVisibility() && !stop.closest('[inert]'),
  );
  const lies = (side: number) => (stop: HTMLElement) =>
    (element.compareDocumentPosition(stop) & side) !== 0;
  const next =
    direction === 'forward'
      ? (stops.find(lies(Node.DOCUMENT_POSITION_FOLLOWING)) ?? stops[0])
      : stops.findLast(lies(Node.DOCUMENT_POSITION_PRECEDING));
  next?.focus();
}
