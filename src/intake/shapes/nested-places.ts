import { findCountry } from '../content/countries';
import { fold } from '../roles';
import { plainText } from '../texts/plain-text';

const dach = 'DE AT CH';
const benelux = 'BE NL LU';
const nordics = 'DK SE NO FI IS';
const iberia = 'ES PT';
const europe = `${dach} ${benelux} ${nordics} ${iberia} FR IT GB IE PL CZ SK HU SI HR RO BG GR EE LV LT RS UA`;
const northAmerica = 'US CA MX';
const latinAmerica = 'MX BR AR CL CO PE UY EC VE BO PY CR PA GT';
const asia = 'JP CN IN KR TW HK SG TH VN MY ID PH';
const middleEast = 'AE SA QA KW BH OM IL JO LB';
const africa = 'ZA EG NG KE MA TN GH';

/** Regions of the world by their countries, as far as sales are often split by these. */
const regions: readonly (readonly [RegExp, string])[] = [
  [/dach|d-a-ch/, dach],
  [/benelux/, benelux],
  [/nordics?|scandinavia|skandinavien|scandinavie|escandinavia|北欧/, nordics],
  [/iberia|iberien/, iberia],
  [/eu|europ[ae]|ヨーロッパ|欧州/, europe],
  [/emea/, `${europe} ${middleEast} ${africa}`],
  [/north america|nordamerika|amerique du nord|norteamerica|america do norte|北米/, northAmerica],
  [
    /lat(?:in )?am(?:erica)?|lateinamerika|amerique latine|america latina|south america|sudamerika|中南米/,
    latinAmerica,
  ],
  [/americas|amerika|ameriques?/, `${northAmerica} ${latinAmerica}`],
  [/asia|asien|asie|アジア/, asia],
  [/apac|asia.pacific/, `${asia} AU NZ`],
  [/middle east|naher osten|moyen.orient|(?:oriente medio|medio oriente)|中東/, middleEast],
  [/africa|afrika|afrique|アフリカ/, africa],
];
const named = regions.map(
  ([words, codes]) => [new RegExp(`^(?:${words.source})$`), new Set(codes.split(' '))] as const,
);
const everywhere =
  /^(?:world(?:wide)?|global|group|company|national|nationwide|welt(?:weit)?|konzern|bundesweit|monde|groupe|mundo|mundial|grupo|全社|全国|全世界)$/;

/** The countries that a text names; all of them where it names the whole. */
function countriesOf(text: string): ReadonlySet<string> | 'all' | undefined {
  const folded = fold(plainText(text));
  if (everywhere.test(folded)) return 'all';
  const region = named.find(([words]) => words.test(folded));
  if (region) return region[1];
  const country = findCountry(text);
  return country === undefined ? undefined : new Set([country]);
}

/** The same of a name of a sheet, with or without a word before or behind: "Sales Germany". */
function placesIn(name: string): ReadonlySet<string> | 'all' | undefined {
  const words = name.split(/[\s_]+/);
  const shorter = [words.slice(1), words.slice(0, -1)].map((some) => some.join(' '));
  const found = countriesOf(name);
  // Codes of two letters are words as well: "IT", "in".
  return (
    found ??
    shorter
      .filter(({ length }) => length > 3)
      .map(countriesOf)
      .find(Boolean)
  );
}

/** Two names of which the first holds the other: Europe and Germany, or the whole company and anything. */
export function findNested(names: readonly string[]): readonly [string, string] | undefined {
  const places = names.map(placesIn);
  const holds = (one: number, other: number) => {
    const [outer, inner] = [places[one], places[other]];
    if (outer === 'all') return inner !== 'all';
    if (!outer || !inner || inner === 'all') return false;
    return inner.size < outer.size && Array.from(inner).every((code) => outer.has(code));
  };
  for (const [one, name] of names.entries()) {
    const other = names.findIndex((_, at) => at !== one && holds(one, at));
    if (other >= 0) return [name, names[other] ?? ''];
  }
  return undefined;
}
