import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { AssessedSide } from '../../jobs';
import { issueSentence } from '../../wording';
import { usePane } from '../pane-context';
import { Section } from '../section';
import { CellSentence } from './cell-link';
import { FindingItem, nameOfFinding, type Fixing } from './finding-item';
import { useQualityWords } from './use-quality-words';

const useStyles = makeStyles({
  counts: {
    display: 'grid',
    // A long value leaves its label room for two lines at most.
    gridTemplateColumns: 'minmax(45%, 1fr) auto',
    gap: `2px ${tokens.spacingHorizontalM}`,
    margin: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  },
  heading: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  wrong: { color: tokens.colorPaletteRedForeground1 },
  list: {
    margin: `${tokens.spacingVerticalXS} 0`,
    paddingLeft: tokens.spacingHorizontalL,
    display: 'grid',
    gap: tokens.spacingVerticalS,
  },
});

const weights = ['wrong', 'ask', 'note'] as const;
/** So many remarks of the reading are listed at once. */
const step = 10;

/** What was read of one source, and what was found in it, worst first. */
export function SideQuality({
  side,
  ...fixing
}: {
  readonly side: AssessedSide;
} & Fixing) {
  const styles = useStyles();
  const { words, numbers } = usePane();
  const texts = useQualityWords();
  const { counts, total, findings, issues, source } = side.quality;
  const { inReport, isOpen } = side;
  const [most, setMost] = useState(step);
  const rest = issues.length - most;
  return (
    <Section heading={`${texts.sides[side.side]}: ${source}`} isFramed>
      <dl className={styles.counts}>
        <dt>{texts.counts.read}</dt>
        <dd>{numbers.count(counts.rows)}</dd>
        {!isOpen && (
          <>
            <dt>{texts.counts.used}</dt>
            <dd>{numbers.count(counts.used)}</dd>
            <dt>{texts.counts.setAside}</dt>
            <dd>{numbers.count(counts.setAside)}</dd>
            {counts.skipped > 0 && (
              <>
                <dt>{texts.counts.skipped}</dt>
                <dd>{numbers.count(counts.skipped)}</dd>
              </>
            )}
            <dt>{texts.counts.total}</dt>
            <dd>
              {total === undefined ? (
                texts.noTotal(side.quality)
              ) : (
                <data value={String(total)}>{numbers.cents(total)}</data>
              )}
            </dd>
            {inReport && (
              <>
                <dt>{texts.totalAtRates(inReport.currency)}</dt>
                <dd>
                  <data value={String(inReport.total)}>{numbers.cents(inReport.total)}</data>
                </dd>
              </>
            )}
          </>
        )}
      </dl>
      {isOpen && (
        <Text block size={200}>
          {texts.notRead}
        </Text>
      )}
      {findings.length + issues.length === 0 && !isOpen && (
        <Text size={200}>{texts.nothingFound}</Text>
      )}
      {weights.map((weight) => {
        const found = findings.filter((finding) => finding.weight === weight);
        const remarks = weight === 'note' ? issues.slice(0, most) : [];
        if (found.length + remarks.length === 0) return null;
        return (
          <div key={weight}>
            <h3 className={styles.heading}>
              <span className={weight === 'wrong' ? styles.wrong : undefined}>
                {texts.weights[weight]}
              </span>
            </h3>
            <ul className={styles.list}>
              {found.map((finding) => (
                <FindingItem
                  key={nameOfFinding(side, finding)}
                  side={side}
                  finding={finding}
                  {...fixing}
                />
              ))}
              {remarks.map((issue) => (
                <li key={`${issue.code} ${issue.at} ${issue.found}`}>
                  <CellSentence text={issueSentence(issue, words)} at={issue.at} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {rest > 0 && (
        <Button
          size="small"
          appearance="transparent"
          onClick={() => {
            setMost(most + 3 * step);
          }}
        >
          {texts.more(rest)}
        </Button>
      )}
    </Section>
  );
}
