// A live feed of an event: server-sent events read with fetch, so that the token goes in a header.
import { send } from './api.js';

const SILENCE_MS = 40000; // The server says something every 15 s.
const LONGEST_PAUSE_MS = 10000;
const ENDED = [401, 403, 404]; // Of whom it isn't, and of what isn't there, nothing more comes.

/**
 * Follows the feed until the signal ends it; goes on after a break where it was.
 * `onChange(kind, data)`, `onState('live' | 'stale')`.
 */
export async function follow(url, { signal, onChange, onState }) {
  let lastId = null;
  let pause = 500;
  while (!signal.aborted) {
    try {
      await read(
        url,
        lastId,
        signal,
        () => onState('live'),
        (message) => {
          pause = 500;
          if (message.id) lastId = message.id;
          if (message.event) onChange(message.event, JSON.parse(message.data));
        },
      );
    } catch (error) {
      if (ENDED.includes(error.status)) return;
    }
    onState('stale');
    await sleep(pause, signal);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

async function read(url, lastId, signal, opened, onMessage) {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE_MS);
  try {
    const response = await send('GET', url, {
      headers: { Accept: 'text/event-stream', ...(lastId && { 'Last-Event-ID': lastId }) },
      signal: AbortSignal.any([signal, silence.signal]),
    });
    opened();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MS);
      const blocks = (text + part.value).split('\n\n');
      text = blocks.pop();
      blocks.map(parse).forEach(onMessage);
    }
  } finally {
    clearTimeout(timer);
  }
}

/** `{event, id, data}` of one block of lines. */
function parse(block) {
  const message = {};
  for (const line of block.split('\n')) {
    const [, field, value] = /^(\w*): ?(.*)$/.exec(line) ?? [];
    if (field) message[field] = field === 'data' && message.data ? `${message.data}\n${value}` : value;
  }
  return message;
}

function sleep(ms, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => resolve(clearTimeout(timer)), { once: true });
  });
}
