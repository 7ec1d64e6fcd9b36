import type { FormPageModel, PageModel } from '../pages/model.ts';
import type { Failure } from './script-error.ts';

/** Who acts: user and role of the session, or of the script that called. */
export interface Caller { userId: number; role: string; session: string | null }

export interface WebRequest { method: string; url: string; parameters: Record<string, string>; headers: Record<string, string>; body: string; clientIpAddress: string }

export interface WebResponse { headers: [string, string][]; body: string; redirect: string | null; /** A form to be drawn by the platform, instead of a body. */ page: FormPageModel | null }

export interface RestAnswer { body: string; contentType: string }

export interface SaveAnswer { saved: { id: number; path: string } | null; /** The form again, with what was typed and why it was refused. */ page: FormPageModel | null }

export interface ImportRow { type: string; externalId?: string; values: Record<string, string | number | boolean | null> }

/** A text file of the File Cabinet by its whole path. */
export interface CabinetFile { path: string; content: string }

export type KeyValue = [key: string, value: string];

/** Work for a thread. Each kind answers what stands beside it in `Answers`. */
export type Job =
  | { job: 'suitelet'; caller: Caller; script: string; deployment: string; request: WebRequest; calledBy: number | null }
  | { job: 'restlet'; caller: Caller; script: string; deployment: string; method: string; parameters: Record<string, string>; contentType: string; body: string; calledBy: number | null }
  | { job: 'record-page'; caller: Caller; path: string; query: Record<string, string> }
  | { job: 'record-save'; caller: Caller; path: string; query: Record<string, string>; /** Every value posted under a name. */ form: Record<string, string[]> }
  | { job: 'list-page'; caller: Caller; path: string; query: Record<string, string> }
  | { job: 'dashboard'; caller: Caller }
  | { job: 'input-data'; caller: Caller; script: string; deployment: string; parameters: Record<string, string> }
  | { job: 'map'; caller: Caller; script: string; deployment: string; parameters: Record<string, string>; pair: KeyValue; attempt: number }
  | { job: 'reduce'; caller: Caller; script: string; deployment: string; parameters: Record<string, string>; key: string; values: string[]; attempt: number }
  | { job: 'summarize'; caller: Caller; script: string; deployment: string; parameters: Record<string, string>; summary: MapReduceSummary }
  | { job: 'import'; caller: Caller; rows: ImportRow[]; context: string }
  | { job: 'merge'; caller: Caller; type: string; from: number; into: number }
  | { job: 'snippet'; caller: Caller; source: string; context: string }
  | { job: 'upload'; files: CabinetFile[] }
  | { job: 'write'; statements: { sql: string; values: (string | number | null)[] }[] };

export interface MapReduceSummary {
  inputError: string | null;
  mapKeys: string[];
  mapErrors: KeyValue[];
  reduceKeys: string[];
  reduceErrors: KeyValue[];
  output: KeyValue[];
  started: number;
  seconds: number;
  usage: number;
  concurrency: number;
}

export interface StageAnswer { written: KeyValue[]; units: number }

export interface InputAnswer { pairs: KeyValue[]; retryCount: number; exitOnError: boolean; hasMap: boolean; hasReduce: boolean; units: number }

export interface Answers {
  'suitelet': WebResponse;
  'restlet': RestAnswer;
  'record-page': PageModel;
  'record-save': SaveAnswer;
  'list-page': PageModel;
  'dashboard': PageModel;
  'input-data': InputAnswer;
  'map': StageAnswer;
  'reduce': StageAnswer;
  'summarize': StageAnswer;
  'import': { id: number }[];
  'merge': null;
  'snippet': unknown;
  'upload': null;
  'write': null;
}

export type JobAnswer = { ok: true; value: unknown } | { ok: false; failure: Failure };
