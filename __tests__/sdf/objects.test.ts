import { directions, outcomes } from '../../src/core/calls/outcome.ts';
import * as ids from '../../src/server/netsuite/ids.ts';
import { serverEntries, serverFile } from '../../scripts/entries.ts';
import { checkObject } from './check-object.ts';
import table from './sdf-objects.trimmed.json';
import { deployPaths, manifest, manifestFeatures, objectFiles, project, readRoot, type ObjectFile } from './project-files.ts';
import { childrenOf, readXml, textOf, type Element } from './read-xml.ts';

const objects = objectFiles();
const object = (scriptId: string): Element => (objects.find(({ root }) => root.attributes['scriptid'] === scriptId) as ObjectFile).root;
const deployments = ({ root }: ObjectFile): Element[] => childrenOf(root, 'scriptdeployments').flatMap((group) => childrenOf(group, 'scriptdeployment'));
const valuesOfList = (scriptId: string): string[] => childrenOf(object(scriptId), 'customvalues').flatMap((group) => childrenOf(group, 'customvalue')).map((value) => textOf(value, 'value') ?? '');

describe('what is deployed', () => {
  test.each(objects.map(({ file, root }) => [file, root] as const))('%s is as NetSuite reads it', (_file, root) => expect(checkObject(root, project())).toEqual([]));

  test.each(objects.map(({ file, root }) => [file, root] as const))('%s is named after its script id', (file, root) => expect(file.split('/').pop()).toBe(`${root.attributes['scriptid']}.xml`));

  test('no script id is used twice', () => {
    const all = objects.flatMap(({ root }) => [root, ...root.children.flatMap((group) => group.children)]).flatMap((element) => element.attributes['scriptid'] ?? []);
    expect(all).toHaveLength(new Set(all).size);
  });

  test('every script the build makes is deployed, under the type it was built as, and nothing else is', () => {
    const types: Record<string, string> = { suitelet: 'suitelet', restlet: 'restlet', 'user-event': 'usereventscript', 'map-reduce': 'mapreducescript', portlet: 'portlet' };
    const built = serverEntries.map((entry) => `${types[entry.type]} /SuiteScripts/rcns/dist/${serverFile(entry)}`);
    // One file may be deployed as two scripts.
    const deployed = [...new Set(objects.filter((each) => deployments(each).length > 0).map(({ root }) => `${root.name} ${textOf(root, 'scriptfile')?.slice(1, -1)}`))];
    expect(deployed.sort()).toEqual(built.sort());
  });

  test('nothing of ours is reachable without signing in', () => {
    for (const each of objects.filter(({ root }) => root.name === 'suitelet')) expect(deployments(each).map((deployment) => textOf(deployment, 'isonline'))).toEqual(['F']);
  });

  test('scripts that keep or link records run in every context', () => {
    for (const scriptId of ['customscript_rcns_phone_call', 'customscript_rcns_entity', 'customscript_rcns_project']) expect(deployments({ file: '', root: object(scriptId) }).flatMap((deployment) => childrenOf(deployment, 'executioncontext'))).toEqual([]);
  });

  test('roles have permissions at levels that exist', () => {
    const levels = table.permissionLevels as Record<string, { levels: string[] }>;
    const wrong = objects.filter(({ root }) => root.name === 'role').flatMap(({ root }) => childrenOf(root, 'permissions').flatMap((group) => group.children)).filter((permission) => !levels[textOf(permission, 'permkey') ?? '']?.levels.includes(textOf(permission, 'permlevel') ?? ''));
    expect(wrong).toEqual([]);
  });

  test('Members cannot read the settings record', () => {
    const settings = object(ids.settings.type);
    expect(textOf(settings, 'accesstype')).toBe('USEPERMISSIONLIST');
    const roles = childrenOf(settings, 'permissions').flatMap((group) => group.children).map((permission) => textOf(permission, 'permittedrole'));
    expect(roles).toEqual(['ADMINISTRATOR', '[scriptid=customrole_rcns_admin]', '[scriptid=customrole_rcns_service]']);
  });

  test('lists hold the words the product uses', () => {
    expect(valuesOfList('customlist_rcns_direction')).toEqual([...directions]);
    expect(valuesOfList('customlist_rcns_outcome')).toEqual([...outcomes]);
  });

  test('every id the code uses exists', () => {
    const known = new Set(project().scriptIds.keys());
    const inner = new Set([...known].map((id) => id.split('.').pop()));
    const used = JSON.stringify(ids).match(/cust(?:omscript|omdeploy|omrecord|record|event|script)_rcns_[a-z_0-9]+/g) ?? [];
    expect(used.length).toBeGreaterThan(20);
    expect(used.filter((id) => !inner.has(id))).toEqual([]);
  });
});

describe('the project', () => {
  test('is an account customization that asks for the features it needs', () => {
    expect(manifest().attributes).toEqual({ projecttype: 'ACCOUNTCUSTOMIZATION' });
    expect([...manifestFeatures()].sort()).toEqual(['CRM', 'CUSTOMCODE', 'CUSTOMRECORDS', 'SERVERSIDESCRIPTING']);
    expect(readRoot('manifest.xml').trimEnd()).toMatch(/<\/manifest>$/);
  });

  test('deploys paths that exist: NetSuite skips others without a word', () => {
    for (const { path, files } of deployPaths()) expect([path, files.length > 0]).toEqual([path, true]);
    expect(deployPaths().every(({ path }) => path.startsWith('~/'))).toBe(true);
  });

  test('puts nothing in the zip that does not belong there', () => {
    const zip = ['manifest.xml', 'deploy.xml', ...deployPaths().flatMap(({ files }) => files)];
    expect(zip.filter((file) => file.split('/').some((part) => part.startsWith('.')) || file.endsWith('.map'))).toEqual([]);
    expect(zip.filter((file) => !/^(manifest\.xml|deploy\.xml|Objects\/[a-z]+\/[a-z_]+\.xml|FileCabinet\/SuiteScripts\/rcns\/(dist|assets)\/[a-z-]+(\.[a-z-]+)*\.(js|html))$/.test(file))).toEqual([]);
  });
});

describe('the check itself', () => {
  const broken = (text: string): string[] => checkObject(readXml(text)[0] as Element, project());
  const field = (inside: string): string => `<crmcustomfield scriptid="custevent_rcns_try">${inside}</crmcustomfield>`;
  test.each([
    ['an unknown element', field('<label>A</label><fieldtype>TEXT</fieldtype><colour>red</colour>'), 'crmcustomfield/colour: unknown element'],
    ['a wrong field type', field('<label>A</label><fieldtype>FREEFORMTEXT</fieldtype>'), 'crmcustomfield/fieldtype: FREEFORMTEXT is no value of generic_customfield_fieldtype'],
    ['a list without its values', field('<label>A</label><fieldtype>SELECT</fieldtype>'), 'crmcustomfield/selectrecordtype: required here'],
    ['a wrong boolean', field('<label>A</label><fieldtype>TEXT</fieldtype><appliestophonecall>yes</appliestophonecall>'), 'crmcustomfield/appliestophonecall: T or F'],
    ['a missing label', field('<fieldtype>TEXT</fieldtype>'), 'crmcustomfield/label: required'],
    ['a reference that leads nowhere', field('<label>A</label><fieldtype>SELECT</fieldtype><selectrecordtype>[scriptid=customlist_rcns_gone]</selectrecordtype>'), 'crmcustomfield/selectrecordtype: [scriptid=customlist_rcns_gone] leads nowhere'],
    ['a script that the build does not make', '<suitelet scriptid="customscript_rcns_try"><name>A</name><scriptfile>[/SuiteScripts/rcns/dist/try.js]</scriptfile></suitelet>', 'suitelet/scriptfile: /SuiteScripts/rcns/dist/try.js is not there after the build'],
    ['a wrong prefix', '<crmcustomfield scriptid="custentity_rcns_try"><label>A</label><fieldtype>TEXT</fieldtype></crmcustomfield>', 'crmcustomfield@scriptid: not a script id'],
  ])('notices %s', (_what, text, problem) => expect(broken(text)).toContain(problem));
});
