import type { FormState } from '../../modules/server-widget/form-state.ts';
import { formStateOf } from '../../modules/server-widget/server-widget.ts';
import { setRedirect } from '../../modules/redirect.ts';
import { optionsOrFirst } from '../../modules/define-module.ts';
import { url as urlModule } from '../../modules/url.ts';
import { loud, NotEmulated } from '../../not-emulated.ts';
import type { Execution } from '../execution.ts';
import type { WebRequest } from '../job.ts';
import { SuiteScriptError } from '../script-error.ts';

/** Headers a Suitelet may not set (netsuite.md 4.2). */
const forbidden = new Set([
  'allow', 'content-location', 'content-md5', 'content-range', 'date', 'location', 'proxy-authenticate', 'public-key-pins', 'public-key-pins-report-only', 'retry-after', 'server',
  'strict-transport-security', 'upgrade-insecure-requests', 'warning', 'www-authenticate', 'connection', 'content-length', 'host', 'trailer', 'transfer-encoding', 'upgrade', 'via',
]);

/** The request as a Suitelet or a beforeLoad sees it. Header names are given in lower case and as the browser writes them. */
export function requestObject(execution: Execution, request: WebRequest): object {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    headers[name.toLowerCase()] = value;
    headers[name.toLowerCase().replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())] = value;
  }
  return loud('ServerRequest', {
    method: request.method, url: request.url, body: request.body, clientIpAddress: request.clientIpAddress,
    parameters: execution.realm.adopt(request.parameters), headers: execution.realm.adopt(headers), files: execution.realm.adopt({}),
  });
}

export interface Written { headers: [string, string][]; body: string; form: FormState | null; redirect: string | null }

/** The response object, and what was written into it. */
export function responseObject(execution: Execution): { response: object; written: Written } {
  const written: Written = { headers: [], body: '', form: null, redirect: null };

  function header(args: unknown[], replace: boolean): void {
    const { name, value } = optionsOrFirst('ServerResponse.setHeader', args, ['name', 'value']);
    const key = String(name);
    if (forbidden.has(key.toLowerCase()) || key.includes('_') || /[\r\n]/.test(String(value))) {
      throw new SuiteScriptError('SSS_INVALID_HEADER', `One or more headers are not valid: ${key}`);
    }
    if (replace) written.headers = written.headers.filter(([each]) => each.toLowerCase() !== key.toLowerCase());
    written.headers.push([key, String(value)]);
  }

  const response = loud('ServerResponse', {
    write(...args: unknown[]) { written.body += String(optionsOrFirst('ServerResponse.write', args, ['output'], [])['output'] ?? ''); },
    writeLine(...args: unknown[]) { written.body += `${String(optionsOrFirst('ServerResponse.writeLine', args, ['output'], [])['output'] ?? '')}\n`; },
    writePage(given: object) {
      const form = formStateOf('pageObject' in given ? given.pageObject as object : given);
      if (!form) throw new NotEmulated('ServerResponse', 'writePage of anything but a form');
      written.form = form;
    },
    setHeader: (...args: unknown[]) => header(args, true),
    addHeader: (...args: unknown[]) => header(args, false),
    getHeader(...args: unknown[]) {
      const name = String(optionsOrFirst('ServerResponse.getHeader', args, ['name'])['name']).toLowerCase();
      return written.headers.filter(([each]) => each.toLowerCase() === name).map(([, value]) => value).join(', ') || null;
    },
    setCdnCacheable: () => undefined,
    sendRedirect(input: { type?: string; identifier?: string; id?: string; parameters?: Record<string, string> }) {
      const links = urlModule(execution) as { resolveScript(options: object): string; resolveRecord(options: object): string };
      const type = String(input.type ?? '').toUpperCase();
      if (type !== 'SUITELET' && type !== 'RECORD') throw new NotEmulated('ServerResponse', `sendRedirect to ${type}`);
      const address = type === 'SUITELET'
        ? links.resolveScript({ scriptId: input.identifier, deploymentId: input.id, params: input.parameters })
        : links.resolveRecord({ recordType: input.identifier, recordId: input.id });
      setRedirect(execution, address);
      written.redirect = address;
    },
  });
  return { response, written };
}
