// Reads QR codes with the camera: the browser's own detector, else a library's decoder.
const PAUSE_MS = 100;
const SAME_CODE_MS = 3000;
const QR_ONLY = { formatsToSupport: [0], verbose: false };
// The decoder misses one code in twenty of those that stand still and straight, but not in all of these.
const TRIES = [
  { size: 1, degrees: 0 },
  { size: 0.75, degrees: 8 },
  { size: 0.55, degrees: -8 },
];
const CAMERA = { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } };

/**
 * Shows the camera in the place and calls `onCode(text, camera)` for each code; the same code again
 * only after it was out of sight for a while. Completes with the camera, `{close()}`; fails when
 * there is none or it is not allowed.
 */
export async function openCamera(place, onCode) {
  const read = await reader(place);
  const stream = await navigator.mediaDevices.getUserMedia({ video: CAMERA });
  const video = Object.assign(document.createElement('video'), { srcObject: stream, playsInline: true, muted: true });
  const closed = new AbortController();
  closed.signal.addEventListener('abort', () => {
    stream.getTracks().forEach((track) => track.stop());
    place.replaceChildren();
  });
  const camera = { close: () => closed.abort() };
  place.replaceChildren(video);
  await video.play();
  watch(
    video,
    read,
    closed.signal,
    withoutRepeats((text) => onCode(text, camera)),
  );
  return camera;
}

async function watch(video, read, closed, onCode) {
  while (!closed.aborted) {
    const text = await read(video).catch(() => null);
    if (text && !closed.aborted) onCode(text);
    await new Promise((resolve) => {
      setTimeout(resolve, PAUSE_MS);
    });
  }
}

function withoutRepeats(onCode) {
  let last = '';
  let until = 0;
  return (text) => {
    const again = text === last && Date.now() < until;
    last = text;
    until = Date.now() + SAME_CODE_MS;
    if (!again) onCode(text);
  };
}

/** A function that reads the code in a video's picture; fails or gives nothing when there is none. */
async function reader(place) {
  if ('BarcodeDetector' in window && (await BarcodeDetector.getSupportedFormats()).includes('qr_code')) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return (video) => detector.detect(video).then(([code]) => code?.rawValue);
  }
  await loaded('/lib/html5-qrcode.js');
  place.id ||= 'camera';
  // Its own camera view squeezes the picture to the size that is shown: dense codes are lost.
  const decoder = new window.Html5Qrcode(place.id, QR_ONLY).qrcode;
  const canvas = document.createElement('canvas');
  let tries = 0;
  return (video) => decoder.decodeAsync(middle(video, canvas, TRIES[tries++ % TRIES.length])).then((code) => code.text);
}

/** The square in the middle, which is what the person sees, in another size and a bit turned. */
function middle(video, canvas, { size, degrees }) {
  const side = Math.min(video.videoWidth, video.videoHeight);
  const [left, top] = [(video.videoWidth - side) / 2, (video.videoHeight - side) / 2];
  const width = Math.round(side * size);
  Object.assign(canvas, { width, height: width });
  const picture = canvas.getContext('2d', { willReadFrequently: true });
  picture.translate(width / 2, width / 2);
  picture.rotate((degrees * Math.PI) / 180);
  picture.drawImage(video, left, top, side, side, -width / 2, -width / 2, width, width);
  return canvas;
}

const scripts = new Map();

function loaded(src) {
  if (!scripts.has(src)) {
    scripts.set(
      src,
      new Promise((resolve, reject) => {
        const script = Object.assign(document.createElement('script'), { src, onload: resolve, onerror: reject });
        document.head.append(script);
      }),
    );
  }
  return scripts.get(src);
}
