// Named by the pages' onclick attributes.
function toggle(id) {
  const style = document.getElementById(id).style;
  style.display = style.display === 'none' ? 'block' : 'none';
}

window.toggle = toggle;
window.fold = (head) => {
  const style = head.parentNode.getElementsByTagName('ul')[0].style;
  style.display = style.display === 'none' ? 'block' : 'none';
};

window.openBox = (id) => {
  document.getElementById(id).style.display = 'block';
  return false;
};

window.closeBox = (id) => {
  document.getElementById(id).style.display = 'none';
  return false;
};

window.send = (target) => {
  const form = document.getElementById('tokenform');
  form.action = target;
  form.submit();
  return false;
};

window.copyCell = (id, link) => {
  navigator.clipboard.writeText(document.getElementById(id).textContent.trim()).then(() => {
    link.textContent = 'Copied!';
  });
  return false;
};
