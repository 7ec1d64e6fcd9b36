import type { DeploymentObject, ParameterObject, ScriptKind, ScriptObject } from './objects.ts';
import { child, flagOf, grouped, referenceOf, textOf } from './xml.ts';
import type { XmlNode } from './xml.ts';

/** Root element of a script object to what it deploys. */
export const scriptKinds: Record<string, ScriptKind> = {
  suitelet: 'suitelet', restlet: 'restlet', usereventscript: 'userevent', clientscript: 'client',
  mapreducescript: 'mapreduce', scheduledscript: 'scheduled', portlet: 'portlet',
};

/** Reads a script record with its parameters and deployments. */
export function readScript(root: XmlNode, kind: ScriptKind): ScriptObject {
  const parameters = grouped(root, 'scriptcustomfields', 'scriptcustomfield').map(readParameter);
  return {
    kind,
    scriptId: root.attributes['scriptid'] ?? '',
    name: textOf(root, 'name'),
    file: textOf(root, 'scriptfile').replace(/^\[|\]$/g, ''),
    inactive: flagOf(root, 'isinactive', false),
    portletType: textOf(root, 'portlettype'),
    parameters,
    deployments: grouped(root, 'scriptdeployments', 'scriptdeployment').map((node) => readDeployment(node, parameters)),
  };
}

function readParameter(node: XmlNode): ParameterObject {
  const target = textOf(node, 'selectrecordtype');
  return {
    scriptId: node.attributes['scriptid'] ?? '',
    fieldType: textOf(node, 'fieldtype'),
    label: textOf(node, 'label'),
    setting: textOf(node, 'setting'),
    defaultValue: textOf(node, 'fieldtype') === 'CHECKBOX' ? (flagOf(node, 'defaultchecked', false) ? 'T' : 'F') : textOf(node, 'defaultvalue'),
    target: target === '' ? null : referenceOf(target),
  };
}

function readDeployment(node: XmlNode, parameters: ParameterObject[]): DeploymentObject {
  const contexts = splitList(textOf(node, 'executioncontext'));
  const runAsRole = textOf(node, 'runasrole');
  const values: Record<string, string> = {};
  for (const { scriptId } of parameters) {
    const value = child(node, scriptId);
    if (value) values[scriptId] = value.text;
  }
  return {
    deploymentId: node.attributes['scriptid'] ?? '',
    title: textOf(node, 'title'),
    status: textOf(node, 'status'),
    isDeployed: flagOf(node, 'isdeployed', true),
    allRoles: flagOf(node, 'allroles', false),
    allEmployees: flagOf(node, 'allemployees', false),
    roles: splitList(textOf(node, 'audslctrole')).map(referenceOf),
    recordType: referenceOf(textOf(node, 'recordtype')),
    eventType: textOf(node, 'eventtype'),
    executionContexts: contexts.length === 0 ? null : contexts,
    runAsRole: runAsRole === '' ? null : referenceOf(runAsRole),
    isOnline: flagOf(node, 'isonline', false),
    logLevel: textOf(node, 'loglevel') || 'DEBUG',
    concurrencyLimit: Number(textOf(node, 'concurrencylimit') || '1'),
    parameters: values,
    links: grouped(node, 'links', 'link').map((link) => ({ category: textOf(link, 'linkcategory'), label: textOf(link, 'linklabel') })),
  };
}

function splitList(text: string): string[] {
  return text.split('|').map((part) => part.trim()).filter((part) => part !== '');
}
