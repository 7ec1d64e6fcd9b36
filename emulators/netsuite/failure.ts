/** Why the emulator cannot start or go on; every one is the move of the person who started it. */
export type FailureCode =
  | 'MANIFEST_MISSING' | 'MANIFEST_BROKEN' | 'DEPLOY_XML_MISSING' | 'DEPLOY_XML_BROKEN'
  | 'OBJECT_BROKEN' | 'OBJECT_TYPE_UNKNOWN' | 'REFERENCE_UNKNOWN' | 'SCRIPT_FILE_MISSING'
  | 'SEED_BROKEN' | 'DATA_FILE_UNUSABLE' | 'PORT_IN_USE' | 'CONTROL_REFUSED';

/** A failure of the emulator itself (not of a script in it), told in one sentence. */
export class EmulatorFailure extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, sentence: string) {
    super(sentence);
    this.name = 'EmulatorFailure';
    this.code = code;
  }
}
