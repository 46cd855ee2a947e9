// Reads QR codes with the camera: the browser's own detector, else a library.
const PAUSE_MS = 120;
const SAME_CODE_MS = 3000;

/**
 * Shows the camera in the place and calls `onCode(text, camera)` for each code; the same code again
 * only after it was out of sight for a while. Completes with the camera, `{close()}`; fails when there is none or it is not
 * allowed.
 */
export async function openCamera(place, onCode) {
  const once = withoutRepeats(onCode);
  return 'BarcodeDetector' in window && (await BarcodeDetector.getSupportedFormats()).includes('qr_code')
    ? native(place, once)
    : library(place, once);
}

function withoutRepeats(onCode) {
  let last = '';
  let until = 0;
  return (text, camera) => {
    const again = text === last && Date.now() < until;
    last = text;
    until = Date.now() + SAME_CODE_MS;
    if (!again) onCode(text, camera);
  };
}

async function native(place, onCode) {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  const video = Object.assign(document.createElement('video'), { srcObject: stream, playsInline: true, muted: true });
  place.replaceChildren(video);
  await video.play();
  const detector = new BarcodeDetector({ formats: ['qr_code'] });
  const timer = setInterval(async () => {
    const codes = await detector.detect(video).catch(() => []);
    codes.forEach((code) => onCode(code.rawValue, camera));
  }, PAUSE_MS);
  const camera = {
    close() {
      clearInterval(timer);
      stream.getTracks().forEach((track) => track.stop());
      place.replaceChildren();
    },
  };
  return camera;
}

async function library(place, onCode) {
  await loaded('/lib/html5-qrcode.js');
  place.id ||= 'camera';
  const reader = new window.Html5Qrcode(place.id, { formatsToSupport: [0] });
  const camera = {
    // It may see a code before it says that it has started.
    close: () => (closed ??= started.then(() => reader.stop()).then(() => reader.clear())),
  };
  let closed = null;
  const started = reader.start({ facingMode: 'environment' }, { fps: 10 }, (text) => onCode(text, camera), () => {});
  await started;
  return camera;
}

const scripts = new Map();

function loaded(src) {
  if (!scripts.has(src)) {
    scripts.set(src, new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement('script'), { src, onload: resolve, onerror: reject });
      document.head.append(script);
    }));
  }
  return scripts.get(src);
}
