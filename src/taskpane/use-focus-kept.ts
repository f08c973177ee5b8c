import { useEffect, useRef, type RefObject } from 'react';
import { control } from './use-focus-first';

/** Whether a control was used since the focus was last looked after. */
export type Used = RefObject<boolean>;

/**
 * Keeps the focus where the person is when the control that they used goes away, as a question does
 * once it is answered: it moves to the first control left within the place, else to the next one
 * behind it. `changed` is what the place shows; `shared` is known to all places that may take each
 * other's place.
 */
export function useFocusKept<E extends HTMLElement>(
  changed: unknown,
  shared?: Used,
): { readonly place: RefObject<E | null>; readonly noteUse: () => void } {
  const place = useRef<E>(null);
  const own = useRef(false);
  const isUsed = shared ?? own;
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
  }, [changed, isUsed]);
  return {
    place,
    noteUse: () => {
      isUsed.current = true;
    },
  };
}
