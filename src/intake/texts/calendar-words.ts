/** Months in English, German, French, Spanish and Portuguese; Japanese counts them in digits. */
const months: readonly string[] = [
  'january januar jänner janvier enero janeiro',
  'february februar feber février febrero fevereiro',
  'march märz maerz mrz mars marzo março',
  'april avril abril',
  'may mai mayo maio',
  'june juni juin junio junho',
  'july juli juillet julio julho',
  'august août agosto',
  'september septembre septiembre setiembre setembro',
  'october oktober octobre octubre outubro',
  'november novembre noviembre novembro',
  'december dezember décembre diciembre dezembro',
];

const weekdays =
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs ' +
  'fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do ' +
  'fr sa so lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim lunes ' +
  'martes miercoles jueves viernes sabado domingo mie jue vie sab dom segunda terca quarta quinta ' +
  'sexta feira seg ter qua qui sex';

/** Words that stand between the parts of a date, and endings of ordinal numbers. */
const joints = 'of the de del do da d le el den am at st nd rd th er o a e';

/** @example withoutAccents('Août') // 'aout' */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

/** Every beginning of three letters or more that means one month only, whatever the language. */
function abbreviations(): ReadonlyMap<string, number> {
  const meant = new Map<string, number>();
  const open = new Set<string>();
  months.forEach((names, index) => {
    for (const name of names.split(' ').map(withoutAccents)) {
      for (let length = 3; length <= name.length; length += 1) {
        const start = name.slice(0, length);
        const known = meant.get(start);
        if (known !== undefined && known !== index + 1) open.add(start);
        else meant.set(start, index + 1);
      }
    }
  });
  for (const start of open) meant.delete(start);
  return meant;
}

const monthOf = abbreviations();
const weekdayWords = new Set(weekdays.split(' '));
const jointWords = new Set(joints.split(' '));

/** The month, 1 to 12, that a word names. @example findMonth('févr') // 2 */
export function findMonth(word: string): number | undefined {
  return monthOf.get(withoutAccents(word));
}

export function isWeekday(word: string): boolean {
  return weekdayWords.has(withoutAccents(word));
}

export function isJoint(word: string): boolean {
  return jointWords.has(withoutAccents(word));
}
