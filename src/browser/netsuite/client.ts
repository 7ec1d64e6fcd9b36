import * as v from 'valibot';
import { LogAnswer, type LogRequest } from '../../wire/calls/log.ts';
import { Answer } from '../../wire/errors.ts';
import { WhoIsAnswer } from '../../wire/people/who-is.ts';
import type { Boot } from '../../wire/session/boot.ts';
import { BindAnswer, SessionAnswer, type BindExtension } from '../../wire/session/session.ts';
import { CompanyCard, CompanyForMembers, type CompanySettings } from '../../wire/settings/company.ts';
import { exchange, type Fetch } from './exchange.ts';
import { NetSuiteFailure } from './failure.ts';

/** Value of the token header on requests that change nothing. */
const reading = 'read';

export interface NetSuiteClientTools { urls: Pick<Boot['urls'], 'api' | 'service' | 'calls'>; fetch: Fetch }

/** Our own endpoints, typed. Every verb may throw NetSuiteFailure. */
export function createNetSuiteClient({ urls, fetch }: NetSuiteClientTools) {
  let session: Promise<SessionAnswer> | null = null;

  async function ask<T extends v.GenericSchema>(url: string, action: Record<string, unknown>, reader: T, token: string): Promise<v.InferOutput<T>> {
    const read = v.safeParse(Answer(reader), await exchange(fetch, url, action, token));
    if (!read.success) throw new NetSuiteFailure('network', `unreadable answer to ${String(action['action'])}`);
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

  async function logThroughRestlet(request: LogRequest): Promise<LogAnswer> {
    const read = v.safeParse(LogAnswer, await exchange(fetch, urls.calls, request, reading));
    if (!read.success) throw new NetSuiteFailure('network', 'unreadable answer to a log');
    return read.output;
  }

  return {
    session: readSession,
    company: () => ask(urls.service, { action: 'company' }, CompanyForMembers, reading),
    whoIs: (numbers: string[]) => ask(urls.api, { action: 'who-is', numbers }, WhoIsAnswer, reading),
    readCompany: () => ask(urls.api, { action: 'read-company' }, CompanyCard, reading),
    saveCompany: (settings: CompanySettings) => change(urls.api, { action: 'save-company', settings }, CompanyCard),
    bindExtension: (extension: v.InferInput<typeof BindExtension>) => change(urls.service, { action: 'bind-extension', ...extension }, BindAnswer),

    /** The results, one per call. RESTlets share a small pool of the account: when it is full, the Suitelet takes the same body. */
    async logCalls(request: LogRequest): Promise<Extract<LogAnswer, { ok: true }>['results']> {
      let answer: LogAnswer;
      try {
        answer = await logThroughRestlet(request);
      } catch (failure) {
        if (!(failure instanceof NetSuiteFailure) || failure.kind !== 'limits') throw failure;
        const { csrf } = await (session ?? readSession());
        const read = v.safeParse(LogAnswer, await exchange(fetch, urls.api, { action: 'log-calls', ...request }, csrf));
        if (!read.success) throw new NetSuiteFailure('network', 'unreadable answer to a log');
        answer = read.output;
      }
      if (answer.ok) return answer.results;
      if (answer.error.code === 'BAD_TOKEN') session = null;
      if (answer.error.code === 'NO_SESSION') throw new NetSuiteFailure('session-ended', answer.error.detail, answer.error.code);
      if (answer.error.code === 'LATER' || answer.error.code === 'BAD_TOKEN') throw new NetSuiteFailure('limits', answer.error.detail, answer.error.code);
      throw new NetSuiteFailure('refused', answer.error.detail, answer.error.code);
    },
  };
}

export type NetSuiteClient = ReturnType<typeof createNetSuiteClient>;
