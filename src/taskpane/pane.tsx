import { FluentProvider, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { PageName } from '../wording';
import type { ThemeSource } from './environment';
import { Loading } from './loading';
import { NoticeBar } from './notice-bar';
import { PaneProvider, usePane, usePaneState, type PaneContents } from './pane-context';
import { ReportPage } from './report/report-page';
import { useActions } from './use-actions';
import { useData } from './use-data';
import { useTheme } from './use-theme';

const TargetsPage = lazy(async () => ({
  default: (await import('./targets/targets-page')).TargetsPage,
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
  page: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`, flexGrow: 1 },
});

export function Pane({
  contents,
  theme,
}: {
  readonly contents: PaneContents;
  readonly theme: ThemeSource;
}) {
  const styles = useStyles();
  return (
    <FluentProvider theme={useTheme(theme)} className={styles.provider}>
      <PaneProvider value={contents}>
        <Pages />
      </PaneProvider>
    </FluentProvider>
  );
}

const pages: readonly PageName[] = ['report', 'targets', 'actions'];

function Pages() {
  const styles = useStyles();
  const { store, pane } = usePane();
  const { page, built } = usePaneState();
  const data = useData();
  const isVisited = useVisited(page);
  const actions = useActions(built !== undefined || isVisited('actions'));
  const contents: Readonly<Record<PageName, ReactNode>> = {
    report: <ReportPage data={data} actions={actions} />,
    targets: <TargetsPage data={data} />,
    actions: <ActionsPage actions={actions} />,
  };
  return (
    <>
      <header className={styles.head}>
        <h1 className={styles.title}>{pane.title}</h1>
        <TabList
          selectedValue={page}
          onTabSelect={(_, { value }) => {
            store.set({ page: value as PageName });
          }}
          aria-label={pane.title}
        >
          {pages.map((name) => (
            <Tab key={name} id={`tab-${name}`} value={name} aria-controls={`page-${name}`}>
              {pane.pages[name]}
            </Tab>
          ))}
        </TabList>
      </header>
      <NoticeBar />
      {/* Pages stay where they were: leaving one loses nothing that was typed on it. */}
      {pages.map((name) => (
        <div
          key={name}
          id={`page-${name}`}
          role="tabpanel"
          aria-labelledby={`tab-${name}`}
          className={styles.page}
          hidden={name !== page}
        >
          {isVisited(name) && <Suspense fallback={<Loading />}>{contents[name]}</Suspense>}
        </div>
      ))}
    </>
  );
}

/** Remembers which pages were shown, so that the others need not be loaded. */
function useVisited(page: PageName): (name: PageName) => boolean {
  const [visited, setVisited] = useState<ReadonlySet<PageName>>(new Set([page]));
  if (!visited.has(page)) setVisited(new Set([...visited, page]));
  return (name) => visited.has(name);
}
