import { fold } from '../roles';
import { neutralWords, openStages, systemStages, wonWords, lostWords } from './stage-words';
import type { Outcome, System } from './system';

/** What a row says of its outcome beside the name of its stage. */
export interface StageFacts {
  /** Between 0 and 1. */
  readonly probability?: number | undefined;
  readonly isClosed?: boolean | undefined;
  readonly isWon?: boolean | undefined;
  readonly isLost?: boolean | undefined;
}

export interface StageTerms {
  /** The system whose stages they are, where it is known. */
  readonly system?: System | undefined;
  /** What the user said of a stage; goes before everything. */
  readonly own?: ReadonlyMap<string, Outcome> | undefined;
}

/** What a stage was understood to mean, and by what. */
export interface StageMeaning {
  /** As it stands in the cell. */
  readonly stage: string;
  readonly outcome: Outcome | 'unknown';
  readonly by: 'user' | 'flags' | 'system' | 'words' | 'probability' | 'nothing';
  /** What the name says, where flags beside it say otherwise. */
  readonly against?: Outcome;
  /** What it may be: a probability of 1 or 0 is no proof, but a likely answer to offer. */
  readonly suggested?: Outcome;
}

/**
 * The outcome that a stage's name and the facts beside it tell: the user's word first, then flags
 * (won, closed), then the name, then a probability between 0 and 1, which only an open opportunity
 * has. A name that is not known stays unknown.
 *
 * @example outcomeOf('6 - Closed Won').outcome // 'won'
 * outcomeOf('Parked').outcome // 'unknown'
 */
export function outcomeOf(
  stage: string,
  facts: StageFacts = {},
  terms: StageTerms = {},
): StageMeaning {
  const own = terms.own?.get(stage);
  if (own) return { stage, outcome: own, by: 'user' };
  const named = namedOutcome(stage, terms.system);
  const flagged = flaggedOutcome(facts);
  if (flagged) {
    const differs = named !== undefined && named.outcome !== flagged;
    return { stage, outcome: flagged, by: 'flags', ...(differs && { against: named.outcome }) };
  }
  if (named) {
    const isExcluded =
      (named.outcome === 'won' && facts.isWon === false) ||
      (named.outcome === 'lost' && facts.isLost === false) ||
      (named.outcome === 'open' && facts.isClosed === true);
    if (isExcluded) return { stage, outcome: 'unknown', by: 'flags', against: named.outcome };
    return { stage, ...named };
  }
  const { probability } = facts;
  if (probability !== undefined && probability > 0 && probability < 1) {
    return { stage, outcome: 'open', by: 'probability' };
  }
  const suggested = probability === 1 ? 'won' : probability === 0 ? 'lost' : undefined;
  return { stage, outcome: 'unknown', by: 'nothing', ...(suggested && { suggested }) };
}

function flaggedOutcome({ isClosed, isWon, isLost }: StageFacts): Outcome | undefined {
  if (isWon === true) return isLost === true ? undefined : 'won';
  if (isLost === true) return 'lost';
  if (isClosed === false) return 'open';
  if (isWon === false && isLost === false) return 'open';
  return isClosed === true && isWon === false ? 'lost' : undefined;
}

/** A stage's number in the pipeline and the probability it stands for: "06 - Closed Won (100%)". */
const decoration =
  /^\s*\d+(?:\.\d+)*\s*[-–.:)]?\s*(?=\p{L})|\s*[([-]?\s*\d+(?:[.,]\d+)?\s*%\s*[)\]]?\s*$/gu;

/** The pipeline whose stage it is, as HubSpot writes it: "Closed won (Sales Pipeline)". */
const ofPipeline = /\s*[(（][^()（）]*(?:pipeline|パイプライン)[^()（）]*[)）]\s*$/iu;

/** After these, a lost stage only says why: "Closed Lost - no budget". */
const reason = /\s[-–]\s|[:(,;]|\bto\b/;

const wordsOf = (text: string) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** A stage's name as it is looked up: without number, case, accents and signs. */
const plain = (text: string) => wordsOf(text).join(' ');

function lookUp(lists: Readonly<Partial<Record<Outcome, string>>>): ReadonlyMap<string, Outcome> {
  return new Map(
    (Object.entries(lists) as [Outcome, string][]).flatMap(([outcome, list]) =>
      list.split(',').map((name) => [plain(name), outcome] as const),
    ),
  );
}

const bySystem = new Map(
  (Object.entries(systemStages) as [System, Partial<Record<Outcome, string>>][]).map(
    ([system, lists]) => [system, lookUp(lists)] as const,
  ),
);
const open = lookUp({ open: openStages });
const won = lookUp({ won: wonWords });
const lost = lookUp({ lost: lostWords });
const neutral = new Set(neutralWords.split(',').map(plain));

function namedOutcome(
  stage: string,
  system: System | undefined,
): { outcome: Outcome; by: 'system' | 'words' } | undefined {
  const name = stage.replace(ofPipeline, '').replace(decoration, '');
  const ofSystem = system && bySystem.get(system)?.get(plain(name));
  if (ofSystem) return { outcome: ofSystem, by: 'system' };
  const outcome = open.get(plain(name)) ?? wordedOutcome(name);
  return outcome && { outcome, by: 'words' };
}

/** Won or lost, where every word says so or says nothing: "Closed/Won", "失注". */
function wordedOutcome(name: string): Outcome | undefined {
  const whole = toldBy(wordsOf(name));
  if (whole) return whole;
  const [start = ''] = name.split(reason);
  return toldBy(wordsOf(start)) === 'lost' && !wordsOf(name).some((word) => won.has(word))
    ? 'lost'
    : undefined;
}

function toldBy(words: readonly string[]): Outcome | undefined {
  const told = new Set<Outcome | undefined>();
  for (const word of words) {
    if (!neutral.has(word)) told.add(won.get(word) ?? lost.get(word));
  }
  const [outcome] = told;
  return told.size === 1 ? outcome : undefined;
}

/** A stage's meaning with the number of rows it was given. */
export interface StageCount extends StageMeaning {
  readonly rows: number;
}

/**
 * What the stages of a column mean, one line for each stage and outcome, in the order in which they
 * come: what a user is shown and can correct with `own`.
 */
export function mapStages(
  rows: Iterable<StageFacts & { readonly stage: string }>,
  terms: StageTerms = {},
): StageCount[] {
  const counts = new Map<string, StageCount>();
  for (const { stage, ...facts } of rows) {
    const meaning = outcomeOf(stage, facts, terms);
    const key = [stage, meaning.outcome, meaning.by, meaning.against, meaning.suggested].join('\n');
    counts.set(key, { ...meaning, rows: (counts.get(key)?.rows ?? 0) + 1 });
  }
  return [...counts.values()];
}

const flags: ReadonlyMap<string, boolean> = new Map([
  ...'true,yes,y,1,wahr,ja,j,vrai,oui,verdadero,si,verdadeiro,sim,はい,x'
    .split(',')
    .map((word) => [word, true] as const),
  ...'false,no,n,0,falsch,nein,faux,non,falso,nao,いいえ'
    .split(',')
    .map((word) => [word, false] as const),
]);

/** A cell of a column of flags: `TRUE`, "yes", "ja", 1. Undefined where it is none. */
export function findFlag(cell: unknown): boolean | undefined {
  if (typeof cell === 'boolean') return cell;
  if (typeof cell !== 'string' && typeof cell !== 'number') return undefined;
  return flags.get(fold(String(cell).trim()));
}
