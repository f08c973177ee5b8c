import { useId, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';

import { PaneIcon } from './icons';
import type { Manifest, RibbonButton } from './manifest';

interface RibbonProps {
  readonly manifest: Manifest;
  readonly isPaneOpen: boolean;
  readonly onPress: (button: RibbonButton) => void;
  readonly onPane: () => void;
}

/** The add-in's own tab, from its manifest, beside a view tab of the workbench. */
export function Ribbon({ manifest, isPaneOpen, onPress, onPane }: RibbonProps): ReactElement {
  const id = useId();
  const tabs = ['View', manifest.tab];
  const [active, setActive] = useState(1);
  const move = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const next = active === 0 ? 1 : 0;
    setActive(next);
    document.getElementById(`${id}-tab-${String(next)}`)?.focus();
    event.preventDefault();
  };
  return (
    <nav className="ribbon" aria-label="Ribbon">
      <div role="tablist" aria-label="Ribbon tabs" className="tabs">
        {tabs.map((label, index) => (
          <button
            key={label}
            type="button"
            role="tab"
            id={`${id}-tab-${String(index)}`}
            aria-selected={active === index}
            aria-controls={`${id}-panel`}
            tabIndex={active === index ? 0 : -1}
            onClick={() => {
              setActive(index);
            }}
            onKeyDown={move}
          >
            {label}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-tab-${String(active)}`}
        className="groups"
      >
        {active === 0 ? (
          <div className="group" role="group" aria-label="Show">
            <div className="buttons">
              <button type="button" aria-pressed={isPaneOpen} onClick={onPane}>
                <PaneIcon />
                <span>Task pane</span>
              </button>
            </div>
            <div className="group-label" aria-hidden="true">
              Show
            </div>
          </div>
        ) : (
          manifest.groups.map((group) => (
            <div key={group.id} className="group" role="group" aria-label={group.label}>
              <div className="buttons">
                {group.buttons.map((button) => (
                  <button
                    key={button.id}
                    type="button"
                    title={button.tip}
                    onClick={() => {
                      onPress(button);
                    }}
                  >
                    {button.icon !== undefined && <img src={button.icon} alt="" />}
                    <span>{button.label}</span>
                  </button>
                ))}
              </div>
              <div className="group-label" aria-hidden="true">
                {group.label}
              </div>
            </div>
          ))
        )}
      </div>
    </nav>
  );
}
