// What the page looks like: functions from state to fresh DOM nodes.

export function pageView(state, actions) {
  const name = state.me === null ? '' : state.me.email;
  return h(
    'div',
    { class: 'css-app' },
    h('div', { class: 'css-2kz' }, h('div', { class: 'css-0lg' }, 'SnapEngage'), menu(state, actions)),
    h(
      'div',
      { class: 'css-7ma' },
      h('div', { class: 'css-3tb' }, h('span', {}, name), h('a', { href: '/signout' }, 'Sign Out')),
      h('div', { class: 'css-9cn', role: 'main' }, ...content(state, actions)),
    ),
  );
}

export function dialogView({ dialog, busy }, actions) {
  const verb = dialog === 'delete' ? 'Delete' : 'Regenerate';
  const title = `${verb} API Token`;
  const warning = 'Anything that you created or connected using your current token will break.';
  const box = h(
    'div',
    { class: 'css-8dx', role: 'dialog', 'aria-modal': 'true', 'aria-label': title },
    h('div', { class: 'css-h2' }, title),
    h('div', { class: 'css-5tx' }, warning),
    h(
      'div',
      { class: 'css-rw0' },
      h('button', { class: 'css-btn', disabled: busy, onclick: actions.cancel }, 'Cancel'),
      h('button', { class: 'css-btn css-bad', disabled: busy, onclick: () => actions.operate(dialog) }, verb),
    ),
  );
  return h('div', { class: 'css-ovl', 'data-portal': '' }, box);
}

function menu({ path, me, menuOpen }, actions) {
  const item = (href, text) => h('a', { href, class: href === path ? 'css-it css-on' : 'css-it', onclick: go }, text);
  const go = (event) => {
    event.preventDefault();
    actions.go(event.currentTarget.getAttribute('href'));
  };
  const account = [
    item('/app/account/profile', 'Profile'),
    item('/app/account/api-token', 'API Token'),
    item('/app/account/agent-status', 'Agent Status API'),
  ];
  const button = h(
    'button',
    { class: 'css-it css-exp', 'aria-expanded': String(menuOpen), onclick: actions.toggleMenu },
    'My Account',
  );
  return h(
    'nav',
    { class: 'css-nv' },
    item('/app/', 'Dashboard'),
    item('/app/settings', 'Settings'),
    ...(me?.owner ? [button, ...(menuOpen ? [h('div', { class: 'css-sub' }, ...account)] : [])] : []),
  );
}

function content(state, actions) {
  const alert = state.error === '' ? [] : [h('div', { class: 'css-err', role: 'alert' }, state.error)];
  if (state.me === null || state.data === null) {
    return state.error === '' ? [h('div', { class: 'css-5tx' }, 'Loading…')] : alert;
  }
  const [title, ...parts] = pages[state.path]?.(state, actions) ?? ['Not found'];
  const note = state.note === '' ? [] : [h('div', { class: 'css-nt', role: 'status' }, state.note)];
  return [h('div', { class: 'css-h1', role: 'heading', 'aria-level': '1' }, title), ...alert, ...note, ...parts];
}

const pages = {
  '/app/': ({ me }) => ['Dashboard', card(h('div', {}, `Hi ${me.name}, 12 chats today, 3 agents online.`))],
  '/app/settings': ({ me }) => ['Settings', card(label('Widget ID'), h('div', { class: 'css-1x9' }, me.widgetId))],
  '/app/account/profile': ({ me }) => [
    'Profile',
    card(h('div', {}, me.name), h('div', { class: 'css-5tx' }, me.email)),
  ],
  '/app/account/api-token': (state, actions) => ['API Token', tokenCard(state, actions)],
  '/app/account/agent-status': agentStatusPage,
};

function tokenCard({ data, busy }, actions) {
  if (data.token === null) {
    const generate = { class: 'css-btn css-pri', disabled: busy, onclick: () => actions.operate('generate') };
    return card(
      h('div', { class: 'css-5tx' }, 'There is no token for this account yet.'),
      h('button', generate, 'Generate Token'),
    );
  }
  const copy = h('button', { class: 'css-btn', onclick: actions.copy }, 'Copy to Clipboard');
  return card(
    label('Your token'),
    h(
      'div',
      { class: 'css-rw0' },
      h('div', { class: 'css-1x9' }, h('div', {}, h('code', {}, data.token))),
      ...(data.masked ? [] : [copy]),
    ),
    label('Organization ID'),
    h('div', { class: 'css-1x9' }, data.orgId),
    h(
      'div',
      { class: 'css-rw0 css-act' },
      h('button', { class: 'css-btn', onclick: () => actions.ask('regenerate') }, 'Regenerate'),
      h('button', { class: 'css-btn css-bad', onclick: () => actions.ask('delete') }, 'Delete'),
    ),
  );
}

function agentStatusPage({ data }, actions) {
  const submit = (event) => {
    event.preventDefault();
    actions.saveAgentStatus(event.currentTarget);
  };
  const form = h(
    'form',
    { onsubmit: submit },
    h('label', { class: 'css-lb' }, 'Endpoint URL', h('input', { name: 'endpoint', value: data.endpoint })),
    h('label', { class: 'css-lb' }, 'Authentication Token', h('input', { name: 'secret', value: data.secret })),
    h('button', { class: 'css-btn css-pri' }, 'Save'),
  );
  return ['Agent Status API', card(form)];
}

function card(...children) {
  return h('div', { class: 'css-crd' }, ...children);
}

function label(text) {
  return h('div', { class: 'css-lb' }, text);
}

/** An element with attributes, `on…` listeners and children; text is only ever text. */
function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (typeof value === 'boolean') element.toggleAttribute(name, value);
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}
