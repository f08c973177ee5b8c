import type { Vocabulary } from './vocabulary';

export const german: Vocabulary = {
  language: 'de',
  head: 'last',
  plurals: ['e', 'n', 'en', 'er', 's'],
  roles: {
    date: '-datum, -termin, =tag, =zeitpunkt, buchungstag, verkaufstag',
    period: '-periode, -zeitraum, -woche, kw, -halbjahr',
    year: '-jahr',
    quarter: '-quartal',
    month: '-monat',
    createdDate: '=erstellt, =angelegt',
    target:
      '-ziel, -ziele, -zielwert, soll, -vorgabe, -vorgaben, -budget, -plan, planwert, sollwert, planumsatz, zielumsatz, sollumsatz, planzahl, -planung',
    discount: '-rabatt, -nachlass, -skonto, -preisnachlass, abschlag, rabattsatz',
    tax: '-steuer, mwst, mw st, ust, mehrwertsteuer, umsatzsteuer, steuersatz',
    probability: '-wahrscheinlichkeit, wahrsch, abschlusswahrscheinlichkeit, chance prozent',
    share: '=anteil, -anteil, -aufteilung, anteil prozent, provisionsanteil, umsatzanteil',
    rate: '-wechselkurs, =kurs, umrechnungskurs, devisenkurs, tageskurs',
    profit: '-gewinn, -marge, -deckungsbeitrag, db, -rohertrag, ertrag',
    cost: '-kosten, -aufwand, -einstandspreis, wareneinsatz, herstellkosten, einkaufspreis, ek preis, -provision',
    price: '-preis, stückpreis, einzelpreis, vk preis, listenpreis',
    quantity:
      '-menge, stück, -stückzahl, -anzahl, absatz, -absatzmenge, verkaufte einheiten, einheiten',
    expectedAmount:
      'gewichteter umsatz, gewichteter betrag, erwarteter umsatz, umsatzprognose, -prognose, forecast',
    amount:
      '-umsatz, -umsätze, -betrag, -beträge, -erlös, -erlöse, -wert, -summe, -gesamtpreis, -gesamtsumme, -verkaufssumme, =netto, =brutto, -volumen, gesamt, einnahmen, umsatzerlöse, -auftragseingang',
    region: 'region, -bundesland, -vertriebsregion, verkaufsregion, kanton, absatzregion',
    territory: '-gebiet, verkaufsgebiet, vertriebsgebiet, -bezirk, verkaufsbezirk',
    country: 'land, staat, lieferland, kundenland, absatzland, rechnungsland',
    salesperson:
      'verkäufer, verkäuferin, -vertriebsmitarbeiter, vertriebler, -außendienstmitarbeiter, außendienst, -vertreter, -sachbearbeiter, -kundenbetreuer, -betreuer, -mitarbeiter, -besitzer, -eigentümer, -inhaber, verantwortlicher, zuständig, zugewiesen an, -ansprechpartner vertrieb',
    team: '-team, vertriebsgruppe, verkaufsgruppe, verkaufsteam, vertriebsteam, geschäftseinheit',
    manager: '-vorgesetzter, -leiter, vertriebsleiter, teamleiter, verkaufsleiter, führungskraft',
    product: '-produkt, -artikel, artikelbezeichnung, -material, ware, produktbezeichnung',
    category:
      '-kategorie, warengruppe, artikelgruppe, produktgruppe, produktlinie, produktfamilie, sparte, -unterkategorie, hauptgruppe',
    channel: '-kanal, vertriebskanal, vertriebsweg, absatzkanal, verkaufskanal, absatzweg',
    customer:
      '-kunde, -kunden, -auftraggeber, -käufer, -abnehmer, firma, unternehmen, -debitor, -empfänger, händler, organisation',
    segment: '-segment, kundensegment, kundengruppe, branche, kundentyp, kundenklasse',
    stage:
      '-phase, verkaufsphase, vertriebsphase, opportunityphase, -status, verkaufsstufe, stufe, dealphase',
    outcome: 'ergebnis, ausgang, gewonnen verloren, geschäftsergebnis, deal status',
    orderId:
      '=bestellung, =auftrag, =rechnung, =beleg, bestellnr, auftragsnr, rechnungsnr, belegnr',
    id: '-nummer, -nr, -schlüssel, plz, postleitzahl, telefon, -kennung, ean, -code',
    currency: '-währung, währungscode, belegwährung, -währungsschlüssel',
    version: 'version, szenario, planversion, planart, -planvariante',
    isWon: '=gewonnen',
    isClosed: '=geschlossen, =abgeschlossen',
    isLost: '=verloren',
    effectiveFrom: 'gültig ab, gültig von, =von, =ab, =seit, wirksam ab, =beginn, gilt ab',
    effectiveTo: 'gültig bis, =bis, wirksam bis, =ende, gilt bis',
    otherDate: '-fälligkeit, =fällig, =geändert, liefertermin',
  },
  dates: {
    from: 'beginn, start, anfang, gültigkeitsbeginn, eintritt, ab, von',
    to: 'ende, end, ablauf, bis, austritt',
    other:
      'liefer, lieferung, versand, fälligkeit, änderung, geändert, zahlung, zahl, geburt, einstellung, wunsch, storno, mahn, kündigung, aktivität, letzte aktivität, letzte, bezahlt, geliefert, versendet, aktualisiert, fällig',
    expected:
      'erwartet, erwartetes, erwarteter, voraussichtlich, voraussichtliches, geplant, geplantes',
    created: 'erstellung, erstell, erstellt, anlage, angelegt, eröffnung, erfassung, erfasst',
    closed:
      'abschluss, schluss, geschlossen, abgeschlossen, gewonnen, verloren, schließung, erledigt',
  },
  when: 'am, um, zeit',
  documents: 'bestellung, bestell, auftrag, auftrags, rechnung, rechnungs, beleg, buchung, vorgang',
  deals: 'opportunity, verkaufschance, angebot, angebots, geschäft, chance, datensatz, deal',
  neutral:
    '-name, -bezeichnung, vollständiger name, netto, brutto, ist, aktuell, gesamt, -vorjahr, vj, lj, lfd jahr, laufendes jahr, aktuelles jahr, kumuliert, prozent, in summe, verkauft, bestellt, gebucht, fakturiert, hauswährung, anzeige, kürzel',
  links: 'der, des, die, das, den, von',
  joints: 'für, in, ohne, inkl, exkl, zzgl, inklusive, exklusive, vor, nach, mit, aus',
  ratios:
    'pro, je, gegenüber, zum, durchschnitt, durchschnittlich, durchschnittlicher, durchschnittliche, ø',
  none: 'zwischensumme, kostenstelle, preisliste, mengeneinheit, steuercode, rabattcode, positionsnummer, zielgruppe, ansprechpartner, geplant, produktbeschreibung, zahlungsziel, anzahl kunden, anzahl aufträge, anzahl bestellungen, anzahl rechnungen',
};
