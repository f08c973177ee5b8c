import { useEffect, useRef, useState, type RefObject } from 'react';

/**
 * Hands the focus on once what had it is gone: to the first of the selectors that finds something
 * within the place. Nothing is moved where the person went elsewhere by themselves.
 */
export function useFocusHanded<E extends HTMLElement>(): {
  readonly place: RefObject<E | null>;
  readonly handOn: (...selectors: string[]) => void;
} {
  const place = useRef<E>(null);
  const [wanted, setWanted] = useState<readonly string[]>([]);
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    for (const selector of wanted) {
      const found = place.current?.querySelector<HTMLElement>(selector);
      if (!found) continue;
      found.focus();
      return;
    }
  }, [wanted]);
  return {
    place,
    handOn: (...selectors) => {
      setWanted(selectors);
    },
  };
}
