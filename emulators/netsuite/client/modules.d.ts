/** Shapes of the emulator's own AMD modules in the browser, for the JSDoc of the plain JavaScript files beside this one. */
import type { FormPageData } from '../pages/form-data.ts';

export type PageData = FormPageData;
export type PageField = FormPageData['fields'][number];
export type ClientModule = FormPageData['clientModules'][number];

/** `emulator/errors` */
export interface Errors {
  /** An Error with the name NotEmulated, naming module and member. */
  notEmulated(moduleName: string, member: string): Error;
  /** An Error as SuiteScript throws it: its code in `name`. */
  suiteScriptError(code: string, message: string): Error;
  /** The same object, but reading a member it does not have throws NotEmulated. */
  guard<T extends object>(target: T, moduleName: string): T;
  /** @throws SSS_MISSING_REQD_ARGUMENT naming the first of `names` that `options` lacks. */
  requireArguments(options: Record<string, unknown> | undefined, names: string[], callee: string): void;
}

export type FieldValue = string | boolean | number | Date | string[];

/** `emulator/record-form`: the record of the page, read from its data in view mode and from the inputs otherwise. */
export interface RecordForm {
  fieldOf(fieldId: string): PageField | undefined;
  /** The input of a field that can be written, null in view mode. */
  inputOf(fieldId: string): HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | null;
  /** The value as text: T or F for a checkbox, values of a multiple select separated by U+0005. */
  raw(fieldId: string): string;
  value(fieldId: string): FieldValue | undefined;
  text(fieldId: string): string | string[];
  /** Writes an input; `silent` leaves out fieldChanged. */
  write(fieldId: string, value: unknown, silent: boolean): void;
}

/** `emulator/running-script`: which client script is being called, for N/runtime.getCurrentScript. */
export interface RunningScript {
  current(): ClientModule | null;
  /** Calls `work` as that script. */
  during<T>(script: ClientModule, work: () => T): T;
}

/** What a client module may export; its own button functions stand beside. */
export type ClientScript = Record<string, ((context?: unknown) => unknown) | undefined>;

/** A client module that has loaded. */
export interface LoadedScript { script: ClientModule; exports: ClientScript }

/** `emulator/client-events` */
export interface ClientEvents {
  /** Runs pageInit and listens for the others. */
  start(loaded: LoadedScript): void;
}

/** `emulator/buttons` */
export interface Buttons { start(loading: Promise<LoadedScript | null>[]): void }

export interface HttpOptions { url: string; headers?: Record<string, string>; body?: string | Record<string, unknown>; method?: string }
export interface HttpResponse { code: number; headers: Record<string, string>; body: string }

/** `emulator/http-request` */
export interface HttpRequest {
  now(method: string, options: HttpOptions, moduleName: string): HttpResponse;
  later(method: string, options: HttpOptions, moduleName: string): Promise<HttpResponse>;
}

/** `emulator/http-module`: N/https and N/http, which differ in name alone. */
export interface HttpModule { create(moduleName: string): object }
