import { createContext } from 'preact';
import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Fragment, jsx, jsxs } from 'preact/jsx-runtime';

/** What the panel’s parts take from it instead of bringing their own: components of two Preacts cannot work together. The build knows the same names (scripts/panel-part.ts). */
export const lent = {
  preact: { createContext, Fragment },
  'preact/hooks': { useContext, useEffect, useLayoutEffect, useRef, useState },
  'preact/jsx-runtime': { Fragment, jsx, jsxs },
} as const;
