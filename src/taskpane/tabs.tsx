import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, type KeyboardEvent } from 'react';

const useStyles = makeStyles({
  list: { display: 'flex', gap: tokens.spacingHorizontalXS },
  tab: {
    position: 'relative',
    border: 'none',
    backgroundColor: tokens.colorTransparentBackground,
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    whiteSpace: 'nowrap',
    // Four tabs side by side in the narrowest pane.
    '@media (max-width: 319px)': {
      paddingLeft: tokens.spacingHorizontalS,
      paddingRight: tokens.spacingHorizontalS,
    },
    ':hover': { color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  small: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}` },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': {
      content: '""',
      position: 'absolute',
      bottom: 0,
      left: tokens.spacingHorizontalS,
      right: tokens.spacingHorizontalS,
      height: tokens.strokeWidthThicker,
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandStroke,
    },
  },
});

export interface TabOption<Name extends string> {
  readonly name: Name;
  readonly text: string;
  readonly id?: string;
  /** The id of what the tab shows. */
  readonly controls?: string;
}

/** How far each key moves among `count` tabs. */
function target(key: string, index: number, count: number): number | undefined {
  const places: Readonly<Record<string, number>> = {
    ArrowRight: (index + 1) % count,
    ArrowLeft: (index + count - 1) % count,
    Home: 0,
    End: count - 1,
  };
  return places[key];
}

/**
 * A row of tabs: one stop for the Tab key, arrows within. Fluent's own TabList puts hidden elements
 * that take focus beside its tabs, which screen-reader checks rightly refuse.
 */
export function Tabs<Name extends string>({
  label,
  tabs,
  selected,
  isSmall = false,
  onSelect,
}: {
  readonly label: string;
  readonly tabs: readonly TabOption<Name>[];
  readonly selected: Name;
  readonly isSmall?: boolean;
  readonly onSelect: (name: Name) => void;
}) {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent, index: number) => {
    const next = target(event.key, index, tabs.length);
    const tab = next === undefined ? undefined : tabs[next];
    if (next === undefined || !tab) return;
    event.preventDefault();
    onSelect(tab.name);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className={styles.list} ref={list}>
      {tabs.map(({ name, text, id, controls }, index) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={id}
          aria-controls={controls}
          aria-selected={name === selected}
          tabIndex={name === selected ? 0 : -1}
          className={mergeClasses(
            styles.tab,
            isSmall && styles.small,
            name === selected && styles.selected,
          )}
          onClick={() => {
            onSelect(name);
          }}
          onKeyDown={(event) => {
            move(event, index);
          }}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
