import { finish } from '../../sales';
import { fold } from '../roles';

/** Countries and territories by ISO 3166-1: two letters, then three. */
const codes =
  'ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE ' +
  'BABIH BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS ' +
  'BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN ' +
  'COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST ' +
  'EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF ' +
  'GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD ' +
  'HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM ' +
  'JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA ' +
  'LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD ' +
  'MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM ' +
  'NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG ' +
  'PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA ' +
  'SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD ' +
  'STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON ' +
  'TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR ' +
  'VNVNM VUVUT WFWLF WSWSM YEYEM YTMYT ZAZAF ZMZMB ZWZWE';

/** Names in use beside those of the languages' own lists. */
const aliases =
  'US: u.s., u.s.a., united states of america, estados unidos, eeuu, etats unis d amerique; ' +
  'GB: uk, u.k., great britain, britain, england, scotland, wales, northern ireland, grossbritannien, england uk; ' +
  'KR: korea, republic of korea; RU: russian federation; CZ: czech republic, tschechische republik; ' +
  'NL: holland, the netherlands; AE: uae; CI: ivory coast; VN: viet nam; TR: turkey; ' +
  'MK: macedonia; SZ: swaziland; MM: burma; HK: hong kong; MO: macau, macao; ' +
  'CN: pr china, mainland china; TW: taiwan; CG: congo; CD: dr congo; IE: republic of ireland; ' +
  'MD: moldova; VE: venezuela; BO: bolivia; IR: iran; SY: syria; TZ: tanzania; LA: laos';

const languages = ['en', 'de', 'fr', 'es', 'pt', 'ja'];

const wordsOf = (text: string) => (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

let names: ReadonlyMap<string, string> | undefined;

/**
 * Builds the list of names in small steps, between which the caller may let others work: some thousand
 * names. Who asks for a country without them waits until all are known.
 */
export function* countrySteps(): Generator<undefined, ReadonlyMap<string, string>> {
  if (names) return names;
  const map = new Map<string, string>();
  const codesOfTwo = codes.split(' ').map((pair) => pair.slice(0, 2));
  for (const language of languages) {
    yield;
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    // The first of them loads what the engine knows of languages, which takes longer than all the names.
    yield;
    for (const code of codesOfTwo) {
      const name = display.of(code);
      if (name === undefined) continue;
      // "Myanmar (Burma)" is known by either.
      for (const form of new Set([name, ...name.split(/[()（）]/)])) {
        const words = wordsOf(form);
        if (words !== '') map.set(words, code);
      }
    }
  }
  for (const entry of aliases.split(';')) {
    const [code = '', list = ''] = entry.split(':');
    for (const alias of list.split(',')) map.set(wordsOf(alias), code.trim());
  }
  names = map;
  return map;
}

const byCode = new Map(
  codes.split(' ').flatMap((pair) => {
    const [two, three] = [pair.slice(0, 2), pair.slice(2)];
    return [
      [two, two],
      [three, two],
    ] as const;
  }),
);

/**
 * The country that a text names, by its two letters: by name in English, German, French, Spanish,
 * Portuguese or Japanese, or by its code in capitals.
 * @example findCountry('Deutschland') // 'DE'
 * findCountry('DEU') // 'DE'
 * findCountry('de') // undefined
 */
export function findCountry(text: string): string | undefined {
  const code = byCode.get(text.trim());
  if (code !== undefined) return code;
  return (names ?? finish(countrySteps())).get(wordsOf(text));
}

const states = new Set(
  (
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM ' +
    'NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY'
  ).split(' '),
);

/** Whether a text is the code of a state of the USA; many are codes of countries as well. */
export function isStateCode(text: string): boolean {
  return states.has(text.trim());
}
