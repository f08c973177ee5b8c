import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';

import { findPlace, WorkbookError } from '../../workbook';
import type { FunctionsFile } from '../functions';
import { LossDialog } from './loss-dialog';
import { losses } from './losses';
import { readManifest } from './manifest';
import type { Manifest, RibbonButton } from './manifest';
import { MessageBar } from './message-bar';
import type { Message } from './message-bar';
import type { OpenWorkbook, ReadFile } from './open-workbook';
import type { PageOptions } from './options';
import { Ribbon } from './ribbon';
import { TaskPane } from './task-pane';
import { useTheme } from './theme';
import { TitleBar } from './title-bar';

const usualSample = 'adventureworks.xlsx';

type Files = typeof import('./open-workbook');
type Charts = typeof import('./sheet-charts');

/** The grid is two thirds of the page's code: the frame stands before it is there. */
async function loadGrid(): Promise<Files & Charts> {
  const [files, charts] = await Promise.all([import('./open-workbook'), import('./sheet-charts')]);
  return { ...files, ...charts };
}

interface AddIn {
  readonly manifest: Manifest;
  readonly functions: FunctionsFile;
}

function sentence(cause: unknown): string {
  if (cause instanceof WorkbookError && cause.code === 'unreadableFile') {
    return 'it is no Excel workbook (.xlsx), or a part of it is broken. The workbook before it is still open.';
  }
  return cause instanceof Error ? cause.message : String(cause);
}

interface WorkbenchPageProps {
  readonly options: PageOptions;
}

export function WorkbenchPage({ options }: WorkbenchPageProps): ReactElement {
  const [theme, changeTheme] = useTheme(options.theme);
  const [addIn, setAddIn] = useState<AddIn>();
  const [workbook, setWorkbook] = useState<OpenWorkbook>();
  const [message, setMessage] = useState<Message>();
  const [busy, setBusy] = useState<string | undefined>('Starting …');
  const [isPaneOpen, setPaneOpen] = useState(options.isPaneOpen);
  const [paneWidth, setPaneWidth] = useState(options.paneWidth);
  const [isAsking, setAsking] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef<OpenWorkbook>(undefined);
  const themeNow = useRef(theme);

  const show = useCallback(
    async (label: string, read: (files: Files) => Promise<ReadFile> | ReadFile, parts: AddIn) => {
      setBusy(`Opening ${label} …`);
      setMessage(undefined);
      try {
        const grid = await loadGrid();
        const file = await read(grid);
        const container = place.current;
        if (!container) return;
        shown.current?.close();
        const { manifest, functions } = parts;
        const isDark = themeNow.current === 'dark';
        const opened = grid.openWorkbook(container, file, manifest, functions, isDark);
        const stopCharts = grid.followCharts(opened);
        shown.current = {
          ...opened,
          close: () => {
            stopCharts();
            opened.close();
          },
        };
        window.workbench = { host: opened.host, findPlace, isReady: false };
        opened.host.pane.onAsked = (visibility) => {
          setPaneOpen(visibility === 'Visible');
        };
        setWorkbook(opened);
        document.title = `${file.name} – Sales Monitor workbench`;
      } catch (cause) {
        setMessage({ tone: 'error', text: `${label} could not be opened: ${sentence(cause)}` });
      } finally {
        setBusy(undefined);
      }
    },
    [],
  );

  useEffect(() => {
    let isGone = false;
    const start = async (): Promise<void> => {
      try {
        const response = await fetch('/manifest.xml');
        const manifest = readManifest(await response.text(), window.location.origin);
        const functions = await (await loadGrid()).readFunctions(manifest);
        if (isGone) return;
        setAddIn({ manifest, functions });
        const name = options.file ?? usualSample;
        await show(
          name === 'new' ? 'a blank workbook' : name,
          (files) => (name === 'new' ? files.blankFile : files.readSample(name)),
          { manifest, functions },
        );
      } catch (cause) {
        setBusy(undefined);
        setMessage({ tone: 'error', text: `The add-in could not be loaded: ${sentence(cause)}` });
      }
    };
    void start();
    return () => {
      isGone = true;
      shown.current?.close();
      shown.current = undefined;
    };
  }, [options.file, show]);

  useEffect(() => {
    themeNow.current = theme;
    workbook?.grid.setDark(theme === 'dark');
  }, [theme, workbook]);

  useEffect(() => {
    workbook?.host.pane.isNow(isPaneOpen ? 'Visible' : 'Background');
  }, [isPaneOpen, workbook]);

  const save = async (): Promise<void> => {
    setAsking(false);
    if (!workbook) return;
    setBusy('Saving …');
    try {
      const bytes = await workbook.bytes();
      const name = copyName(workbook.file.name);
      download(bytes, name);
      setMessage({ tone: 'info', text: `${name} is among your downloads.` });
    } catch (cause) {
      setMessage({ tone: 'error', text: `The copy could not be saved: ${sentence(cause)}` });
    } finally {
      setBusy(undefined);
    }
  };

  const press = async ({ action, label }: RibbonButton): Promise<void> => {
    if (action.kind === 'showPane') {
      setPaneOpen(true);
      return;
    }
    if (!workbook) return;
    const outcome = await workbook.host.invokeCommand(action.functionName);
    if (outcome === 'notAssociated') {
      const text = `"${label}" does nothing yet: the add-in associates no function with ${action.functionName}.`;
      setMessage({ tone: 'error', text });
    }
  };

  const lost = workbook ? losses(workbook.file.notCarried) : [];
  return (
    <div className="page">
      <TitleBar
        fileName={workbook?.file.name ?? 'Workbook'}
        theme={theme}
        isBusy={busy !== undefined || !addIn}
        onTheme={changeTheme}
        onNew={() => {
          if (addIn) void show('a blank workbook', (files) => files.blankFile, addIn);
        }}
        onSample={() => {
          if (addIn) void show(usualSample, (files) => files.readSample(usualSample), addIn);
        }}
        onOpen={(file) => {
          const read = async (files: Files): Promise<ReadFile> =>
            files.readFile(file.name, await file.arrayBuffer());
          if (addIn) void show(file.name, read, addIn);
        }}
        onSave={() => {
          if (lost.length > 0) setAsking(true);
          else void save();
        }}
      />
      {addIn && (
        <Ribbon
          manifest={addIn.manifest}
          isPaneOpen={isPaneOpen}
          onPress={(button) => void press(button)}
          onPane={() => {
            setPaneOpen(!isPaneOpen);
          }}
        />
      )}
      {message && (
        <MessageBar
          message={message}
          onDismiss={() => {
            setMessage(undefined);
          }}
        />
      )}
      <main className="work">
        <div className="sheet" ref={place} aria-label="Workbook" aria-busy={busy !== undefined}>
          {busy !== undefined && (
            <div className="busy" role="status">
              <span className="spinner" aria-hidden="true" />
              {busy}
            </div>
          )}
        </div>
        <TaskPane
          host={workbook?.host}
          title={addIn?.manifest.name ?? 'Task pane'}
          icon={addIn?.manifest.icon}
          address={addIn?.manifest.page ?? ''}
          isOpen={isPaneOpen}
          width={paneWidth}
          theme={theme}
          onWidth={setPaneWidth}
          onClose={() => {
            setPaneOpen(false);
          }}
        />
      </main>
      {isAsking && workbook && (
        <LossDialog
          fileName={workbook.file.name}
          losses={lost}
          onSave={() => void save()}
          onCancel={() => {
            setAsking(false);
          }}
        />
      )}
    </div>
  );
}

/** @example copyName('Sales.xlsx') // 'Sales (copy).xlsx' */
function copyName(name: string): string {
  return `${name.replace(/\.xls[xm]$/i, '')} (copy).xlsx`;
}

function download(bytes: Uint8Array, name: string): void {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
