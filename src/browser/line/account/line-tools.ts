import type { LineEnvironment } from '../../environment/line-environment.ts';
import type { Store } from '../store/store.ts';

/** What a line is built from; tests give fakes. */
export interface LineTools {
  environment: LineEnvironment;
  store: Store;
  /** Of this script. */
  version: string;
}
