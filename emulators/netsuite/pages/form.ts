import { FORM_SCRIPTS, staticUrl } from '../client/static-files.ts';
import { formPageData } from './form-data.ts';
import { renderDocument } from './frame.ts';
import { type Html, html, jsonForScript } from './html.ts';
import type { ButtonModel, FormPageModel, PageRequest } from './model.ts';
import { renderFields, renderGroup, renderSubtabs } from './subtabs.ts';

/** A record in view, edit or create mode, or a form written by a Suitelet. */
export function renderForm(model: FormPageModel, request: PageRequest): Html {
  const editable = model.mode !== 'view';
  const display = { editable, telLinks: request.telLinks ?? false };
  const content = html`${renderTitle(model)}
<div class="messages" id="messages" aria-live="polite">${model.messages.map((message) => html`<div class="message ${message.level}" role="${message.level === 'error' ? 'alert' : 'status'}">${message.title && html`<b class="message-title">${message.title}</b>`}<span class="message-text">${message.text}</span></div>`)}</div>
${renderButtons(model)}
${renderFields(model.fields.filter((field) => field.container === ''), display)}
${model.groups.filter((group) => group.subtab === null).map((group) => renderGroup(group, model, display))}
${renderSubtabs(model, display)}`;
  return renderDocument({
    title: model.mode === 'suitelet' ? model.title : `${model.typeLabel}: ${model.title || `New ${model.typeLabel}`}`,
    frame: model.frame, request, kind: 'form',
    head: renderScripts(model),
    body: html`<div class="record" data-mode="${model.mode}" data-record-type="${model.record?.type ?? ''}">${
      editable ? html`<form name="main_form" id="main_form" method="post" action="${model.actions.save ?? request.url}" novalidate>${renderPostedValues(model, request)}${content}</form>` : content}</div>`,
  });
}

function renderTitle(model: FormPageModel): Html {
  if (model.mode === 'suitelet') return html`<h1 class="page-title">${model.title}</h1>`;
  return html`<div class="page-type">${model.typeLabel}</div><h1 class="page-title uir-record-name">${model.mode === 'create' ? `New ${model.typeLabel}` : model.title}</h1>`;
}

function renderButtons(model: FormPageModel): Html {
  const { edit, save, cancel } = model.actions;
  return html`<div class="buttons">${model.mode === 'view' && edit && html`<a class="button primary" id="edit" href="${edit}">Edit</a>`}${
    model.mode !== 'view' && model.mode !== 'suitelet' && save && html`<button type="submit" class="button primary" id="btn_multibutton_submitter">Save</button>`}${
    cancel && html`<a class="button" id="_cancel" href="${cancel}">${model.mode === 'view' ? 'Back' : 'Cancel'}</a>`}${model.buttons.map(renderButton)}</div>`;
}

function renderButton(button: ButtonModel): Html {
  return button.functionName
    ? html`<button type="button" class="button" id="${button.id}" data-function="${button.functionName}">${button.label}</button>`
    : html`<button type="submit" class="button primary" id="${button.id}">${button.label}</button>`;
}

function renderPostedValues(model: FormPageModel, request: PageRequest): Html {
  return html`<input type="hidden" name="_csrf" value="${request.csrf}">${model.record && html`<input type="hidden" name="_type" value="${model.record.type}"><input type="hidden" name="_id" value="${model.record.id ?? ''}"><input type="hidden" name="_version" value="${model.record.version}">`}`;
}

/** Scripts run after parsing, in this order; client modules are fetched beside them. */
function renderScripts(model: FormPageModel): Html {
  return html`<script type="application/json" id="netsuite-page">${jsonForScript(formPageData(model))}</script>
${model.clientModules.map((module) => html`<link rel="preload" as="script" href="${module.url}">`)}
${FORM_SCRIPTS.map((name) => html`<script defer src="${staticUrl(name)}"></script>`)}`;
}
