import type * as v from 'valibot';
import { type LoggingCard, SaveDispositions, SaveWhatToLog } from '../../wire/settings/logging.ts';
import { SavePictures } from '../../wire/settings/pictures.ts';
import { Refused } from '../refused.ts';
import { reading, type Action } from '../session/json-endpoint.ts';
import { allDispositions, saveDispositions } from './dispositions.ts';
import { picturesKept, savePictures } from './pictures.ts';
import { saveWhatToLog, whatToLog } from './what-to-log.ts';

/** What administrators see and choose of logging. Lists are everybody's to read, and a role may hold rights to them for other reasons: the settings record guards them here. */
export const loggingActions: Record<string, Action> = {
  'read-logging': { changes: false, run: () => readLogging() },
  'save-what-to-log': { changes: true, run: (body) => saveLogging(reading(SaveWhatToLog, body, 'BAD_SETTING')) },
  'save-dispositions': { changes: true, run: (body) => saveChoices(reading(SaveDispositions, body, 'BAD_SETTING')) },
  'save-pictures': { changes: true, run: (body) => saveKeeping(reading(SavePictures, body, 'BAD_SETTING')) },
};

/** 34 units. */
function readLogging(): LoggingCard {
  return { whatToLog: whatToLog(), dispositions: allDispositions(), pictures: picturesKept() };
}

function saveLogging(save: v.InferOutput<typeof SaveWhatToLog>): LoggingCard {
  saveWhatToLog(save.whatToLog);
  return readLogging();
}

function saveKeeping({ pictures }: v.InferOutput<typeof SavePictures>): LoggingCard {
  savePictures(pictures);
  return readLogging();
}

/** Two choices of one name could not be told apart, neither by people nor by whoever writes the record. */
function saveChoices({ dispositions }: v.InferOutput<typeof SaveDispositions>): LoggingCard {
  const names = new Map(allDispositions().map(({ id, name }) => [id, name]));
  const wanted = [...[...names].filter(([id]) => !dispositions.some((each) => each.id === id)).map(([, name]) => name), ...dispositions.map(({ name }) => name)];
  if (new Set(wanted.map((name) => name.toLowerCase())).size < wanted.length) throw new Refused('BAD_SETTING', 'dispositions.name');
  if (dispositions.some(({ id }) => id !== null && !names.has(id))) throw new Refused('CONFLICT', 'dispositions.id');
  saveDispositions(dispositions);
  return readLogging();
}
