import { useEffect, useRef } from 'react';
import type { KeyboardEvent, PointerEvent, ReactElement } from 'react';

import type { WorkbenchHost } from '../protocol';
import { focusBeside } from './focus-beside';
import { DismissIcon } from './icons';
import { fittingPaneWidth, paneWidths } from './options';
import type { ThemeName } from './options';

interface TaskPaneProps {
  readonly host: WorkbenchHost | undefined;
  readonly title: string;
  readonly icon: string | undefined;
  readonly address: string;
  readonly isOpen: boolean;
  readonly width: number;
  readonly theme: ThemeName;
  readonly onWidth: (width: number) => void;
  readonly onClose: () => void;
}

const step = 10;

/**
 * The add-in's page in a frame. Closing hides it and no more: as in Excel's shared runtime, the page
 * goes on serving the ribbon and the functions.
 */
export function TaskPane(props: TaskPaneProps): ReactElement {
  const { host, title, icon, address, isOpen, width, theme, onWidth } = props;
  const place = useRef<HTMLDivElement>(null);
  const isDragging = useRef(false);

  useEffect(() => {
    const parent = place.current;
    if (!host || !parent || address === '') return;
    const frame = document.createElement('iframe');
    const { origin } = new URL(address);
    const connection = host.connect({
      origin,
      language: 'en-US',
      post: (message) => frame.contentWindow?.postMessage(message, origin),
      onLeave: (direction) => {
        focusBeside(frame, direction);
      },
    });
    const receive = (event: MessageEvent): void => {
      if (event.source !== frame.contentWindow || typeof event.data !== 'string') return;
      connection.receive(event.data);
    };
    window.addEventListener('message', receive);
    // Office.js reads the name while the page loads: it must stand before.
    frame.name = connection.windowName;
    frame.title = title;
    frame.src = address;
    parent.append(frame);
    void connection.ready.then(() => {
      if (window.workbench?.host === host) window.workbench.isReady = true;
    });
    return () => {
      window.removeEventListener('message', receive);
      connection.close();
      frame.remove();
    };
  }, [host, address, title]);

  const drag = (event: PointerEvent): void => {
    if (isDragging.current) onWidth(fittingPaneWidth(window.innerWidth - event.clientX));
  };
  const press = (event: KeyboardEvent): void => {
    const change = { ArrowLeft: step, ArrowRight: -step }[event.key];
    const edge = { Home: paneWidths.most, End: paneWidths.least }[event.key];
    if (change === undefined && edge === undefined) return;
    onWidth(fittingPaneWidth(edge ?? width + (change ?? 0)));
    event.preventDefault();
  };
  return (
    <aside
      className={isOpen ? 'task-pane' : 'task-pane closed'}
      aria-label={title}
      aria-hidden={!isOpen}
      inert={!isOpen}
      style={{ width }}
    >
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- ARIA counts a separator that moves among the widgets. */}
      <div
        className="splitter"
        role="separator"
        aria-orientation="vertical"
        aria-label="Width of the task pane"
        aria-valuenow={width}
        aria-valuemin={paneWidths.least}
        aria-valuemax={paneWidths.most}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- ARIA: such a separator takes the focus.
        tabIndex={0}
        onKeyDown={press}
        onPointerDown={(event) => {
          isDragging.current = true;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={drag}
        onPointerUp={() => {
          isDragging.current = false;
        }}
        onLostPointerCapture={() => {
          isDragging.current = false;
        }}
      />
      <div className="pane-title">
        {icon !== undefined && <img src={icon} alt="" />}
        <h2>{title}</h2>
        <button
          type="button"
          className="quiet"
          aria-label="Close task pane"
          onClick={props.onClose}
        >
          <DismissIcon />
        </button>
      </div>
      {/* A frame's preferred colour scheme is that of the element it stands in. */}
      <div ref={place} className="pane-page" style={{ colorScheme: theme }} />
    </aside>
  );
}
