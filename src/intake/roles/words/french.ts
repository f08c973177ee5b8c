import type { Vocabulary } from './vocabulary';

export const french: Vocabulary = {
  language: 'fr',
  head: 'first',
  plurals: ['s', 'x'],
  roles: {
    date: 'date, =jour, horodatage',
    period: 'période, semaine, semestre, année mois',
    year: 'année, exercice, =an',
    quarter: 'trimestre',
    month: 'mois',
    createdDate: '=créé, =créée',
    target: 'objectif, budget, quota, prévu, cible, plan, objectif de vente',
    discount: 'remise, rabais, réduction, ristourne, escompte, taux de remise',
    tax: 'taxe, tva, montant tva, taux de tva',
    probability: 'probabilité, probabilité de succès',
    share: 'part, quote part, répartition, partage, pourcentage de répartition',
    rate: 'taux de change, cours de change, taux de conversion devise',
    profit: 'bénéfice, marge, profit, marge brute',
    cost: 'coût, frais, dépense, prix de revient, coût de revient, prix d achat, commission',
    price: 'prix, prix unitaire, tarif, pu',
    quantity: 'quantité, qté, unités, nombre d unités, nombre de ventes, nombre d articles, volume',
    expectedAmount:
      'revenu attendu, revenu espéré, montant pondéré, chiffre d affaires attendu, ca prévisionnel, chiffre d affaires prévisionnel, prévision, revenu prévisionnel',
    amount:
      'chiffre d affaires, chiffre, ventes, vente, montant, total, =ca, ca ht, ca ttc, revenu, recette, valeur, prix total, montant total, net à payer',
    region: 'région, zone, province, département, canton',
    territory: 'territoire, secteur de vente, secteur commercial, territoire de vente',
    country: 'pays, code pays',
    salesperson:
      'vendeur, vendeuse, =commercial, commerciale, représentant, agent commercial, propriétaire, responsable du compte, chargé de clientèle, ingénieur commercial, conseiller commercial, attribué à, assigné à',
    team: 'équipe, équipe commerciale, équipe de vente',
    manager:
      'responsable, chef, directeur, manager, supérieur, chef d équipe, responsable commercial',
    product: 'produit, article, désignation, référence produit',
    category:
      'catégorie, sous catégorie, famille, gamme, groupe de produits, famille de produits, gamme de produits, rubrique',
    channel: 'canal, canal de vente, canal de distribution, circuit de distribution',
    customer:
      'client, cliente, compte, acheteur, société, entreprise, nom du client, nom du compte, raison sociale',
    segment: 'segment, type de client, groupe de clients, secteur d activité, industrie',
    stage: 'étape, phase, statut, étape de vente, étape de la transaction, état',
    outcome: 'résultat, gagné perdu, gagnée perdue',
    orderId: '=commande, =facture',
    id: 'identifiant, id, numéro, n, no, num, code, code postal, code client, code produit, code article, téléphone, référence, réf, clé',
    currency: 'devise, monnaie, code devise',
    version: 'version, scénario, type de plan',
    isWon: '=gagné, =gagnée',
    isClosed: '=fermé, =fermée, =clôturé, =clos',
    isLost: '=perdu, =perdue',
    effectiveFrom: 'valable du, =du, valide à partir du, à partir du, =début, =depuis',
    effectiveTo: 'valable jusqu au, =au, valide jusqu au, jusqu au, =fin',
    otherDate: 'échéance, =livraison, délai de livraison',
  },
  dates: {
    from: 'début, effet, entrée en vigueur, validité',
    to: 'fin, expiration',
    other:
      'livraison, expédition, envoi, échéance, modification, mise à jour, paiement, règlement, naissance, embauche, limite, modifié, modifiée, dernière, dernière activité, prochaine, expédié, livré, payé',
    expected: 'prévue, prévu, prévisionnelle, attendue, estimée, souhaitée, espérée',
    created: 'création, créé, créée, ouverture, saisie, ajout',
    closed:
      'clôture, fermeture, conclusion, signature, fermée, clôturé, clôturée, gain, perte, signée',
  },
  when: 'le',
  documents: 'commande, facture, pièce, bon de commande, transaction, document',
  deals: 'opportunité, affaire, devis, piste, enregistrement',
  neutral:
    'nom, libellé, nom complet, net, nette, brut, brute, ht, ttc, réel, réalisé, réalisée, réalisés, total, totale, année précédente, n 1, année en cours, cumul, cumulé, en cours, pourcentage, principal, intitulé',
  links: 'de, du, des, d, l, la, les',
  joints: 'pour, par, en, dans, sur, avec, sans, hors, avant, après, à, au, aux',
  ratios: 'vs, contre, moyen, moyenne',
  none: 'sous total, total intermédiaire, centre de coût, liste de prix, code remise, groupe cible, code promo, prochaine étape',
};
