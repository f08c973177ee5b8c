import { useEffect, useRef, type RefObject } from 'react';

/** What the focus can be moved to. */
export const control = 'input:checked, input:not([type="radio"]), select, button';

/**
 * Moves the focus to the first control within, when that appears in place of what had the focus.
 * Always to a control: in Excel on the web, office.js takes the Tab key over and goes on only from
 * what is in the tab order, so that a focused heading would be a dead end.
 */
export function useFocusFirst<E extends HTMLElement>(isWanted: boolean): RefObject<E | null> {
  const place = useRef<E>(null);
  useEffect(() => {
    if (isWanted) place.current?.querySelector<HTMLElement>(control)?.focus();
  }, [isWanted]);
  return place;
}
