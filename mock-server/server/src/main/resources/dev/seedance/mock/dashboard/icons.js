// The few pictograms. Each stands beside words, so a reader of the screen can skip it.
import { svg, html } from './lib/lit-html/lit-html.js';

const SHAPES = {
  play: svg`<path d="M5 3.5v9l7.5-4.5z" fill="currentColor" stroke="none"/>`,
  pause: svg`<path d="M5.5 3.5v9M10.5 3.5v9"/>`,
  next: svg`<path d="M4 4l5 4-5 4zM12 4v8"/>`,
  plus: svg`<path d="M8 3v10M3 8h10"/>`,
  check: svg`<path d="M3.5 8.5l3 3 6-7"/>`,
  cross: svg`<path d="M4 4l8 8M12 4l-8 8"/>`,
  copy: svg`<rect x="5.5" y="5.5" width="7.5" height="7.5" rx="1.5"/><path d="M10.5 3H4.5A1.5 1.5 0 0 0 3 4.5v6"/>`,
  back: svg`<path d="M9.5 3.5L5 8l4.5 4.5"/>`,
  sun: svg`<circle cx="8" cy="8" r="2.8"/><path d="M8 1.5v1.6M8 12.9v1.6M1.5 8h1.6M12.9 8h1.6M3.4 3.4l1.1 1.1M11.5 11.5l1.1 1.1M12.6 3.4l-1.1 1.1M4.5 11.5l-1.1 1.1"/>`,
  moon: svg`<path d="M13 9.6A5.5 5.5 0 0 1 6.4 3a5.5 5.5 0 1 0 6.6 6.6z"/>`,
  again: svg`<path d="M13 8a5 5 0 1 1-1.6-3.7M13 2.5v2.6h-2.6"/>`,
  warn: svg`<path d="M8 2.5l6 10.5H2zM8 6.8v2.7M8 11.2v.1"/>`,
};

export function icon(name) {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${SHAPES[name]}</svg>`;
}
