// Routes, state and requests. Every change of state draws the whole page anew: no node survives it.
import { dialogView, pageView } from './spa-views.js';

const dataPaths = {
  '/app/account/api-token': '/app/internal/token',
  '/app/account/agent-status': '/app/internal/agent-status',
};

/** `data` is null while it loads; `dialog` is the operation being confirmed. */
const state = { path: '', me: null, data: null, error: '', menuOpen: false, dialog: null, busy: false, note: '' };
let visit = 0;

const actions = {
  go(path) {
    history.pushState(null, '', path);
    void open();
  },
  toggleMenu: () => draw({ menuOpen: !state.menuOpen }),
  ask: (operation) => draw({ dialog: operation, error: '' }),
  cancel: () => draw({ dialog: null }),
  operate,
  async copy() {
    await navigator.clipboard.writeText(state.data.token);
    draw({ note: 'Copied to clipboard' });
  },
  async saveAgentStatus(form) {
    const body = new URLSearchParams(new FormData(form));
    await request('/app/internal/agent-status', { method: 'POST', body })
      .then(load)
      .then(() => draw({ note: 'Saved' }))
      .catch((error) => draw({ error: error.message }));
  },
};

function draw(change) {
  Object.assign(state, change);
  document.getElementById('root').replaceChildren(pageView(state, actions));
  document.querySelector('body > [data-portal]')?.remove();
  if (state.dialog !== null) document.body.append(dialogView(state, actions));
}

async function open() {
  const path = location.pathname;
  const inAccount = path.startsWith('/app/account/');
  draw({ path, data: null, error: '', note: '', dialog: null, busy: false, menuOpen: state.menuOpen || inAccount });
  await load();
}

async function load() {
  const mine = ++visit;
  try {
    const me = state.me ?? (await request('/app/internal/me'));
    const data = dataPaths[state.path] === undefined ? {} : await request(dataPaths[state.path]);
    if (mine === visit) draw({ me, data });
  } catch (error) {
    if (mine === visit) draw({ error: error.message });
  }
}

async function operate(operation) {
  if (state.busy) return;
  const mine = visit;
  draw({ busy: true, error: '', note: '' });
  try {
    await request(`/app/internal/token/${operation}`, { method: 'POST' });
    if (mine !== visit) return;
    draw({ busy: false, dialog: null, data: null });
    await load();
  } catch (error) {
    if (mine === visit) draw({ busy: false, dialog: null, error: error.message });
  }
}

/** The parsed reply; a refusal rejects with its message, and without a session the sign-in page opens. */
async function request(path, options) {
  const reply = await fetch(path, options).catch(() => {
    throw new Error('Could not reach the server. Check your connection and try again.');
  });
  if (reply.status === 401) {
    location.assign('/signin');
    return new Promise(() => {});
  }
  const body = await reply.json().catch(() => ({}));
  if (!reply.ok) throw new Error(body.error ?? 'Something went wrong. Please try again later.');
  return body;
}

addEventListener('popstate', open);
void open();
