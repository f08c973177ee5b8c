import { mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { withVersion, type ReadingFacts } from '../../jobs';
import { Choice } from '../choice';
import { MoreButton } from '../more-button';
import { usePane } from '../pane-context';
import { useChoiceStyles } from './choice-styles';
import type { ReadingState } from './use-reading';
import { useReadingWords } from './use-reading-words';

/** So many texts are shown at once. */
const step = 20;
const sides = ['sales', 'targets', 'neither'] as const;

/** Which rows of a table are sales and which targets, by the texts that tell it. */
export function VersionChoices({
  versions,
  reading: { correct },
}: {
  readonly versions: NonNullable<ReadingFacts['versions']>;
  readonly reading: ReadingState;
}) {
  const choice = useChoiceStyles();
  const { pane } = usePane();
  const words = useReadingWords();
  const [most, setMost] = useState(step);
  const names = { sales: pane.data.sales, targets: pane.data.targets, neither: words.neither };
  const { header, texts } = versions;
  return (
    <fieldset className={mergeClasses(choice.group, choice.apart)}>
      <legend className={choice.name}>{words.versions(header)}</legend>
      <div className={choice.grid}>
        {texts.slice(0, most).map(({ text, is, by }) => (
          <Choice
            key={text}
            label={text}
            {...((by === 'person' || (is && is !== 'neither')) && { hint: words.by[by] })}
            value={is}
            placeholder={pane.data.choose}
            options={sides.map((value) => ({ value, text: names[value] }))}
            onChoose={(value) => {
              const chosen = sides.find((side) => side === value);
              if (chosen) correct(withVersion(versions, text, chosen));
            }}
          />
        ))}
      </div>
      <MoreButton
        rest={texts.length - most}
        onMore={() => {
          setMost(most + step);
        }}
      />
    </fieldset>
  );
}
