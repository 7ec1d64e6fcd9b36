/** Every id of ours in NetSuite, written once. Script ids are forever: deploying never deletes. */
export const scripts = {
  app: { scriptId: 'customscript_rcns_app', deploymentId: 'customdeploy_rcns_app' },
  api: { scriptId: 'customscript_rcns_api', deploymentId: 'customdeploy_rcns_api' },
  service: { scriptId: 'customscript_rcns_service', deploymentId: 'customdeploy_rcns_service' },
  redirect: { scriptId: 'customscript_rcns_redirect', deploymentId: 'customdeploy_rcns_redirect' },
  calls: { scriptId: 'customscript_rcns_calls', deploymentId: 'customdeploy_rcns_calls' },
  /** On demand, and to carry on: a deployment that is scheduled cannot be started by a script, and none can start itself while it ends. */
  callSync1: { scriptId: 'customscript_rcns_call_sync', deploymentId: 'customdeploy_rcns_call_sync_1' },
  callSync2: { scriptId: 'customscript_rcns_call_sync', deploymentId: 'customdeploy_rcns_call_sync_2' },
  /** On demand, for the same reason. */
  rebuildIndex: { scriptId: 'customscript_rcns_phone_index', deploymentId: 'customdeploy_rcns_phone_index_1' },
} as const;

export const parameters = {
  lineFrom: 'custscript_rcns_line_from',
  lineIn: 'custscript_rcns_line_in',
  askBeforeLeaving: 'custscript_rcns_ask_leaving',
  plainNotifications: 'custscript_rcns_plain_notify',
  timings: 'custscript_rcns_timings',
  recordLineFrom: 'custscript_rcns_rec_line_from',
  recordLineIn: 'custscript_rcns_rec_line_in',
  recordAskBeforeLeaving: 'custscript_rcns_rec_ask_leaving',
  recordPlainNotifications: 'custscript_rcns_rec_plain_notify',
  recordTimings: 'custscript_rcns_rec_timings',
  portletLineFrom: 'custscript_rcns_por_line_from',
  portletLineIn: 'custscript_rcns_por_line_in',
  portletAskBeforeLeaving: 'custscript_rcns_por_ask_leaving',
  portletPlainNotifications: 'custscript_rcns_por_plain_notify',
  portletTimings: 'custscript_rcns_por_timings',
  projectAsCompany: 'custscript_rcns_project_company',
  indexDays: 'custscript_rcns_index_days',
  syncPerPage: 'custscript_rcns_sync_per_page',
} as const;

export const settings = {
  type: 'customrecord_rcns_settings',
  account: 'custrecord_rcns_set_account',
  clientId: 'custrecord_rcns_set_client_id',
  server: 'custrecord_rcns_set_server',
  redirectUri: 'custrecord_rcns_set_redirect_uri',
  skipInbound: 'custrecord_rcns_set_skip_in',
  skipOutbound: 'custrecord_rcns_set_skip_out',
  skipInternal: 'custrecord_rcns_set_skip_int',
  minimumSeconds: 'custrecord_rcns_set_min_s',
  keepPictures: 'custrecord_rcns_set_pictures',
  pictureFolder: 'custrecord_rcns_set_pic_folder',
  callFields: 'custrecord_rcns_set_call_fields',
  infoLinks: 'custrecord_rcns_set_info_links',
  syncOn: 'custrecord_rcns_set_sync_on',
  syncClientId: 'custrecord_rcns_set_sync_id',
  syncClientSecret: 'custrecord_rcns_set_sync_secret',
  syncJwt: 'custrecord_rcns_set_sync_jwt',
  syncSince: 'custrecord_rcns_set_sync_since',
  syncTexts: 'custrecord_rcns_set_sync_texts',
  defaultOrganizer: 'custrecord_rcns_set_organizer',
  externalId: 'rcns:settings',
} as const;

/** The company's words for what came of a call: a custom list, so that every search and report knows them. */
export const dispositionList = 'customlist_rcns_disposition';

/** Custom lists whose values the code knows. */
export const lists = { direction: 'customlist_rcns_direction', outcome: 'customlist_rcns_outcome' } as const;

export const extension = { type: 'customrecord_rcns_extension', id: 'custrecord_rcns_ext_id', number: 'custrecord_rcns_ext_number', employee: 'custrecord_rcns_ext_employee', how: 'custrecord_rcns_ext_how' } as const;

export const phoneIndex = {
  type: 'customrecord_rcns_phone_index',
  number: 'custrecord_rcns_ix_number',
  extension: 'custrecord_rcns_ix_extension',
  personType: 'custrecord_rcns_ix_type',
  entity: 'custrecord_rcns_ix_entity',
  field: 'custrecord_rcns_ix_field',
  rank: 'custrecord_rcns_ix_rank',
} as const;

/** Whom people said a number belongs to. */
export const choice = { type: 'customrecord_rcns_choice', number: 'custrecord_rcns_ch_number', personType: 'custrecord_rcns_ch_type', entity: 'custrecord_rcns_ch_entity' } as const;

/** One text, kept whole. */
export const message = {
  type: 'customrecord_rcns_message',
  call: 'custrecord_rcns_msg_call',
  extension: 'custrecord_rcns_msg_extension',
  id: 'custrecord_rcns_msg_id',
  conversation: 'custrecord_rcns_msg_conversation',
  at: 'custrecord_rcns_msg_at',
  direction: 'custrecord_rcns_msg_direction',
  from: 'custrecord_rcns_msg_from',
  to: 'custrecord_rcns_msg_to',
  delivery: 'custrecord_rcns_msg_delivery',
  reason: 'custrecord_rcns_msg_reason',
  text: 'custrecord_rcns_msg_text',
  attachments: 'custrecord_rcns_msg_attachments',
  zone: 'custrecord_rcns_msg_zone',
} as const;

export const indexState = { type: 'customrecord_rcns_index_state', task: 'custrecord_rcns_is_task', ordered: 'custrecord_rcns_is_ordered', built: 'custrecord_rcns_is_built', failed: 'custrecord_rcns_is_failed', externalId: 'rcns:phone-index' } as const;
export const tombstone = { type: 'customrecord_rcns_tombstone', key: 'custrecord_rcns_ts_key' } as const;
export const stale = { type: 'customrecord_rcns_stale', personType: 'custrecord_rcns_st_type', entity: 'custrecord_rcns_st_entity' } as const;

export const phoneCall = { session: 'custevent_rcns_session', extension: 'custevent_rcns_extension', conversation: 'custevent_rcns_conversation', written: 'custevent_rcns_written', settled: 'custevent_rcns_settled', organizer: 'assigned' } as const;

/** How far the texts of one extension have been read by the service user. */
export const textCursor = { type: 'customrecord_rcns_text_cursor', extension: 'custrecord_rcns_tc_extension', turn: 'custrecord_rcns_tc_turn', trouble: 'custrecord_rcns_tc_trouble', pending: 'custrecord_rcns_tc_pending', state: 'custrecord_rcns_tc_state' } as const;

export const syncState = { type: 'customrecord_rcns_sync', state: 'custrecord_rcns_sy_state', externalId: 'rcns:sync' } as const;
export const waiting = {
  type: 'customrecord_rcns_waiting',
  key: 'custrecord_rcns_wt_key',
  extension: 'custrecord_rcns_wt_extension',
  reason: 'custrecord_rcns_wt_reason',
  tries: 'custrecord_rcns_wt_tries',
  settled: 'custrecord_rcns_wt_settled',
  call: 'custrecord_rcns_wt_call',
} as const;

/** Name of the folder for pictures of texts, where a company keeps them. */
export const pictureFolder = 'RingCentral pictures';

/** Folder of the built files in the File Cabinet. */
export const distFolder = '/SuiteScripts/rcns/dist';
