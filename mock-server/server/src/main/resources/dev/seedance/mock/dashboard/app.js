// The frame around every page: which one is shown, for which sandbox.
import { html, nothing, render } from './lib/lit-html/lit-html.js';
import { clockBar, isFlowing } from './clock.js';
import { clusterSection, watchCluster } from './cluster.js';
import { closeForm, formPage, openForm } from './form.js';
import { icon } from './icons.js';
import { closeJournal, journalPage, openJournal } from './journal.js';
import { loadKeys } from './keys.js';
import { unwatch, watch } from './live.js';
import { sandboxPicker } from './sandboxes.js';
import { openScenarios, scenariosPage } from './scenarios.js';
import { changed, onChange, state } from './store.js';
import { closeTask, openTask, taskPage } from './task.js';
import { tasksPage } from './tasks.js';
import { toast } from './toast.js';

/** The pages: how they are called, what shows them, what they need. */
const PAGES = {
  tasks: { title: 'Tasks', view: tasksPage },
  task: { title: 'Task', view: taskPage, open: openTask, close: closeTask },
  new: { title: 'New request', view: formPage, open: openForm, close: closeForm },
  scenarios: { title: 'Scenarios', view: scenariosPage, open: openScenarios },
  journal: { title: 'Journal', view: journalPage, open: openJournal, close: closeJournal },
};

const LINKS = [
  ['#/', 'Tasks', ['tasks', 'task']],
  ['#/new', 'New request', ['new']],
  ['#/scenarios', 'Scenarios', ['scenarios']],
  ['#/journal', 'Journal', ['journal']],
];

const CONNECTIONS = {
  connecting: 'connecting…',
  live: 'live',
  lost: 'connection lost, trying again…',
  refused: 'key refused',
};

function readRoute() {
  const [, name, id] = location.hash.split('/');
  if (name === 'tasks' && id) {
    return { name: 'task', id: decoded(id) };
  }
  return { name: Object.hasOwn(PAGES, name) && name !== 'task' ? name : 'tasks', id: null };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // typed by hand: no id, but a page that says so
  }
}

function navigate({ focus }) {
  PAGES[state.route.name].close?.();
  state.route = readRoute();
  const page = PAGES[state.route.name];
  page.open?.(state.route.id);
  document.title = `${page.title} · seedance mock`;
  draw();
  if (focus) {
    window.scrollTo(0, 0);
    document.querySelector('main h1')?.focus({ preventScroll: true });
  }
}

function isDark() {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

function toggleTheme() {
  const theme = isDark() ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme;
  localStorage.setItem('seedance.theme', theme);
  changed();
}

function top() {
  return html`
    <a class="skip" href="#main" @click=${skip}>Skip to content</a>
    <header class="top">
      <a class="brand" href="#/"><img src="dashboard/icon.svg" alt="" width="26" height="26" />seedance<span>mock</span></a>
      <nav class="nav" aria-label="Pages">
        ${LINKS.map(
          ([href, label, names]) => html`<a href=${href} aria-current=${names.includes(state.route.name) ? 'page' : nothing}>${label}</a>`,
        )}
        <a href="docs">API reference</a>
      </nav>
      <div class="top-end">
        <span class="connection" data-state=${state.connection} role="status" title=${CONNECTIONS[state.connection]}>
          <span class=${state.connection === 'live' ? 'visually-hidden' : ''}>${CONNECTIONS[state.connection]}</span>
        </span>
        ${sandboxPicker(watchAgain)}
        <button class="quiet round" @click=${toggleTheme} aria-label=${isDark() ? 'Light theme' : 'Dark theme'}>
          ${icon(isDark() ? 'sun' : 'moon')}
        </button>
      </div>
    </header>
  `;
}

function skip(event) {
  event.preventDefault();
  document.querySelector('main').focus();
}

function refused() {
  return html`<section class="empty">
    <h1 tabindex="-1">This key is not welcome</h1>
    <p>The server was started with keys of its own (<code>--api-key</code>). Choose or add one of them at the top.</p>
  </section>`;
}

function draw() {
  render(
    html`
      ${top()}
      ${clockBar()}
      <main id="main" tabindex="-1">${state.connection === 'refused' ? refused() : PAGES[state.route.name].view()}</main>
      ${state.connection === 'refused' ? nothing : clusterSection()}
      <footer class="foot">
        <span>${state.table ? `Contract revision ${state.table.revision}` : nothing}</span>
        <span>Unofficial. Nothing here costs anything.</span>
      </footer>
      ${toast()}
    `,
    document.getElementById('app'),
  );
}

/** Another sandbox: what is shown starts anew. */
function watchAgain() {
  watch();
  watchCluster();
  navigate({ focus: false });
}

loadKeys();
onChange(draw);
window.addEventListener('hashchange', () => navigate({ focus: true }));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
setInterval(() => isFlowing() && !document.hidden && changed(), 1000);
window.addEventListener('pagehide', unwatch); // which also lets the browser keep the page for the way back
window.addEventListener('pageshow', (event) => event.persisted && watch());
watch();
watchCluster();
navigate({ focus: false });
