// Opens and closes the page's dialogs, and copies a field to the clipboard.
document.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  const { opens, copies, closes } = button.dataset;
  if (opens) document.getElementById(opens).showModal();
  if (closes !== undefined) button.closest('dialog').close();
  if (copies) void copy(button, document.getElementById(copies).value);
});

async function copy(button, text) {
  await navigator.clipboard.writeText(text);
  button.textContent = 'Copied';
  setTimeout(() => {
    button.textContent = 'Copy to Clipboard';
  }, 1500);
}
