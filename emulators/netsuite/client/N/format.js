/** A minimal N/format: American dates, 12-hour times and plain numbers, the preferences the emulator's pages use. */
define('N/format', ['emulator/errors'], (/** @type {import('../modules').Errors} */ errors) => {
  'use strict';
  const Type = { CHECKBOX: 'checkbox', CURRENCY: 'currency', DATE: 'date', DATETIME: 'datetime', DATETIMETZ: 'datetimetz', FLOAT: 'float', INTEGER: 'integer', PHONE: 'phone', TEXT: 'text', TIMEOFDAY: 'timeofday' };

  /** @param {Date} date */
  const dateText = (date) => `${date.getMonth() + 1}/${date.getDate()}/${date.getFullYear()}`;
  /** @param {Date} date @param {boolean} seconds */
  const timeText = (date, seconds) => `${date.getHours() % 12 || 12}:${String(date.getMinutes()).padStart(2, '0')}${seconds ? `:${String(date.getSeconds()).padStart(2, '0')}` : ''} ${date.getHours() < 12 ? 'am' : 'pm'}`;

  /** Reads `11/23/2026`, `11/23/2026 2:05:09 pm` and ISO text; anything else comes back as it was, as in NetSuite. @param {string} text */
  const parseDate = (text) => {
    const parts = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?)?$/i.exec(text.trim());
    if (!parts) return /^\d{4}-\d{2}-\d{2}T/.test(text) ? new Date(text) : text;
    const [, month, day, year, hour = '0', minute = '0', second = '0', half] = parts;
    const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hour);
    return new Date(Number(year), Number(month) - 1, Number(day), hours, Number(minute), Number(second));
  };

  return errors.guard({
    Type: errors.guard(Type, 'N/format.Type'),
    /** @param {{ value: unknown, type: string }} options */
    format({ value, type }) {
      if (value === '' || value === null || value === undefined) return '';
      switch (type) {
        case Type.DATE: return value instanceof Date ? dateText(value) : String(value);
        case Type.DATETIME: case Type.DATETIMETZ: return value instanceof Date ? `${dateText(value)} ${timeText(value, true)}` : String(value);
        case Type.TIMEOFDAY: return value instanceof Date ? timeText(value, false) : String(value);
        case Type.CHECKBOX: return value === true || value === 'T' ? 'T' : 'F';
        case Type.INTEGER: return String(Math.trunc(Number(value)));
        case Type.CURRENCY: return Number(value).toFixed(2);
        case Type.FLOAT: case Type.PHONE: case Type.TEXT: return String(value);
        default: throw errors.notEmulated('N/format', `format for ${type}`);
      }
    },
    /** @param {{ value: unknown, type: string }} options */
    parse({ value, type }) {
      if (typeof value !== 'string' || value === '') return value;
      switch (type) {
        case Type.DATE: case Type.DATETIME: case Type.DATETIMETZ: return parseDate(value);
        case Type.CHECKBOX: return value === 'T';
        case Type.INTEGER: case Type.FLOAT: case Type.CURRENCY: { const number = Number(value.replace(/,/g, '')); return Number.isNaN(number) ? value : number; }
        case Type.PHONE: case Type.TEXT: return value;
        default: throw errors.notEmulated('N/format', `parse for ${type}`);
      }
    },
  }, 'N/format');
});
