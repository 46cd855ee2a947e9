// What the scripts use besides the browser: Lit in broad terms, and what TypeScript's own libraries don't know yet.
declare module 'lit' {
  export const html: any;
  export const svg: any;
  export const nothing: any;
  export class LitElement extends HTMLElement {
    static properties: object;
    readonly updateComplete: Promise<boolean>;
    connectedCallback(): void;
    disconnectedCallback(): void;
    requestUpdate(): void;
    querySelector(selectors: string): any;
    [property: string]: any;
  }
}
declare module 'lit-html/*' {
  export const repeat: any;
}
declare module 'idb' {
  export const openDB: any;
}
declare const BarcodeDetector: any;
interface Window {
  Html5Qrcode: any;
}
interface Element {
  hidden: boolean;
  focus(options?: FocusOptions): void;
}
interface CustomElementRegistry {
  define(name: string, constructor: any): void;
}
