import { columnRoles } from '../../src/intake';
import { languages, sourceWordsFor } from '../../src/wording';

describe.each(languages)('where sales come from is said in %s', (language) => {
  const words = sourceWordsFor(language);

  test('with a name of its own for every role', () => {
    const names = columnRoles.map((role) => words.roles[role]);
    expect(new Set(names).size).toBe(columnRoles.length);
    expect(names.every((name) => name.trim() !== '')).toBe(true);
  });

  test('with every trap in a sentence', () => {
    for (const sentence of Object.values(words.traps)) expect(sentence).toMatch(/^\p{Lu}.+\.$/u);
  });

  test('with every reason for an amount in a sentence that names its column', () => {
    for (const reason of Object.values(words.amountReasons)) {
      expect(reason('Net total')).toMatch(/"Net total".*\.$/);
    }
  });
});

test('a doubt names the column, what it was taken for and a value', () => {
  const { doubt, roles, contents } = sourceWordsFor('en');
  const facts = {
    header: 'State',
    role: roles.region,
    content: contents.stage,
    like: 'Prospecting',
  };
  expect(doubt(facts)).toBe(
    '"State" is taken for Region, but its values look like stages of opportunities, such as "Prospecting".',
  );
});

test('a likely export names the other systems that it could be from', () => {
  const { known } = sourceWordsFor('en');
  const facts = { system: 'HubSpot', object: 'opportunities' };
  expect(known({ ...facts, sure: 'likely', others: 'Zoho CRM' })).toBe(
    'This may be an export of opportunities from HubSpot, or from Zoho CRM.',
  );
  expect(known({ ...facts, sure: 'certain', others: '' })).toBe(
    'This is an export of opportunities from HubSpot.',
  );
});
