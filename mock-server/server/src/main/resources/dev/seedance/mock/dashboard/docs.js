// The API reference: Swagger UI over the documents that this server hands out, ready to try with the chosen key.
import { loadKeys } from './keys.js';
import { state } from './store.js';

const picker = document.getElementById('document');
const raw = document.getElementById('raw');

/** How the two documents call the bearer key. */
const SCHEMES = { 'openapi.yaml': 'bearerAuth', 'control-plane.yaml': 'bearer' };

function show(url) {
  raw.href = url;
  raw.textContent = url;
  const ui = window.SwaggerUIBundle({
    url,
    dom_id: '#reference',
    deepLinking: false,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    tryItOutEnabled: true,
    persistAuthorization: false,
    validatorUrl: null,
    queryConfigEnabled: false,
    syntaxHighlight: { activated: true },
    onComplete: () => ui.preauthorizeApiKey(SCHEMES[url], state.key),
  });
}

/** Swagger UI has a dark theme of its own; it follows ours. */
function followTheme() {
  const { theme } = document.documentElement.dataset;
  const dark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.classList.toggle('dark-mode', dark);
}

followTheme();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', followTheme);
loadKeys();
picker.value = location.hash === '#control-plane' ? 'control-plane.yaml' : 'openapi.yaml';
picker.addEventListener('change', () => {
  history.replaceState(null, '', picker.value === 'control-plane.yaml' ? '#control-plane' : '#');
  show(picker.value);
});
show(picker.value);
