import type { Vocabulary } from './vocabulary';

export const portuguese: Vocabulary = {
  language: 'pt',
  head: 'first',
  plurals: ['s', 'es'],
  roles: {
    date: '=data, data de, data do, data da, data pedido, data venda, data prevista, =dia',
    period: 'período, semana, semestre, ano mês',
    year: 'ano, exercício',
    quarter: 'trimestre',
    month: 'mês',
    createdDate: '=criado, =criada',
    target: 'meta, objetivo, objectivo, cota, orçamento, plano, alvo, meta de vendas, orçado',
    discount: 'desconto, abatimento, bonificação, taxa de desconto',
    tax: 'imposto, icms, iva, ipi, tributo',
    probability: 'probabilidade',
    share: 'participação, rateio, repartição, percentual de rateio',
    rate: 'taxa de câmbio, câmbio, cotação da moeda',
    profit: 'lucro, margem, margem bruta, ganho líquido',
    cost: 'custo, despesa, frete, custo das vendas, preço de custo, comissão',
    price: 'preço, preço unitário, valor unitário, tarifa',
    quantity: 'quantidade, qtd, qtde, unidades, peças, número de unidades',
    expectedAmount:
      'receita esperada, receita prevista, valor ponderado, valor previsto, previsão, receita estimada, valor esperado',
    amount:
      'vendas, venda, valor, montante, total, receita, faturamento, faturação, preço total, valor total, volume de negócios, importância',
    region: 'região, zona, província, uf, área, distrito',
    territory: 'território, território de vendas',
    country: 'país, código do país',
    salesperson:
      'vendedor, vendedora, representante, consultor, consultora, proprietário, proprietário do negócio, agente, responsável pela venda, atribuído a, executivo de contas, comercial',
    team: 'equipe, equipa, equipe de vendas, equipa de vendas, time de vendas',
    manager: 'gerente, gestor, gestora, chefe, supervisor, supervisora, diretor, responsável',
    product: 'produto, artigo, material, mercadoria',
    category:
      'categoria, subcategoria, família, linha de produto, grupo de produtos, linha de produtos',
    channel: 'canal, canal de venda, canal de vendas, canal de distribuição',
    customer: 'cliente, conta, comprador, empresa, razão social, nome do cliente, companhia',
    segment: 'segmento, tipo de cliente, grupo de clientes, setor, ramo, indústria',
    stage: 'etapa, fase, estágio, etapa do negócio, situação, estágio de vendas',
    outcome: 'resultado, ganho perdido',
    orderId: '=pedido, =fatura, =nota fiscal, =encomenda',
    id: 'id, identificador, número, n, no, nro, núm, código, cep, código postal, telefone, chave, referência',
    currency: 'moeda, divisa, código da moeda',
    version: 'versão, cenário, tipo de plano',
    isWon: '=ganho, =ganha',
    isClosed: '=fechado, =fechada',
    isLost: '=perdido, =perdida',
    effectiveFrom: 'válido desde, válido de, vigente desde, =desde, =início',
    effectiveTo: 'válido até, vigente até, =até, =fim',
    otherDate: '=vencimento, =entrega',
  },
  dates: {
    from: 'início, desde, vigência',
    to: 'fim, até, término, expiração, validade',
    other:
      'envio, entrega, vencimento, modificação, atualização, pagamento, nascimento, contratação, limite, última, última atividade, próxima, modificado, atualizado, enviado, entregue, pago, expedição',
    expected:
      'data prevista, prevista, previsto, esperada, esperado, estimada, estimado, planejada, provável',
    created: 'criação, criado, criada, abertura, cadastro, registro, registo',
    closed:
      'fechamento, fecho, fechado, fechada, encerramento, conclusão, assinatura, ganho, perdido',
  },
  when: 'em',
  documents: 'pedido, fatura, nota fiscal, nf, encomenda, documento, transação, ordem de venda',
  deals: 'oportunidade, negócio, proposta, cotação, registro',
  neutral:
    'nome, denominação, nome completo, líquido, líquida, bruto, bruta, real, realizado, realizada, atual, total, totais, ano anterior, acumulado, acumulada, percentual, porcentagem, principal',
  links: 'de, do, da, dos, das',
  joints: 'por, para, em, no, na, com, sem, antes, depois, e, a, pela, pelo',
  ratios: 'vs, versus, médio',
  none: 'subtotal, sub total, centro de custo, lista de preços, código de desconto, público alvo, próximo passo',
};
