import { useEffect, useState } from 'react';

import type { ThemeName } from './options';

const darkSystem = '(prefers-color-scheme: dark)';

/** The page's theme: the system's until somebody chooses. */
export function useTheme(chosen: ThemeName | undefined): [ThemeName, () => void] {
  const [choice, setChoice] = useState(chosen);
  const [system, setSystem] = useState<ThemeName>(
    window.matchMedia(darkSystem).matches ? 'dark' : 'light',
  );
  useEffect(() => {
    const query = window.matchMedia(darkSystem);
    const follow = (): void => {
      setSystem(query.matches ? 'dark' : 'light');
    };
    query.addEventListener('change', follow);
    return () => {
      query.removeEventListener('change', follow);
    };
  }, []);
  const theme = choice ?? system;
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return [
    theme,
    () => {
      setChoice(theme === 'dark' ? 'light' : 'dark');
    },
  ];
}
