import type { ThemeSource } from '../taskpane';

/** The program's own theme where it tells one, else the one the person chose for their machine. */
export function officeTheme(): ThemeSource {
  const machine = window.matchMedia('(prefers-color-scheme: dark)');
  return {
    isDark: () => findOfficeDarkness() ?? machine.matches,
    watch: (listener) => {
      machine.addEventListener('change', listener);
      return () => {
        machine.removeEventListener('change', listener);
      };
    },
  };
}

/** Excel on some platforms has no `officeTheme`, and older versions only its colours. */
function findOfficeDarkness(): boolean | undefined {
  const theme = Office.context.officeTheme as Partial<Office.OfficeTheme> | null | undefined;
  if (!theme) return undefined;
  return theme.isDarkTheme ?? isDarkColour(theme.bodyBackgroundColor);
}

/** Whether `#RRGGBB` is nearer to black than to white, by its luma (ITU-R BT.601). */
function isDarkColour(colour: string | undefined): boolean | undefined {
  const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour ?? '');
  if (!parts) return undefined;
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => Number.parseInt(part, 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
}
