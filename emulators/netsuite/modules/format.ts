import { SuiteScriptError } from '../executions/script-error.ts';
import { NotEmulated } from '../not-emulated.ts';
import { dayText, instantOf, readDay, readTime, shownDay, shownInstant, shownTime, timeText } from '../records/dates.ts';
import { defineModule, optionsOf } from './define-module.ts';
import type { ModuleFactory } from './define-module.ts';

const types = { DATE: 'date', DATETIME: 'datetime', DATETIMETZ: 'datetimetz', TIMEOFDAY: 'timeofday', INTEGER: 'integer', FLOAT: 'float', CURRENCY: 'currency', PERCENT: 'percent', CHECKBOX: 'checkbox', TEXT: 'text' };

const zones = [...Intl.supportedValuesOf('timeZone'), 'GMT'];

/** N/format: dates and numbers as the user writes them, in the user's own time zone where no other is named. */
export const format: ModuleFactory = (execution) => {
  /** What is no time zone of the platform's list is no zone: what it would answer then is not public. */
  const zoneOf = (given: unknown): string => {
    if (given === undefined) return execution.principal.timeZone;
    if (!zones.includes(String(given))) throw new NotEmulated('N/format', 'a time zone that is not in format.Timezone');
    return String(given);
  };
  return defineModule(execution, 'N/format', {
    Type: types,
    Timezone: Object.fromEntries(zones.map((zone) => [zone.toUpperCase().replace(/[/-]/g, '_'), zone])),
    format(input: unknown) {
      const options = optionsOf('format.format', input, ['value', 'type']);
      const { value } = options;
      const zone = zoneOf(options['timezone']);
      const type = String(options['type']);
      if (type === 'integer' || type === 'float' || type === 'currency' || type === 'percent') return String(value);
      if (type === 'checkbox') return value === true || value === 'T' ? 'T' : 'F';
      if (type === 'text') return String(value);
      if (Object.prototype.toString.call(value) !== '[object Date]') return String(value);
      const date = value as Date;
      switch (type) {
        case 'date': return shownDay(dayText({ year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() }));
        case 'timeofday': return shownTime(timeText({ hour: date.getHours(), minute: date.getMinutes(), second: date.getSeconds() }));
        case 'datetime': case 'datetimetz': return shownInstant(new Date(date.getTime()).toISOString(), zone, true);
        default: throw new NotEmulated('N/format', `format of type ${type}`);
      }
    },
    parse(input: unknown) {
      const options = optionsOf('format.parse', input, ['value', 'type']);
      const text = String(options['value']);
      const type = String(options['type']);
      const zone = zoneOf(options['timezone']);
      if (type === 'integer' || type === 'float' || type === 'currency' || type === 'percent') return Number(text.replace(/[,%]/g, ''));
      if (type === 'checkbox') return text === 'T' || text === 'true';
      if (type === 'text') return text;
      const space = text.indexOf(' ');
      const day = type === 'timeofday' ? '1970-01-01' : readDay(space < 0 ? text : text.slice(0, space));
      const clock = type === 'date' ? '00:00:00' : readTime(type === 'timeofday' ? text : space < 0 ? '0:00' : text.slice(space + 1));
      if (day === null || clock === null) throw new SuiteScriptError('SSS_INVALID_FORMAT', `${text.slice(0, 40)} is not a ${type}.`);
      const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
      const [hour = 0, minute = 0, second = 0] = clock.split(':').map(Number);
      if (type === 'datetime' || type === 'datetimetz') return execution.realm.date(instantOf({ year, month, day: date, hour, minute, second }, zone).getTime());
      if (type === 'date' || type === 'timeofday') return execution.realm.wallDate(year, month, date, hour, minute, second);
      throw new NotEmulated('N/format', `parse of type ${type}`);
    },
  });
};
