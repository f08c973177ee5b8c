import { FluentProvider, Text, Title3, webLightTheme } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import type { CommandPage } from '../commands';

export interface Pane {
  show(page: CommandPage): void;
  tell(cause: unknown): void;
}

/** Stands where the pane will be. */
export function mountPane(element: HTMLElement): Pane {
  const root = createRoot(element);
  const render = (text: string): void => {
    root.render(
      <FluentProvider theme={webLightTheme}>
        <Title3 as="h1" block>
          Sales Monitor
        </Title3>
        <Text block>{text}</Text>
      </FluentProvider>,
    );
  };
  render('');
  return {
    show: (page) => {
      render(page);
    },
    tell: (cause) => {
      render(cause instanceof Error ? cause.message : String(cause));
    },
  };
}
