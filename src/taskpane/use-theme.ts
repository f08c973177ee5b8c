import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useCallback, useSyncExternalStore } from 'react';
import type { ThemeSource } from './environment';

export function useTheme(source: ThemeSource): Theme {
  const watch = useCallback((listener: () => void) => source.watch(listener), [source]);
  const isDark = useSyncExternalStore(watch, () => source.isDark());
  return isDark ? webDarkTheme : webLightTheme;
}
