import { storedNames } from '../../src/excel';

test('the names that users’ workbooks store never change', () => {
  expect(storedNames).toEqual({
    ownSheetsNamespace: 'urn:sales-monitor:own-sheets:1',
    ownSheetsElement: 'ownSheets',
  });
});
