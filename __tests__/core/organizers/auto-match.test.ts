import { autoMatch, type CompanyUser, type EmployeeToMatch } from '../../../src/core/organizers/auto-match.ts';

const rita: CompanyUser = { extensionId: '62002', email: 'rita@fairweather.example', userEmail: 'rita@fairweather.example', numbers: ['+16505550142'] };
const employee = (id: number, email: string, ...numbers: string[]): EmployeeToMatch => ({ id, email, numbers });
const match = (user: Partial<CompanyUser>, ...employees: EmployeeToMatch[]) => autoMatch([{ ...rita, ...user }], employees)[0];

test('Rita is found by the e-mail address of her extension, however it is written', () => {
  expect(match({}, employee(7, ' Rita@Fairweather.EXAMPLE '), employee(8, 'sam@fairweather.example'))).toEqual({ kind: 'matched', extensionId: '62002', employee: 7, how: 'email' });
});

test('an extension with the address of a team is found by the person\'s own', () => {
  expect(match({ email: 'sales@fairweather.example' }, employee(7, 'rita@fairweather.example'))).toMatchObject({ employee: 7, how: 'user-email' });
});

test('without an address that anybody has, her direct number tells', () => {
  expect(match({ email: '', userEmail: 'rv@elsewhere.example' }, employee(7, '', '+16505550142'))).toMatchObject({ employee: 7, how: 'phone' });
});

test('the address outdoes the number, which may be a predecessor\'s', () => {
  expect(match({}, employee(6, 'old@fairweather.example', '+16505550142'), employee(7, 'rita@fairweather.example'))).toMatchObject({ employee: 7, how: 'email' });
});

test('two employees with one address, or one desk phone: nobody is chosen', () => {
  expect(match({}, employee(7, 'rita@fairweather.example'), employee(9, 'rita@fairweather.example'))).toEqual({ kind: 'ambiguous', extensionId: '62002' });
  expect(match({ email: '', userEmail: '' }, employee(7, '', '+16505550142'), employee(9, '', '+16505550142'))).toEqual({ kind: 'ambiguous', extensionId: '62002' });
});

test('an extension that nobody fits, and employees without any address, stay alone', () => {
  expect(match({ email: '', userEmail: '', numbers: [] }, employee(7, ''))).toEqual({ kind: 'unmatched', extensionId: '62002' });
});
