import * as v from 'valibot';
import type { PersonRef } from '../../core/people/person.ts';
import type { LogRequest } from '../../wire/calls/log.ts';
import { LogAnswer, type LogResult } from '../../wire/calls/log-answer.ts';
import { Answer } from '../../wire/errors.ts';
import type { TextResult } from '../../wire/messages/log-answer.ts';
import { RememberAnswer, SeeAnswer } from '../../wire/people/remember-answer.ts';
import { WhoIsAnswer } from '../../wire/people/who-is.ts';
import type { Boot } from '../../wire/session/boot.ts';
import { BindAnswer, SessionAnswer, type BindExtension } from '../../wire/session/session.ts';
import { CompanyForMembers } from '../../wire/settings/company-for-members.ts';
import { exchange, type Fetch } from './exchange.ts';
import { NetSuiteFailure } from './failure.ts';

/** Value of the token header on requests that change nothing. */
const reading = 'read';

/** What became of one log. */
export type LoggedItem = Pick<LogResult, 'status' | 'record' | 'code' | 'detail' | 'notes'>;
/** In the order of the request. */
export interface LogAnswers { calls: LogResult[]; texts: TextResult[] }

export interface NetSuiteClientTools { urls: Pick<Boot['urls'], 'api' | 'service' | 'calls'>; fetch: Fetch }

/** Our own endpoints, typed. Every verb may throw NetSuiteFailure. */
export function createNetSuiteClient({ urls, fetch }: NetSuiteClientTools) {
  let session: Promise<SessionAnswer> | null = null;

  async function ask<T extends v.GenericSchema>(url: string, action: Record<string, unknown>, reader: T, token: string): Promise<v.InferOutput<T>> {
    const read = v.safeParse(Answer(reader), await exchange(fetch, url, action, token));
    if (!read.success) throw new NetSuiteFailure('failed', `unreadable answer to ${String(action['action'])}`);
    const answer = read.output as { ok: true; value: v.InferOutput<T> } | { ok: false; error: { code: NetSuiteFailure['code']; detail: string } };
    if (answer.ok) return answer.value;
    if (answer.error.code === 'NO_SESSION') throw new NetSuiteFailure('session-ended', answer.error.detail, answer.error.code);
    if (answer.error.code === 'LATER') throw new NetSuiteFailure('limits', answer.error.detail, answer.error.code);
    throw new NetSuiteFailure('refused', answer.error.detail, answer.error.code);
  }

  const readSession = (): Promise<SessionAnswer> => {
    const asked = ask(urls.api, { action: 'session' }, SessionAnswer, reading);
    session = asked;
    // A failed read is not remembered.
    asked.catch(() => {
      if (session === asked) session = null;
    });
    return asked;
  };

  /** A state change carries the session's token, read before made; NetSuite may have begun a new session meanwhile. */
  async function change<T extends v.GenericSchema>(url: string, action: Record<string, unknown>, reader: T): Promise<v.InferOutput<T>> {
    const { csrf } = await (session ?? readSession());
    try {
      return await ask(url, action, reader, csrf);
    } catch (failure) {
      if (!(failure instanceof NetSuiteFailure) || failure.code !== 'BAD_TOKEN') throw failure;
      return ask(url, action, reader, (await readSession()).csrf);
    }
  }

  async function readLogAnswer(url: string, body: unknown, token: string): Promise<LogAnswer> {
    const answer = await exchange(fetch, url, body, token);
    const read = v.safeParse(LogAnswer, answer);
    if (read.success) return read.output;
    // A RESTlet that NetSuite itself keeps from running says so in NetSuite's own words.
    const own = v.safeParse(v.object({ error: v.object({ code: v.string() }) }), answer);
    if (own.success && /PERMISSION|PRIVILEGE/.test(own.output.error.code)) throw new NetSuiteFailure('refused', own.output.error.code, 'FORBIDDEN');
    throw new NetSuiteFailure('failed', own.success ? own.output.error.code : 'unreadable answer to a log');
  }

  const changeService = <T extends v.GenericSchema>(action: string, body: object, reader: T) => change(urls.service, { ...body, action }, reader);

  return {
    session: readSession,
    company: () => ask(urls.service, { action: 'company' }, CompanyForMembers, reading),
    whoIs: (numbers: string[]) => ask(urls.api, { action: 'who-is', numbers }, WhoIsAnswer, reading),
    /** An action of the api Suitelet, for screens that the line has no use for: one that reads, and one that changes something. */
    read: <T extends v.GenericSchema>(action: string, body: object, reader: T) => ask(urls.api, { ...body, action }, reader, reading),
    /** Of the service Suitelet: what everybody may know although their role may not read it. */
    readService: <T extends v.GenericSchema>(action: string, body: object, reader: T) => ask(urls.service, { ...body, action }, reader, reading),
    change: <T extends v.GenericSchema>(action: string, body: object, reader: T) => change(urls.api, { ...body, action }, reader),
    /** What everybody may do although their role may not write it. */
    changeService,
    /** First under the user's own role, which has to see the person; then for the whole company. */
    async rememberChoice(number: string, { type, id }: PersonRef) {
      const person = { type, id };
      await change(urls.api, { action: 'see-person', person }, SeeAnswer);
      return changeService('remember-choice', { number, person }, RememberAnswer);
    },
    bindExtension: (extension: v.InferInput<typeof BindExtension>) => changeService('bind-extension', extension, BindAnswer),

    /** The results, one per call and per message. RESTlets share a small pool of the account: when it is full, the Suitelet takes the same body. */
    async log(request: LogRequest): Promise<LogAnswers> {
      let answer: LogAnswer;
      try {
        answer = await readLogAnswer(urls.calls, request, reading);
      } catch (failure) {
        if (!(failure instanceof NetSuiteFailure) || failure.kind !== 'limits') throw failure;
        const { csrf } = await (session ?? readSession());
        answer = await readLogAnswer(urls.api, { action: 'log-calls', ...request }, csrf);
      }
      if (answer.ok) return { calls: answer.results, texts: answer.textResults };
      if (answer.error.code === 'BAD_TOKEN') session = null;
      if (answer.error.code === 'NO_SESSION') throw new NetSuiteFailure('session-ended', answer.error.detail, answer.error.code);
      if (answer.error.code === 'LATER' || answer.error.code === 'BAD_TOKEN') throw new NetSuiteFailure('limits', answer.error.detail, answer.error.code);
      throw new NetSuiteFailure('refused', answer.error.detail, answer.error.code);
    },
  };
}

export type NetSuiteClient = ReturnType<typeof createNetSuiteClient>;
