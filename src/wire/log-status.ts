/** What the door did with one call or one message. */
export const logStatuses = [
  'created',
  'completed', // existed, something was added
  'unchanged', // existed, nothing to add
  'deleted', // a person deleted the record, of a message that of its conversation's day: stays deleted
  'later', // limits reached: send again
  'refused', // for good; code says why
] as const;
