// Shows and hides the dialogs that are in the document from the start, and copies.
document.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  const { opens, closes, copies } = button.dataset;
  if (opens) document.getElementById(opens).hidden = false;
  if (closes !== undefined) button.closest('.shade').hidden = true;
  if (copies) navigator.clipboard.writeText(document.getElementById(copies).textContent);
});
