import { Session } from '../../src/jobs';
import { PaneStore } from '../../src/taskpane/pane-store';
import { workbookWith } from '../intake/raw-tables';

describe('what ranges looked like', () => {
  const mark = (header: string, isFollowed = false) => ({ first: [header], isFollowed });
  const store = () => new PaneStore(new Session(workbookWith({ Data: [['Date']] })));

  test('is noted when they are first seen, and held against what they look like later', () => {
    const own = store();
    own.noteRanges({ 'Data!A1:C3': mark('Date') });
    own.noteRanges({ 'Data!A1:C3': mark('Date', true), 'Data!A6:C8': mark('Month') });
    expect(own.state().wishes.ranges).toEqual({
      'Data!A1:C3': mark('Date'),
      'Data!A6:C8': mark('Month'),
    });
  });

  test('is forgotten once another source is chosen', () => {
    const own = store();
    own.noteRanges({ 'Data!A1:C3': mark('Date') });
    own.noteRanges({});
    own.noteRanges({ 'Data!A1:C3': mark('Date', true) });
    expect(own.state().wishes.ranges).toEqual({ 'Data!A1:C3': mark('Date', true) });
  });

  test('changes nothing where no range is read', () => {
    const own = store();
    const before = own.state();
    own.noteRanges({});
    expect(own.state()).toBe(before);
  });
});
