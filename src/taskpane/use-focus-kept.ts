import { useEffect, useRef, type RefObject } from 'react';
import { control } from './use-focus-first';

/**
 * Keeps the focus where the person is when the control that they used goes away, as a question does
 * once it is answered: it moves to the first control left within the place, else to the next one
 * behind it. `changed` is what the place shows.
 */
export function useFocusKept<E extends HTMLElement>(
  changed: unknown,
): { readonly place: RefObject<E | null>; readonly noteUse: () => void } {
  const place = useRef<E>(null);
  const isUsed = useRef(false);
  useEffect(() => {
    const here = place.current;
    if (!isUsed.current || !here) return;
    const focused = document.activeElement;
    // The control is still there: wait, unless the person went elsewhere by themselves.
    isUsed.current = here.contains(focused);
    if (focused !== document.body) return;
    const behind = () =>
      [...document.querySelectorAll<HTMLElement>(control)].find(
        (other) => (here.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
      );
    (here.querySelector<HTMLElement>(control) ?? behind())?.focus();
  }, [changed]);
  return {
    place,
    noteUse: () => {
      isUsed.current = true;
    },
  };
}
