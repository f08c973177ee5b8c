import { findPeriod } from '../../sales';
import { findFlag, outcomeOf } from '../exports';
import { fold, isCurrencyCode, type ColumnRole } from '../roles';
import { findCountry, isStateCode } from './countries';

/** What the values of a column look like, whatever its header says. */
export type ContentKind =
  | 'currency'
  | 'flag'
  | 'outcome'
  | 'stage'
  | 'version'
  | 'month'
  | 'quarter'
  | 'period'
  | 'year'
  | 'country'
  | 'region'
  | 'email'
  | 'fraction'
  | 'percentage'
  | 'documentNumber';

export interface ContentEvidence {
  readonly kind: ContentKind;
  /** The roles that such values may have; more than one where they cannot tell. */
  readonly roles: readonly ColumnRole[];
  /** The part of the distinct values that are of this kind. */
  readonly share: number;
  /** The first value that is of this kind and the first that is not, to show. */
  readonly like: string;
  readonly unlike: string | undefined;
}

interface Kind {
  readonly kind: ContentKind;
  readonly roles: readonly ColumnRole[];
  readonly fits: (text: string) => boolean;
  /** Of a true column of this kind there are at least and at most so many distinct values. */
  readonly least?: number;
  readonly most?: number;
}

const listed = (list: string) => {
  const texts = new Set(list.split(',').map((text) => fold(text.trim())));
  return (text: string) => texts.has(fold(text.trim()));
};

const isMonth = listed(
  'january,february,march,april,may,june,july,august,september,october,november,december,' +
    'jan,feb,mar,apr,jun,jul,aug,sep,sept,oct,nov,dec,' +
    'januar,jänner,februar,märz,mai,juni,juli,oktober,dezember,mär,mrz,okt,dez,' +
    'janvier,février,mars,avril,juin,juillet,août,septembre,octobre,novembre,décembre,janv,févr,juil,déc,' +
    'enero,febrero,marzo,abril,mayo,junio,julio,agosto,septiembre,octubre,noviembre,diciembre,ene,abr,ago,dic,' +
    'janeiro,fevereiro,março,maio,junho,julho,setembro,outubro,novembro,dezembro,fev,set,out,' +
    '1月,2月,3月,4月,5月,6月,7月,8月,9月,10月,11月,12月',
);

const isRegion = listed(
  'north,south,east,west,central,northeast,northwest,southeast,southwest,north east,north west,south east,south west,midwest,' +
    'emea,apac,latam,amer,americas,na,nam,namer,europe,asia,asia pacific,africa,middle east,oceania,north america,south america,latin america,dach,nordics,benelux,anz,international,domestic,' +
    'nord,süd,ost,mitte,nordost,nordwest,südost,südwest,europa,asien,afrika,nordamerika,südamerika,' +
    'sud,est,ouest,centre,nord est,nord ouest,sud est,sud ouest,' +
    'norte,sur,este,oeste,centro,noreste,noroeste,sureste,suroeste,sul,leste,nordeste,sudeste,centro oeste,' +
    '北海道,東北,関東,中部,東海,北陸,近畿,関西,中国,四国,九州,沖縄,首都圏,東日本,西日本',
);

const isVersion = listed(
  'actual,actuals,budget,forecast,plan,target,base,original,revised,latest estimate,le,stretch,best case,worst case,' +
    'ist,soll,prognose,hochrechnung,réel,prévision,prévu,real,presupuesto,pronóstico,orçamento,orçado,realizado,previsão,実績,予算,予測,計画,見込',
);

const isPlainOutcome = listed(
  'won,lost,open,gewonnen,verloren,offen,gagné,perdu,ouvert,gagnée,perdue,ouverte,ganado,perdido,abierto,ganada,perdida,abierta,ganho,aberto,ganha,aberta,受注,失注,商談中',
);

const number = /^-?\d*[.,]?\d+$/;
const isFraction = (text: string) => {
  if (!number.test(text.trim())) return false;
  const value = Number(text.trim().replace(',', '.'));
  return value >= 0 && value <= 1;
};

/** Letters, digits and dashes with a digit among them: "CA-2016-152156", "SO43659", "#1001". */
const documentNumber = /^#?(?=[\p{L}\d/_.-]*\d)[\p{L}\d]+(?:[-/_.][\p{L}\d]+)*$/u;

/** A document's number has letters or a sign too, or a mix of them: plain numbers can be anything. */
const isDocumentNumber = (text: string) => {
  const bare = text.trim();
  return (
    bare.length >= 4 &&
    documentNumber.test(bare) &&
    !/^[\d.,/-]+$/.test(bare) &&
    findPeriod(bare) === undefined
  );
};

/** The kinds, the more telling first where two fit equally well. */
const kinds: readonly Kind[] = [
  { kind: 'currency', roles: ['currency'], fits: isUpperCurrency, most: 60 },
  { kind: 'flag', roles: ['isWon', 'isClosed', 'isLost'], fits: isFlag, most: 3 },
  { kind: 'outcome', roles: ['outcome'], fits: isPlainOutcome, least: 2, most: 6 },
  {
    kind: 'stage',
    roles: ['stage'],
    fits: (text) => outcomeOf(text).outcome !== 'unknown',
    least: 2,
    most: 40,
  },
  { kind: 'version', roles: ['version'], fits: isVersion, most: 12 },
  { kind: 'month', roles: ['month'], fits: isMonth, most: 12 },
  { kind: 'quarter', roles: ['quarter'], fits: isQuarter, most: 4 },
  { kind: 'year', roles: ['year'], fits: isYear, most: 100 },
  { kind: 'period', roles: ['period'], fits: isPeriod },
  { kind: 'region', roles: ['region'], fits: (text) => isRegion(text) || isStateCode(text) },
  // The list of countries is built when it is first asked for: not for thousands of customers.
  {
    kind: 'country',
    roles: ['country'],
    fits: (text) => findCountry(text) !== undefined,
    most: 300,
  },
  { kind: 'email', roles: ['salesperson', 'customer'], fits: isEmail },
  {
    kind: 'percentage',
    roles: ['probability', 'share', 'discount', 'tax'],
    fits: (text) => /^-?\d+(?:[.,]\d+)?\s?%$/.test(text.trim()),
  },
  { kind: 'fraction', roles: ['probability', 'share', 'discount'], fits: isFraction, least: 3 },
  { kind: 'documentNumber', roles: ['orderId', 'id'], fits: isDocumentNumber, least: 3 },
];

function isUpperCurrency(text: string): boolean {
  return text.trim() === text.trim().toUpperCase() && isCurrencyCode(text);
}

function isFlag(text: string): boolean {
  return findFlag(text) !== undefined;
}

function isQuarter(text: string): boolean {
  return /^(?:[qt][1-4]|[1-4]q|第?[1-4]四半期)$/i.test(text.trim());
}

function isYear(text: string): boolean {
  return /^(?:fy)?\s?(?:19|20)\d\d年?度?$/i.test(text.trim());
}

function isPeriod(text: string): boolean {
  const grain = findPeriod(text)?.grain;
  return grain === 'month' || grain === 'quarter';
}

function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text.trim());
}

/** Distinct values beyond these are not counted, and of those that are so many are looked at. */
const [mostCounted, mostLookedAt] = [1000, 250];

/** A kind is named where at least this part of the values is of it. */
const leastShare = 0.5;

/**
 * What a column's distinct values look like: all kinds that at least half of them are of, the best
 * first. Blank texts do not count.
 */
export function contentOf(texts: Iterable<string>): ContentEvidence[] {
  const values: string[] = [];
  for (const text of texts) {
    if (text.trim() === '') continue;
    values.push(text);
    if (values.length === mostCounted) break;
  }
  const count = values.length;
  const step = Math.max(1, Math.floor(count / mostLookedAt));
  const looked = step === 1 ? values : values.filter((_, index) => index % step === 0);
  return kinds
    .flatMap(({ kind, roles, fits, least = 1, most = Infinity }) => {
      if (count < least || count > most) return [];
      const look = enoughOf(looked, fits);
      return look ? [{ kind, roles, ...look }] : [];
    })
    .sort((one, other) => other.share - one.share);
}

/** How many of the texts fit; undefined as soon as too many do not. */
function enoughOf(
  texts: readonly string[],
  fits: Kind['fits'],
): Pick<ContentEvidence, 'share' | 'like' | 'unlike'> | undefined {
  let like: string | undefined;
  let unlike: string | undefined;
  let others = 0;
  for (const text of texts) {
    if (fits(text)) {
      like ??= text;
      continue;
    }
    unlike ??= text;
    others += 1;
    if ((texts.length - others) / texts.length < leastShare) return undefined;
  }
  if (like === undefined) return undefined;
  return { share: (texts.length - others) / texts.length, like, unlike };
}

/** A role is taken from content where nearly all values tell it: a misspelled few may not. */
const nearlyAll = 0.9;

/**
 * The role that a column's distinct values alone tell; undefined where they tell none, or several
 * that fit equally well: "CA, DE, IN" may be states or countries.
 * @example roleOfContent(['EUR', 'USD']) // 'currency'
 */
export function roleOfContent(texts: Iterable<string>): ColumnRole | undefined {
  return roleOfEvidence(contentOf(texts));
}

/** The same of what was found already. */
export function roleOfEvidence(found: readonly ContentEvidence[]): ColumnRole | undefined {
  const [best, second] = found;
  if (!best || best.share < nearlyAll || best.roles.length > 1) return undefined;
  const isTied =
    second !== undefined &&
    second.share === best.share &&
    ambiguous.has(`${best.kind} ${second.kind}`);
  return isTied ? undefined : best.roles[0];
}

/** Pairs of kinds that the same values can be of without one being the better word for them. */
const ambiguous: ReadonlySet<string> = new Set([
  'region country',
  'version stage',
  'stage version',
]);
