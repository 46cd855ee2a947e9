// Redoc's footer has a picture from its maker's host, and leaves it out when it can't be shown.
const image = HTMLImageElement.prototype;
const { setAttribute } = image;
const src = Object.getOwnPropertyDescriptor(image, 'src');
const own = (value) => (String(value).startsWith('https://cdn.redoc.ly/') ? 'data:,' : value);

image.setAttribute = function (name, value) {
  setAttribute.call(this, name, own(value));
};
Object.defineProperty(image, 'src', {
  ...src,
  set(value) {
    src.set.call(this, own(value));
  },
});

Redoc.init('/openapi.json', { hideLoading: true }, document.getElementById('api'));
