// Shows and hides the dialogs that are in the document from the start.
document.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  if (button.dataset.opens) document.getElementById(button.dataset.opens).hidden = false;
  if (button.dataset.closes !== undefined) button.closest('.shade').hidden = true;
});
