import { attachmentLine, isOfAttachment, readAttachmentLine, withFile } from '../../../src/server/messages/attachment-line.ts';

const url = 'https://media.ringcentral.com/restapi/v1.0/account/1/extension/310001/message-store/9001/content/90011?x=1';
const ramp = { id: '90011', name: 'ramp.jpg', type: 'image/jpeg', size: 51_200, url };

describe('an attachment as a line of its message’s record', () => {
  test('says what it is and where, and reads the same again', () => {
    const line = attachmentLine(ramp);
    expect(line).toBe(`ramp.jpg (image/jpeg, 50 KB) ${url}`);
    expect(readAttachmentLine(line)).toEqual({ type: 'image/jpeg', url, file: null });
    expect(readAttachmentLine(withFile(line, 'https://1.app.netsuite.com/core/media/media.nl?id=7'))).toEqual({ type: 'image/jpeg', url, file: 'https://1.app.netsuite.com/core/media/media.nl?id=7' });
  });

  test.each([
    ['a second line', 'a.jpg\nb.html (text/html) https://evil.example/content/5'],
    ['a place in the File Cabinet', 'a.jpg (image/png) https://evil.example/content/5 in the File Cabinet: https://evil.example/x'],
    ['parentheses', 'holiday (1) (final).jpg'],
    ['nothing', ''],
  ])('is one line, of its own type and address, where its sender called it by %s', (_what, name) => {
    const line = attachmentLine({ ...ramp, name });
    expect(line).not.toMatch(/[\r\n\u2028\u2029\u0085]/);
    const said = readAttachmentLine(line);
    expect(said).toEqual({ type: 'image/jpeg', url, file: null });
    expect([said && isOfAttachment(said, '90011'), said && isOfAttachment(said, '5'), said && isOfAttachment(said, '9001')]).toEqual([true, false, false]);
  });

  test.each(['', 'a note that somebody typed', `ramp.jpg ${url}`])('is not what %p is', (line) => expect(readAttachmentLine(line)).toBeNull());
});
