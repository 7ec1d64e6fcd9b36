import { setTimeout } from 'node:timers/promises';
import { findScript } from '../../installation/installation.ts';
import { SIGN_IN } from '../../pages/addresses.ts';
import type { Handler } from '../site.ts';

/** Answers the requests that the control API wants answered wrongly. */
export const faults: Handler = async (site, exchange) => {
  const hosted = exchange.path.startsWith('/app/site/hosting/');
  const script = hosted ? findScript(site.world.installation, exchange.query['script'] ?? '')?.scriptId ?? null : null;
  const answer = site.faults.take(exchange.path, script);
  if (!answer) return false;
  if (answer.kind === 'delay') {
    await setTimeout(answer.ms);
    return false;
  }
  if (answer.kind === 'lose-answer') {
    exchange.loseAnswer = true;
    return false;
  }
  if (answer.kind === 'status') exchange.reply(answer.status, { 'Content-Type': answer.contentType ?? 'text/html; charset=utf-8' }, answer.body ?? '<!DOCTYPE html><title>Error</title><h1>An unexpected error has occurred</h1>');
  else if (answer.kind === 'code') exchange.json({ error: { code: answer.code, message: answer.code } }, answer.status ?? 400);
  else if (answer.kind === 'cut') exchange.request.socket.destroy();
  else exchange.redirect(`${SIGN_IN}?returnTo=${encodeURIComponent(exchange.url)}`);
  return true;
};
