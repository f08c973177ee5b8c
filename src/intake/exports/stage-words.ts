import type { Outcome, System } from './system';

/**
 * Names of stages, separated by commas. Case, accents, signs, a leading number and a trailing
 * percentage do not count.
 */
export const wonWords =
  'won, win, closedwon, gewonnen, gagné, gagnée, gagnés, gagnées, remporté, remportée, ganado, ganada, ganados, ganadas, ganho, ganha, ganhos, ganhas, vinto, vinta, 受注, 受注済, 受注済み, 成約, 成約済, 成約済み, 商談成立';

export const lostWords =
  'lost, loss, closedlost, verloren, perdu, perdue, perdus, perdues, perdido, perdida, perdidos, perdidas, perso, persa, 失注, 失注済, 失注済み, 不成立';

/** Words that stand beside those and change nothing. */
export const neutralWords =
  'closed, close, deal, opportunity, sale, stage, and, abgeschlossen, geschlossen, und, verkaufschance, geschäft, fermé, fermée, clôturé, clôturée, conclu, conclue, affaire, opportunité, vente, et, cerrado, cerrada, negocio, oportunidad, venta, y, fechado, fechada, negócio, oportunidade, venda, e, 完了, クローズ, 商談, 案件';

/** Stages that systems come with and teams commonly use, on the way to an outcome. */
export const openStages = [
  // English
  'prospecting, prospect, prospects, qualification, qualified, qualifying, qualify, needs analysis, value proposition, id decision makers, identify decision makers, identifying decision makers, perception analysis, proposal, proposal/price quote, proposal/quote, proposal sent, proposal made, quote, quote sent, quoted, quotation, negotiation, negotiations, negotiation/review, negotiations started, negotiating, appointment scheduled, appointmentscheduled, qualified to buy, qualifiedtobuy, presentation scheduled, presentationscheduled, decision maker bought-in, decisionmakerboughtin, contract sent, contractsent, contact made, lead in, demo, demo scheduled, new, proposition, open, in progress, ongoing, on hold, pending, engaging, discovery, evaluation, verbal commitment, commit, best case, upside, pipeline, develop, propose',
  // German
  'offen, in bearbeitung, laufend, neu, qualifizierung, qualifiziert, bedarfsanalyse, bedarfsermittlung, nutzenversprechen, angebot, angebot gesendet, angebot versendet, angebot erstellt, angebotsphase, verhandlung, verhandlung/überprüfung, in verhandlung, termin vereinbart, präsentation geplant, qualifiziert zum kauf, entscheidungsträger überzeugt, vertrag gesendet, vertrag versendet, akquise, prospektion, kontaktiert, kontakt aufgenommen, erstkontakt',
  // French
  'ouvert, ouverte, en cours, nouveau, nouvelle, prospection, qualifié, qualifiée, analyse des besoins, proposition de valeur, proposition envoyée, proposition/devis, devis, devis envoyé, négociation, en négociation, négociation/révision, rendez-vous planifié, rendez-vous programmé, présentation planifiée, contrat envoyé, contact établi, découverte',
  // Spanish
  'abierto, abierta, en curso, en proceso, nuevo, nueva, prospección, calificación, cualificación, calificado, calificada, análisis de necesidades, propuesta de valor, propuesta, propuesta enviada, propuesta/cotización, cotización, cotización enviada, negociación, en negociación, negociación/revisión, cita programada, presentación programada, contrato enviado, contactado, contacto realizado',
  // Portuguese
  'aberto, aberta, em andamento, novo, nova, prospecção, prospeção, qualificação, qualificado, qualificada, análise de necessidades, proposta de valor, proposta, proposta enviada, orçamento enviado, negociação, em negociação, negociação/revisão, agendado, reunião agendada, apresentação agendada, contrato enviado, contato feito, contato inicial',
  // Japanese
  '新規, 見込み, 見込, 見込み客, 引き合い, 引合, アプローチ, アプローチ中, ヒアリング, 提案, 提案中, 提案済, 見積, 見積中, 見積提示, 見積提出, 見積済, 交渉, 交渉中, 商談中, 進行中, 検討中, 継続中, 内示, 口頭内示, 最終交渉, オープン, ニーズ分析, 評価, デモ',
].join(', ');

/** What a stage or status means in one system, where in general it would not be known. */
export const systemStages: Readonly<
  Partial<Record<System, Readonly<Partial<Record<Outcome, string>>>>>
> = {
  // The phase "Close" is the last one before an outcome; statuses and their reasons tell that.
  dynamics: { open: 'close, 4-close', lost: 'canceled, cancelled, out-sold, outsold' },
  // A quotation's or order's making converts an opportunity.
  erpnext: { won: 'converted', open: 'replied' },
};
