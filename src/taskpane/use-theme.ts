import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useCallback, useSyncExternalStore } from 'react';
import type { ThemeSource } from './environment';

/** Fluent's theme, and the scheme in which the browser draws what Fluent leaves to it. */
export interface PaneTheme {
  readonly theme: Theme;
  readonly colorScheme: 'dark' | 'light';
}

const dark: PaneTheme = { theme: webDarkTheme, colorScheme: 'dark' };
const light: PaneTheme = { theme: webLightTheme, colorScheme: 'light' };

export function useTheme(source: ThemeSource): PaneTheme {
  const watch = useCallback((listener: () => void) => source.watch(listener), [source]);
  const isDark = useSyncExternalStore(watch, () => source.isDark());
  return isDark ? dark : light;
}
