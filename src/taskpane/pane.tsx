import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, use, useState, type ReactNode } from 'react';
import type { PageName } from '../wording';
import type { ThemeSource } from './environment';
import { DropPlace } from './import/drop-place';
import { Loading } from './loading';
import { NoticeBar } from './notice-bar';
import { PaneProvider, usePane, usePaneState, type PaneContents } from './pane-context';
import { ReportPage } from './report/report-page';
import { Tabs } from './tabs';
import { useActions } from './use-actions';
import { useData } from './use-data';
import { useTheme } from './use-theme';

const TargetsPage = lazy(async () => ({
  default: (await import('./targets/targets-page')).TargetsPage,
}));
const QualityPage = lazy(async () => ({
  default: (await import('./quality/quality-page')).QualityPage,
}));
const ImportPage = lazy(async () => ({
  default: (await import('./import/import-page')).ImportPage,
}));
const ActionsPage = lazy(async () => ({
  default: (await import('./actions/actions-page')).ActionsPage,
}));

const useStyles = makeStyles({
  provider: { minHeight: '100vh', display: 'flex', flexDirection: 'column' },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    padding: `0 ${tokens.spacingHorizontalS}`,
  },
  title: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  main: { flexGrow: 1 },
  page: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
});

export function Pane({
  contents,
  theme,
  ready,
}: {
  readonly contents: PaneContents;
  readonly theme: ThemeSource;
  /** What the pages wait for. */
  readonly ready: Promise<unknown>;
}) {
  const styles = useStyles();
  const { theme: fluent, colorScheme } = useTheme(theme);
  return (
    <FluentProvider theme={fluent} className={styles.provider} style={{ colorScheme }}>
      <PaneProvider value={contents}>
        <Suspense fallback={<Loading />}>
          <Pages ready={ready} />
        </Suspense>
      </PaneProvider>
    </FluentProvider>
  );
}

const pages: readonly PageName[] = ['report', 'targets', 'actions', 'quality'];

function Pages({ ready }: { readonly ready: Promise<unknown> }) {
  use(ready);
  const styles = useStyles();
  const { store, pane } = usePane();
  const { page, built, files } = usePaneState();
  const isImporting = files.length > 0;
  const data = useData();
  const isVisited = useVisited(page);
  const actions = useActions(built !== undefined || isVisited('actions'));
  const contents: Readonly<Record<PageName, ReactNode>> = {
    report: <ReportPage data={data} actions={actions} />,
    targets: <TargetsPage data={data} />,
    actions: <ActionsPage actions={actions} />,
    quality: <QualityPage data={data} />,
  };
  return (
    <>
      <DropPlace />
      <header className={styles.head}>
        <h1 className={styles.title}>{pane.title}</h1>
        <div hidden={isImporting}>
          <Tabs
            label={pane.title}
            selected={page}
            tabs={pages.map((name) => ({
              name,
              text: pane.pages[name],
              id: `tab-${name}`,
              controls: `page-${name}`,
            }))}
            onSelect={(name) => {
              store.goTo(name);
            }}
          />
        </div>
      </header>
      <NoticeBar />
      {/* Pages stay where they were: leaving one loses nothing that was typed on it. */}
      <main className={styles.main}>
        {isImporting && (
          <div className={styles.page}>
            <Suspense fallback={<Loading />}>
              <ImportPage />
            </Suspense>
          </div>
        )}
        {pages.map((name) => (
          <div
            key={name}
            id={`page-${name}`}
            role="tabpanel"
            aria-labelledby={`tab-${name}`}
            className={styles.page}
            hidden={name !== page || isImporting}
          >
            {isVisited(name) && <Suspense fallback={<Loading />}>{contents[name]}</Suspense>}
          </div>
        ))}
      </main>
    </>
  );
}

/** Remembers which pages were shown, so that the others need not be loaded. */
function useVisited(page: PageName): (name: PageName) => boolean {
  const [visited, setVisited] = useState<ReadonlySet<PageName>>(new Set([page]));
  if (!visited.has(page)) setVisited(new Set([...visited, page]));
  return (name) => visited.has(name);
}
