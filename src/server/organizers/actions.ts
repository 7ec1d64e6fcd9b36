import { FindEmployees, ReadOrganizers, SaveDefault, SaveOrganizer } from '../../wire/organizers/organizers.ts';
import { reading, type Action } from '../session/json-endpoint.ts';
import { findEmployees } from './employees.ts';
import { autoMatchAndSave, previewAutoMatch, readOrganizers, saveDefaultOrganizer, saveOrganizer } from './organizers.ts';

/** What administrators see and order of organizer mapping. */
export const organizerActions: Record<string, Action> = {
  'read-organizers': { changes: false, run: (body) => readOrganizers(reading(ReadOrganizers, body).fresh) },
  'preview-auto-match': { changes: false, run: () => previewAutoMatch() },
  'auto-match-and-save': { changes: true, run: () => autoMatchAndSave() },
  'save-organizer': {
    changes: true,
    run: (body) => {
      const { extensionId, employee } = reading(SaveOrganizer, body);
      return saveOrganizer(extensionId, employee);
    },
  },
  'save-default-organizer': { changes: true, run: (body) => saveDefaultOrganizer(reading(SaveDefault, body).employee) },
  'find-employees': { changes: false, run: (body) => ({ employees: findEmployees(reading(FindEmployees, body).text) }) },
};
