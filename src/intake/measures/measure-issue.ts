/** What can be wrong with cells that key figures are made of; their rows still count as sales. */
export type MeasureIssueCode =
  | 'closedBeforeCreated'
  | 'costOfOnePiece'
  | 'lostAfterAsOf'
  | 'lostWithoutDate'
  | 'valueLeftOut'
  | 'valuesBlank';
