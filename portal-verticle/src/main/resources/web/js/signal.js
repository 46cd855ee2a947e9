// Sound and vibration of an answer, so that nobody has to look.
let audio = null;

const TONES = {
  go: [
    [880, 0, 0.12],
    [1320, 0.13, 0.18],
  ],
  out: [
    [1320, 0, 0.12],
    [880, 0.13, 0.18],
  ],
  stop: [[220, 0, 0.45]],
  unsure: [
    [440, 0, 0.15],
    [440, 0.2, 0.15],
  ],
};
const PULSES = { go: 60, out: 60, stop: [150, 80, 150], unsure: [60, 80, 60] };

/** `kind` is that of an answer (answer.js). Browsers are silent until the page was touched once. */
export function signal(kind) {
  navigator.vibrate?.(PULSES[kind]);
  audio ??= new AudioContext();
  audio.resume();
  TONES[kind].forEach(([pitch, from, seconds]) => tone(pitch, audio.currentTime + from, seconds));
}

function tone(pitch, start, seconds) {
  const source = audio.createOscillator();
  const volume = audio.createGain();
  source.type = 'square';
  source.frequency.value = pitch;
  volume.gain.setValueAtTime(0.15, start);
  volume.gain.exponentialRampToValueAtTime(0.001, start + seconds);
  source.connect(volume).connect(audio.destination);
  source.start(start);
  source.stop(start + seconds);
}
