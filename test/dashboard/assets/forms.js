// Opens and closes the page's dialogs, and copies a field to the clipboard; in the manner the server wants.
const { manner } = document.documentElement.dataset;

document.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  if (manner === 'trustedOnly' && !event.isTrusted) {
    event.preventDefault();
    return;
  }
  const { opens, copies, closes } = button.dataset;
  if (opens) open(document.getElementById(opens));
  if (closes !== undefined) button.closest('dialog').close();
  if (copies) void copy(button, document.getElementById(copies).value);
});

function open(dialog) {
  if (manner === 'frameGated') requestAnimationFrame(() => dialog.showModal());
  else if (manner !== 'nativeConfirm') dialog.showModal();
  else if (confirm(dialog.querySelector('h2').textContent)) dialog.querySelector('form').requestSubmit();
}

async function copy(button, text) {
  await navigator.clipboard.writeText(text);
  button.textContent = 'Copied';
  setTimeout(() => {
    button.textContent = 'Copy to Clipboard';
  }, 1500);
}
